// Files opened from outside, kept until the page takes them: from the command line, a second start, or the system.

import { app } from 'electron';
import type { OpenedFile } from '../shared/desktop-contract';
import { filesInCommandLine, readOpenedFile } from './keep/opened-files';

export type OpenedFiles = {
  /** The files since the last call. Those that are gone again by now are left out. */
  readonly take: () => Promise<readonly OpenedFile[]>;
};

/** Begins to collect; `announce` is called whenever a start or a file came, to bring the app to the front. */
export function collectOpenedFiles(announce: () => void): OpenedFiles {
  let waiting: readonly string[] = filesInCommandLine(process.argv.slice(1), process.cwd());
  const add = (paths: readonly string[]): void => {
    waiting = [...waiting, ...paths];
    announce();
  };
  app.on('second-instance', (_event, argv, workingFolder) => add(filesInCommandLine(argv.slice(1), workingFolder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add(filesInCommandLine([path], process.cwd()));
  });
  return {
    take: async () => {
      const paths = waiting;
      waiting = [];
      const files = await Promise.all(paths.map(readOpenedFile));
      return files.filter((file) => file !== undefined);
    },
  };
}

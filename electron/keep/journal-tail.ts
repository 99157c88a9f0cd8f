// The end of the journal, where it grows: the last file, and the next one when it is full.

import { succeed, type Result } from '../../shared/result';
import { openAppendFile } from './append-file';
import type { WriteFailure } from './failures';
import { journalFile, type LastFile } from './journal-files';

export type JournalTail = {
  /** Writes and fsyncs whole lines; answers where the first of them now stands. Calls must not overlap. */
  readonly append: (
    lines: Uint8Array,
  ) => Promise<Result<{ readonly file: number; readonly start: number }, WriteFailure>>;
  /** Cuts off what a crash left of an unfinished append. Fails on a full or read-only disk: the next append does it. */
  readonly cut: () => Promise<Result<undefined, WriteFailure>>;
  readonly close: () => Promise<void>;
};

/** The end of the journal in `folder`, whose `last` file was read. A file that reached `fileLimit` bytes is left. */
export function openJournalTail(folder: string, last: LastFile, fileLimit: number): JournalTail {
  let number = last.file;
  let file = openAppendFile(journalFile(folder, number), last.found, last.wholeUntil);
  let { lacksNewline } = last;
  return {
    append: async (lines) => {
      if (file.size() >= fileLimit) {
        await file.close();
        number += 1;
        file = openAppendFile(journalFile(folder, number), 0, 0);
        lacksNewline = false;
      }
      const newline = Buffer.from(lacksNewline ? '\n' : '');
      const start = file.size() + newline.length;
      const written = await file.append(Buffer.concat([newline, lines]));
      if (!written.ok) return written;
      lacksNewline = false;
      return succeed({ file: number, start });
    },
    cut: async () => (last.found > last.wholeUntil ? file.cut() : succeed(undefined)),
    close: async () => file.close(),
  };
}

// Where this computer keeps the delegate's papers: the folder that Electron would use, so that both open the same.

import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

type Places = {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** Electron's `userData` for an app of the name Rostrum: its documentation of `app.getPath`. */
export function defaultDataFolder(
  { platform, environment, home }: Places = {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
  },
): string {
  if (platform === 'win32') return win32.join(environment['APPDATA'] ?? `${home}\\AppData\\Roaming`, 'Rostrum');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Rostrum');
  const configured = environment['XDG_CONFIG_HOME'];
  return posix.join(
    configured === undefined || configured === '' ? posix.join(home, '.config') : configured,
    'Rostrum',
  );
}

// Opens an address in the browser of this computer, when there is one to open it with.

import { spawn } from 'node:child_process';

type Desktop = {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

type Program = { readonly command: string; readonly args: readonly string[] };

/**
 * The program that opens `address`; undefined on a computer without a display. `BROWSER` goes first, as it does for
 * xdg-open: the first of its commands, with `%s` where the address belongs.
 */
export function browserProgram(address: string, { platform, environment }: Desktop): Program | undefined {
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  const wished = environment['BROWSER']?.split(':')[0]?.trim();
  if (wished !== undefined && wished !== '') {
    const [command = wished, ...args] = wished.split(/\s+/);
    const isPlaced = args.some((argument) => argument.includes('%s'));
    return { command, args: isPlaced ? args.map((argument) => argument.replace('%s', address)) : [...args, address] };
  }
  if (platform === 'darwin') return { command: 'open', args: [address] };
  const hasDisplay = [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((display) => display);
  return hasDisplay ? { command: 'xdg-open', args: [address] } : undefined;
}

/** Starts the browser and leaves it to itself. False when there is none to start. */
export async function openInBrowser(
  address: string,
  desktop: Desktop = { platform: process.platform, environment: process.env },
): Promise<boolean> {
  const program = browserProgram(address, desktop);
  if (program === undefined) return false;
  const child = spawn(program.command, program.args, { detached: true, stdio: 'ignore', windowsHide: true });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

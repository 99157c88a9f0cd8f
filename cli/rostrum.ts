// The command line: the table of commands, and the process around them.

import { amendCommand } from './amend-command';
import type { Command, CommandIo } from './command';
import { dispatch } from './dispatch';
import { exportCommand } from './export-command';
import { importCommand } from './import-command';
import { inboxCommand } from './inbox-command';
import { keysCommand } from './keys-command';
import { openCommand } from './open-command';
import { publishCommand } from './publish-command';
import { pullCommand } from './pull-command';
import { pushCommand } from './push-command';
import { reportCommand } from './report-command';
import { verifyCommand } from './verify-command';

const commands: readonly Command[] = [
  importCommand,
  amendCommand,
  reportCommand,
  exportCommand,
  keysCommand,
  publishCommand,
  verifyCommand,
  pullCommand,
  pushCommand,
  inboxCommand,
  openCommand,
];

const io: CommandIo = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: async () => {
    const slices: Uint8Array[] = [];
    for await (const slice of process.stdin) slices.push(slice);
    return new Uint8Array(Buffer.concat(slices));
  },
};

/** `rostrum … | head` closes the pipe before everything is written: that is not an error. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);

async function main(): Promise<void> {
  process.exitCode = await dispatch(process.argv.slice(2), commands, io);
}

void main();

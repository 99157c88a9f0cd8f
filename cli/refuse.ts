// How a command refuses: the sentence on standard error, and with --json the error as JSON on standard output.

import type { CommandIo } from './command';

/** Says why and answers the exit code of refused input, 1. */
export function refuse(
  io: CommandIo,
  error: { readonly kind: string; readonly message: string },
  asJson = false,
): number {
  if (asJson) io.out(`${JSON.stringify({ error: { kind: error.kind, message: error.message } })}\n`);
  io.err(`${error.message}\n`);
  return 1;
}

/** Says how the command is used and answers the exit code of wrong usage, 2. */
export function refuseUsage(io: CommandIo, command: string, sentence: string): number {
  io.err(`${sentence}\nSee: rostrum ${command} --help\n`);
  return 2;
}

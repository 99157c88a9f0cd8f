// From the words of a command line to the command they name: help, wrong usage, and errors without a stack.

import type { Command, CommandIo } from './command';

/** Done, input refused, wrong usage. */
type ExitCode = number;

/** Runs the command that `words` name, and answers the exit code of the process. */
export async function dispatch(
  words: readonly string[],
  commands: readonly Command[],
  io: CommandIo,
): Promise<ExitCode> {
  const [name, ...args] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? io.err : io.out)(helpOf(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.err(`rostrum has no command “${name}”. The commands are ${commands.map((each) => each.name).join(', ')}.\n`);
    return 2;
  }
  if (asksForHelp(args)) {
    io.out(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    return explain(error, command, args, io);
  }
}

function helpOf(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'rostrum COMMAND …: conference papers on the command line.',
    '',
    ...lines,
    '',
    '“rostrum COMMAND --help” shows the options and an example.',
    '',
  ].join('\n');
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function explain(error: unknown, command: Command, args: readonly string[], io: CommandIo): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  if (isWrongUsage(error)) {
    // Node's own sentence; what follows it is advice about options that nobody meant.
    io.err(`${message.split('. ')[0]}.\nSee: rostrum ${command.name} --help\n`);
    return 2;
  }
  const sentence = `Something went wrong in rostrum itself: ${message}`;
  if (args.includes('--json')) io.out(`${JSON.stringify({ error: { kind: 'internal', message: sentence } })}\n`);
  io.err(`${sentence}\n`);
  return 1;
}

/** Whether `parseArgs` of node:util threw it. */
function isWrongUsage(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

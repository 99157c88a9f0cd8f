// What a command of `rostrum` is. Each stands in a file of its own and the table in `rostrum.ts` lists them.

/** One command: `rostrum NAME …`. */
export type Command = {
  readonly name: string;
  /** Half a line for `rostrum --help`. */
  readonly summary: string;
  /** What `rostrum NAME --help` prints: the usage line, the options, one worked example. */
  readonly help: string;
  /**
   * Runs with the arguments after the command's name and answers the exit code: 0 done, 1 input refused (the sentence
   * is already on `err`), 2 wrong usage. What `parseArgs` throws may pass through: the dispatcher words it, with code 2.
   */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
};

/** The world of a command: tests hand in their own. Nothing adds a line break to what is written. */
export type CommandIo = {
  /** Standard output: the answer, and with `--json` one JSON document and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: messages and progress. */
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
};

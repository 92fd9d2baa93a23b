/** What a command has to say: for programs (`--json`) and for people. */
export interface CommandResult {
  /** Printed as the one JSON document with `--json`. */
  readonly document: unknown;
  /** Printed on standard output without it. */
  readonly text: string;
  /** 0 unless the job ended without doing what was asked. */
  readonly exitCode?: number;
}

/** What was given on the command line. */
export interface CommandInput {
  /** In the order in which they were declared; undefined for one that may be left out and was. */
  readonly arguments: readonly (string | undefined)[];
  /** By name without dashes, in camel case: a string, or true for an option without a value. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Aborted by an interrupt. */
  readonly signal: AbortSignal;
}

/** Where a command says what it takes. `--json` and `--help` are there already. */
export interface CommandLine {
  /** @param syntax `<required>` or `[optional]` */
  argument(syntax: string, description: string): CommandLine;
  /** @param flags such as `--all` or `--folder <path>` */
  option(flags: string, description: string, byDefault?: string): CommandLine;
}

/** A verb of the command line. */
export interface Command {
  /** What is typed behind `evospice`: lower case, dashes. */
  readonly name: string;
  /** One line for `--help`. */
  readonly description: string;
  /** Declares what the verb takes. */
  register(line: CommandLine): void;
  /**
   * Does the job. What it throws is shown as an error, with exit code 1, or 2 for an `EvospiceError` that says it was
   * asked wrongly.
   */
  run(input: CommandInput): Promise<CommandResult>;
}
export const Command = Symbol.for('evospice.Command');

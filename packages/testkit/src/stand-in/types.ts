/**
 * What a stand-in for a simulator's program is made of. A module that default-exports one is loaded by `main.ts`,
 * which a wrapper under the program's real name starts. It must share nothing with the adapter it tests, and import
 * nothing but types.
 */
export interface StandIn {
  /** What the program prints when asked for its version; undefined when these arguments do not ask. */
  version(args: readonly string[], read: (file: string) => string): string | undefined;
  /**
   * Checks the command line and reads the netlist.
   * @returns the circuits to solve, in order
   * @throws Error saying what is wrong with either
   */
  read(args: readonly string[], read: (file: string) => string, tools: StandInTools): readonly StandInJob[];
  /** What the program leaves when it has solved its circuits. */
  finish(jobs: readonly StandInJob[], results: readonly StandInResult[], args: readonly string[], tools: StandInTools): StandInEnd;
  /** What it leaves when it is refused a licence; left out where it needs none. */
  readonly licence?: StandInEnd;
  /** What it says in place of results when a netlist makes no sense to it. */
  netlistError(message: string): StandInEnd;
}

export interface StandInEnd {
  readonly stdout: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly code: number;
}

/** One circuit in ngspice's own language, to be solved from scratch. */
export interface StandInJob {
  /** Elements and the model. */
  readonly lines: readonly string[];
  readonly temperatureC: number;
  readonly analysis:
    | { readonly kind: 'dc'; readonly source: string; readonly from: number; readonly to: number; readonly step: number }
    | { readonly kind: 'ac'; readonly frequency: number };
  /** Such as `v(n)` and `i(va)`. */
  readonly saves: readonly string[];
}

export interface StandInResult {
  readonly points: number;
  /** By the names in `saves`; missing where ngspice gave nothing. */
  readonly columns: ReadonlyMap<string, { readonly real: readonly number[]; readonly imaginary?: readonly number[] }>;
  /** True when all points were solved. */
  readonly complete: boolean;
  /** Model parameters that ngspice did not know. */
  readonly unknown: readonly string[];
  /** The line with which ngspice refused a value, if it did. */
  readonly fatal?: string;
}

/** How a stand-in behaves: as the program does, or badly. */
export type StandInMode =
  | 'normal'
  /** Refuses a licence. */
  | 'licence'
  /** Goes on for minutes, with a child process of its own. */
  | 'slow'
  /** As the program does, but takes half a second longer. */
  | 'unhurried'
  /** Dies by a signal after writing half of its results. */
  | 'crash'
  /** Ends well, with half of its result files. */
  | 'truncated'
  /** Ends well, without result files. */
  | 'silent'
  /** Ends early, at two thirds of each sweep. */
  | 'not-converged'
  /** Ends well and says so, but one row in the middle of each sweep is missing. */
  | 'row-missing'
  /** Ends well, but one signal is not among the results. */
  | 'signal-missing';

/** What stand-ins of SPICE-like programs share: reading statements and writing numbers. Nothing here comes from the adapters. */
export interface StandInTools {
  /** Statements with their continuation lines joined, without comment lines, lower case, `=` without blanks. */
  statements(text: string, comment: RegExp): readonly string[];
  /** `name=value` words of a statement; values must be plain numbers unless `text` names them. @throws Error */
  pairs(words: readonly string[], text?: readonly string[]): Readonly<Record<string, string>>;
  /** A number without a suffix. @throws Error */
  number(text: string): number;
  /** As C prints it with `%.<digits>e`. */
  scientific(value: number, digits: number): string;
  /** Names of result columns in their order, with the values. */
  columnsOf(result: StandInResult): readonly (readonly [string, { readonly real: readonly number[]; readonly imaginary?: readonly number[] }])[];
  rawFile(raw: RawFile): Uint8Array;
}

/** A raw file as SPICE 3 and its kin write it. */
export interface RawFile {
  /** Lines before the plot name. */
  readonly head: string;
  readonly plotName: string;
  /** The axis comes first; each a name and a type. */
  readonly variables: readonly (readonly [string, string])[];
  readonly real: readonly (readonly number[])[];
  /** Imaginary parts: makes the file complex. */
  readonly imaginary?: readonly (readonly number[])[];
  readonly encoding: 'binary' | 'big-endian' | 'ascii';
  /** Xyce pads the number of points; Spectre puts the first variable on the line of the heading. */
  readonly style?: 'xyce' | 'spectre';
}

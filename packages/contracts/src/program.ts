import type { Json } from './json.ts';
import type { ExtractionProblem, OptimizerContext, Toolbox } from './optimizer.ts';
import type { RandomSource } from './services.ts';

/** What a program consists of: files in one folder. Helpers for it are in `@evospice/program-text`. */
export interface ProgramText {
  /** Path of the file that is started, or whose default export is called. */
  readonly entry: string;
  /** Text of each file by its path: relative, with `/`, of letters, digits, `.`, `_` and `-`, no part beginning with a dot. */
  readonly files: Readonly<Record<string, string>>;
}

/** A program with its lineage. */
export interface Program extends ProgramText {
  /** Unique in its run; assigned in order of proposal. */
  readonly id: string;
  /** Ids of the programs it was made from; empty for a seed. */
  readonly parents: readonly string[];
  /** Proposer that made it, and how (operator, model). */
  readonly proposer: string;
  readonly operator: string;
  /** Hash of its syntax tree without names of locals, comments and layout; of its text where that has no tree. */
  readonly hash: string;
  /** Longest chain of parents. */
  readonly generation: number;
}

export interface ProgramLimits {
  /**
   * Wall-clock seconds of its own work. The time that the host takes for its calls (simulations, or waiting for a licence) is not counted,
   * but a single call may take ten times as long and no longer.
   */
  readonly wallSeconds: number;
  /** Memory of the guest in MB. */
  readonly memoryMb: number;
}

/**
 * - `PROGRAM_FILES`: its entry is missing, or a path or the size of a file cannot be used
 * - `PROGRAM_SYNTAX`: does not parse, or has no such export
 * - `PROGRAM_ERROR`: threw
 * - `PROGRAM_DEADLINE`: overran its wall-clock limit and was killed
 * - `PROGRAM_MEMORY`: overran its memory limit and was killed
 * - `PROGRAM_CRASHED`: its process died otherwise
 * - `PROGRAM_ABUSE`: broke a rule of the sandbox (flooded the host, sent malformed messages)
 * - `PROGRAM_CANCELLED`: the caller's signal fired
 */
export type ProgramFailureCode =
  | 'PROGRAM_FILES' | 'PROGRAM_SYNTAX' | 'PROGRAM_ERROR' | 'PROGRAM_DEADLINE' | 'PROGRAM_MEMORY' | 'PROGRAM_CRASHED' | 'PROGRAM_ABUSE' | 'PROGRAM_CANCELLED';

/** How a program failed. */
export interface ProgramFailure {
  readonly code: ProgramFailureCode;
  readonly message: string;
  /** Where in the program, as far as it is known; the file only where it is not the entry. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
}

export interface ProgramOutcome {
  /** `budget` when it ran until the budget was gone; both count as a normal end. */
  readonly status: 'completed' | 'budget' | 'failed';
  readonly failure?: ProgramFailure;
  /** What kept it in, such as `child process + isolated-vm + bubblewrap`. */
  readonly isolation: string;
  /** Lines the program logged, bounded. */
  readonly log: readonly string[];
  /** CPU seconds of its process, from when it was compiled; absent where that is not known. */
  readonly cpuSeconds?: number;
}

/** One call of a function of a program. */
export interface ProgramCall {
  readonly program: ProgramText;
  /** Export of the entry file that is called; `default` when left out. It may be async. */
  readonly function?: string;
  /** What it is called with. After these it gets one more argument, its context: see {@link CallContext}. */
  readonly arguments: readonly Json[];
  /** Seed of `context.random` and `Math.random`. */
  readonly seed: number;
  readonly limits: ProgramLimits;
  /** Answers `context.call`; without it the program has nobody to ask. An `EvospiceError` it throws is the program's to catch; anything else ends the call. */
  readonly host?: (name: string, payload: Json) => Promise<Json>;
  readonly signal?: AbortSignal;
}

/** Last argument of a called function. */
export interface CallContext {
  readonly random: RandomSource;
  readonly toolbox: Toolbox;
  log(message: unknown): void;
  /** Asks the host; calls are answered one at a time, in order. Missing where the host answers nothing. */
  call?(name: string, payload?: Json): Promise<Json>;
}

/** What came of a call. */
export type ProgramAnswer = { readonly isolation: string; readonly log: readonly string[] } & (
  | {
    readonly status: 'completed';
    /** What the function returned, as JSON: typed arrays as arrays, nothing as null. A number that is not finite makes the call fail. */
    readonly value: Json;
  }
  | { readonly status: 'failed'; readonly failure: ProgramFailure }
);

/** Runs programs behind walls. */
export interface ProgramRunner {
  readonly name: string;
  /** Runs a program as an optimizer. Never rejects because of what the program does; the outcome says it. Lines that it logs go to `context.log` at once. */
  run(request: {
    readonly program: ProgramText;
    readonly problem: ExtractionProblem;
    readonly context: OptimizerContext;
    /** Seed of the guest's own generator. */
    readonly seed: number;
    readonly limits: ProgramLimits;
  }): Promise<ProgramOutcome>;
  /** Calls a function of a program, in a process of its own. Never rejects because of what the program does; the answer says it. */
  call(request: ProgramCall): Promise<ProgramAnswer>;
  /** Ends warm processes; safe to call twice. */
  close(): Promise<void>;
}
export const ProgramRunner = Symbol.for('evospice.ProgramRunner');

import type { ExtractionProblem, OptimizerContext } from './optimizer.ts';

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
   * Wall-clock seconds of its own work. The time that simulations take, or wait for a licence, is not counted, but a single
   * call of `simulate` may take ten times as long and no longer.
   */
  readonly wallSeconds: number;
  /** Memory of the guest in MB. */
  readonly memoryMb: number;
}

/**
 * - `PROGRAM_FILES`: its entry is missing, or a path or the size of a file cannot be used
 * - `PROGRAM_SYNTAX`: does not parse, or has no default export
 * - `PROGRAM_ERROR`: threw
 * - `PROGRAM_DEADLINE`: overran its wall-clock limit and was killed
 * - `PROGRAM_MEMORY`: overran its memory limit and was killed
 * - `PROGRAM_CRASHED`: its process died otherwise
 * - `PROGRAM_ABUSE`: broke a rule of the sandbox (flooded the host, sent malformed messages)
 * - `PROGRAM_CANCELLED`: the caller's signal fired
 */
export type ProgramFailureCode =
  | 'PROGRAM_FILES' | 'PROGRAM_SYNTAX' | 'PROGRAM_ERROR' | 'PROGRAM_DEADLINE' | 'PROGRAM_MEMORY' | 'PROGRAM_CRASHED' | 'PROGRAM_ABUSE' | 'PROGRAM_CANCELLED';

export interface ProgramOutcome {
  /** `budget` when it ran until the budget was gone; both count as a normal end. */
  readonly status: 'completed' | 'budget' | 'failed';
  readonly failure?: { readonly code: ProgramFailureCode; readonly message: string; readonly line?: number };
  /** What kept it in, such as `child process + isolated-vm + bubblewrap`. */
  readonly isolation: string;
  /** Lines the program logged, bounded. */
  readonly log: readonly string[];
}

/** Runs a program against a problem. */
export interface ProgramRunner {
  readonly name: string;
  /** Never rejects because of what the program does; the outcome says it. Lines that the program logs go to `context.log` at once. */
  run(request: {
    readonly program: ProgramText;
    readonly problem: ExtractionProblem;
    readonly context: OptimizerContext;
    /** Seed of the guest's own generator. */
    readonly seed: number;
    readonly limits: ProgramLimits;
  }): Promise<ProgramOutcome>;
  /** Ends warm processes; safe to call twice. */
  close(): Promise<void>;
}
export const ProgramRunner = Symbol.for('evospice.ProgramRunner');

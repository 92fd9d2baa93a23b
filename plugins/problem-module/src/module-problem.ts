import type { Json, ProblemBrief, ProgramText } from '@evospice/contracts';
import type { Evaluation, ProblemCase } from '@evospice/problem-kit';

/** A program as an evaluation sees it. */
export interface CallableProgram {
  readonly text: ProgramText;
  /**
   * Calls a function that the program exports, `default` for its default export; after the values it gets its context: random, toolbox, log.
   * Beside the sandbox every call is a process of its own.
   * @throws EvospiceError `PROGRAM_*` when the program fails: let it through, and the program is turned away with that reason
   */
  call(name: string, ...values: readonly Json[]): Promise<Json>;
}

/** What a problem module exports as `problem`. */
export interface ModuleProblem extends Pick<ProblemBrief, 'background' | 'reference' | 'library'> {
  /** Signature that programs must have, with the types it deals with; for prompts. */
  readonly contract: string;
  /** What programs may not do; for prompts. */
  readonly rules?: string;
  /** What is asked for; for prompts. */
  readonly goal: string;
  /** What each program is tried on; may be left out where the configuration has them. */
  readonly cases?: readonly ProblemCase[];
  /** Cases for champions only. */
  readonly validation?: readonly ProblemCase[];
  /** Measures that every evaluation gives: axes for archives. `length` is there anyway. */
  readonly measures?: readonly string[];
  /** Further static rules. @throws Error with the reason. */
  check?(program: ProgramText): void;
  /** Judges a program on a case. It must depend on nothing else, and never believe the program: what it returned may be any JSON. */
  evaluate(program: CallableProgram, one: ProblemCase): Evaluation | Promise<Evaluation>;
}

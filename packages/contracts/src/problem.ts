import type { WorkSource } from './executor.ts';
import type { Json } from './json.ts';
import type { ProgramText } from './program.ts';
import type { Score } from './score.ts';

/** One thing that a program is tried on. `id` and `seed` together are unique in their stage. */
export interface Case {
  readonly id: string;
  /** All chance of the case comes from it. */
  readonly seed: number;
  /** What running it costs, in the unit of the problem's choice. */
  readonly cost?: number;
}

/** What came of a program on one case. Plain JSON: it is stored, and scored from what is stored. */
export interface Outcome {
  /** Id and seed of the case. */
  readonly case: string;
  readonly seed: number;
  /** Present when the program failed on the case: it is then rejected and has no score. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** What running it has cost, in the unit of the problem's choice, such as simulations. */
  readonly cost?: number;
  /** Whatever the problem scores and measures by. */
  readonly data: Json;
  /** Things to look at, by name: overlays, pictures as SVG, text. They never enter a score. */
  readonly artefacts?: Readonly<Record<string, Json>>;
}

/**
 * Something went wrong around a case that is not the program's fault as far as can be told: the case is run again.
 * What happens when repetitions are used up says `after`:
 * - `count`: the outcome that came with the trouble counts, because it is the program that brings the trouble about
 * - `excuse`: the program gets no verdict, and may be proposed again
 * - `stop`: the run ends, to be resumed when the cause is removed
 */
export interface Trouble {
  readonly code: string;
  readonly reason: string;
  readonly after: 'count' | 'excuse' | 'stop';
  /** Where it struck. With `count`, the same place twice in a row is taken for the program's doing at once. */
  readonly place?: string;
}

/** What a worker answers to a case: an outcome, trouble, or an outcome with the trouble that came with it. */
export type CaseAnswer =
  | { readonly outcome: Outcome; readonly trouble?: Trouble }
  | { readonly outcome?: undefined; readonly trouble: Trouble };

/** Who is run on a case: a program, or something that programs are compared with. */
export type Subject =
  | { readonly kind: 'program'; readonly id: string; readonly program: ProgramText }
  | { readonly kind: 'reference'; readonly name: string };

/** Why a program, or an attempt at one, was turned away. */
export interface Rejection {
  /** Stage of the cascade: one of the engine's, or the name of one of the problem's. */
  readonly stage: string;
  readonly code: string;
  readonly reason: string;
}

/** A step of the cascade: cases that a program is run on, one after another. */
export interface ProblemStage {
  readonly name: string;
  readonly cases: readonly Case[];
  /** Whether outcomes are stored. Those of a cheap trial that only turns programs away need not be. */
  readonly stored: boolean;
}

/** Something programs are compared with, such as a classical method: run on its cases before the first program. */
export interface Reference {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Stage under which the cases of {@link Problem.validation} are run. */
export const VALIDATION_STAGE = 'validation';

/** Stage under which the cases of {@link Problem.confirmation} are run. */
export const CONFIRMATION_STAGE = 'confirmation';

/** Stage under which the cases of {@link Problem.references} are run. */
export const REFERENCE_STAGE = 'reference';

/** Kind of the job that runs a case. Payload: {@link CaseJob}; answer: {@link CaseAnswer}. */
export const CASE_JOB = 'case';

/** Kind of the job that makes artefacts of a champion. Payload: what `Problem.present` gave; answer: artefacts by name. */
export const PRESENT_JOB = 'present';

/** A case as it goes to a worker. */
export interface CaseJob {
  readonly subject: Subject;
  readonly stage: string;
  readonly case: Case;
}

/** What a program is, in words for a prompt. */
export interface ProblemBrief {
  /** Signature that a program must have, with the types it deals with and what it may call. */
  readonly contract: string;
  /** What it must and may not do. */
  readonly rules: string;
  /** What is asked for on which cases. */
  readonly goal: string;
  /** What somebody should know of the field who is new to it. */
  readonly background?: string;
  /** What programs may call besides the contract: the same in ever shorter forms, the fullest first, of which a prompt takes the fullest that fits. */
  readonly reference?: readonly string[];
  /** Approaches that are known, to be used, combined and changed. */
  readonly library?: readonly { readonly name: string; readonly summary: string }[];
}

/**
 * What programs are evolved for. The engine knows programs, cases, outcomes, scores, measures and artefacts; whatever else there is,
 * the problem knows alone.
 *
 * Everything but running cases is quick, depends on its arguments and the problem's configuration only, and happens in the process
 * of the run. Cases are run where an executor puts them, by the module that `worker` names.
 */
export interface Problem {
  readonly name: string;
  readonly brief: ProblemBrief;
  /** Programs to begin with; at least one unless there is a blank one. */
  readonly seeds: readonly ProgramText[];
  /** What a program looks like before anything is in its evolve block: what the first programs are written into where there are no seeds. It is never run. */
  readonly blank?: ProgramText;
  /** Descriptors that `measures` gives, by name. */
  readonly descriptors: readonly string[];
  /** Everything that decides over outcomes and scores, by name: compared when a run is resumed. */
  conditions(): Promise<Readonly<Record<string, Json>>>;
  /** Static rules. @throws EvospiceError with code `PROGRAM_SYNTAX` for what does not parse, another one for what breaks a rule. */
  check(program: ProgramText): void;
  /** Cheapest first. The last one is scored: its outcomes are stored, and there is at least one case in it. */
  readonly stages: readonly ProblemStage[];
  /** Cases for champions only: what a program was not trained on. */
  readonly validation?: readonly Case[];
  /**
   * The cases of the scored stage with seeds on which no program was ever run: what a champion is scored by once more, because the best of many scores is
   * partly luck. Each id of the scored stage with so many seeds, the same each time. Left out where cases have no other seeds.
   */
  confirmation?(seeds: number): readonly Case[];
  readonly references?: readonly Reference[];
  /**
   * Hears what its references came to, all of it, before anything is scored; again when the run is resumed. For problems that score programs by
   * comparison.
   */
  referenced?(told: readonly { readonly name: string; readonly outcome: Outcome }[]): void;
  /** Facts for the record and reports: the tasks, units, settings. */
  readonly facts?: Readonly<Record<string, Json>>;
  readonly worker: WorkSource;
  /**
   * Why a program goes no further, asked after every case with the outcomes of the stage so far; undefined to go on. A program that failed
   * on a case is turned away without asking.
   */
  gate?(stage: ProblemStage, outcomes: readonly Outcome[], program: ProgramText): Omit<Rejection, 'stage'> | undefined;
  /** Score of the outcomes of the last stage, of validation or of confirmation, in the order of their cases, none of them a failure. */
  score(outcomes: readonly Outcome[], program: ProgramText): Score;
  /** Descriptor values by name, from the same outcomes. */
  measures(outcomes: readonly Outcome[], program: ProgramText): Readonly<Record<string, number>>;
  /**
   * What whoever changes the program should know of these outcomes beyond its scores, such as where the search stalled and what failed: short lines,
   * most useful first. Stored with the scores, and shown in prompts.
   */
  digest?(outcomes: readonly Outcome[]): readonly string[];
  /** For an outcome of a new champion: payload of a job that makes artefacts of it; undefined when none are wanted. */
  present?(outcome: Outcome): Json | undefined;
  close?(): Promise<void>;
}
export const Problem = Symbol.for('evospice.Problem');

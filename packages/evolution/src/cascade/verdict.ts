import type { Descriptor, Program, ProgramText, Score, Scorer, Task } from '@evospice/contracts';
import type { RejectionStage } from '../events.ts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import type { ProgramRecord } from '../view/run-view.ts';
import type { Extractor } from './extractor.ts';

/** A stage of the cascade turned the program away. */
export interface TurnedAway {
  readonly passed: false;
  readonly stage: RejectionStage;
  readonly code: string;
  readonly reason: string;
}

/** The program went through all stages. */
export interface Judged {
  readonly passed: true;
  readonly score: Score;
  readonly measures: Readonly<Record<string, number>>;
}

export interface CascadeParts {
  readonly settings: EvolutionSettings;
  readonly tasks: { readonly train: readonly Task[]; readonly probe: Task };
  readonly scorer: Scorer;
  readonly descriptors: readonly Descriptor[];
  readonly check: StaticCheck;
  readonly extractor: Extractor;
  /** The program proposed first among those of one hash, if it is not the one given. */
  readonly twin: (program: Program) => ProgramRecord | undefined;
}

/** Throws EvospiceError `PROGRAM_SYNTAX` for what does not parse, another code for what breaks a static rule. */
export type StaticCheck = (program: ProgramText) => unknown;

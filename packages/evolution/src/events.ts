import type { AddResult, ArchiveAxis, ArchiveShape, ArchiveStatistics, Json, Outcome, Program, ProposalDetails, Rejection, Score } from '@evospice/contracts';

/** What a judged program came to, and where it went in the archive. */
export interface Verdict {
  readonly score: Score;
  /** Descriptor values by name. */
  readonly measures: Readonly<Record<string, number>>;
  readonly archive: AddResult;
}

/** A program that was turned away, or an attempt at one. */
export interface RejectionRecord extends Rejection {
  /** Null when the proposer itself failed and there is no program. */
  readonly program: string | null;
  readonly proposer: string;
  /** Place in the order of proposals, counted from 1. */
  readonly ordinal: number;
  /** What the attempt cost although no program came of it. */
  readonly details?: ProposalDetails;
  /** It was not the program's fault: the same program may be tried again. */
  readonly excused?: true;
}

/** A subject (a program by its id, or a reference by its name) on one case. */
export interface CaseRecord {
  readonly subject: string;
  /** A stage of the problem, `validation` or `reference`. */
  readonly stage: string;
  readonly outcome: Outcome;
}

/** Payload of every event type that an evolution stores, in the order in which they first appear. */
export interface EvolutionEvents {
  'run-started': {
    readonly format: number;
    /** Name of the problem. */
    readonly problem: string;
    readonly seed: number;
    /** Programs to be tried in all. */
    readonly programs: number;
    readonly archive: { readonly axes: readonly ArchiveAxis[]; readonly shape: ArchiveShape };
    /** Stages of the problem in order, with the number of their cases. */
    readonly stages: readonly { readonly name: string; readonly cases: number }[];
    readonly versions: Readonly<Record<string, string>>;
    /**
     * What the outcome depends on besides seed and configuration. `proposal`: nothing, one program is worked on at a time.
     * `completion`: the order in which several programs in flight happened to finish. Absent in runs stored before this field existed.
     */
    readonly order?: 'proposal' | 'completion';
    /** What the problem says of itself. */
    readonly facts: Readonly<Record<string, Json>>;
  };
  'run-resumed': {
    /** Programs tried until then. */
    readonly programs: number;
    /** What is not as it was before, where that is allowed. */
    readonly changed?: Readonly<Record<string, { readonly before: Json; readonly now: Json }>>;
  };
  'program-proposed': {
    readonly program: Program;
    readonly details: ProposalDetails;
    /** Number of the island on which its parents were chosen; left out where there are none, and for a seed. */
    readonly island?: number;
  };
  'program-rejected': RejectionRecord;
  /** Something around a case failed that is not the program's fault; the case is run again. */
  'case-retried': {
    readonly subject: string;
    readonly stage: string;
    readonly case: string;
    readonly seed: number;
    /** The attempt that failed, counted from 1. */
    readonly attempt: number;
    readonly code: string;
    readonly reason: string;
  };
  'case-finished': CaseRecord;
  'program-judged': Verdict & { readonly program: string; readonly statistics: ArchiveStatistics };
  'champion-changed': { readonly program: string; readonly score: number; readonly previous: string | null };
  /** Artefacts of a champion's outcome, made afterwards. */
  'artefacts-added': {
    readonly program: string;
    readonly stage: string;
    readonly case: string;
    readonly seed: number;
    readonly artefacts: Readonly<Record<string, Json>>;
  };
  'run-finished': { readonly programs: number; readonly champion: string | null; readonly statistics: ArchiveStatistics };
}
export type EvolutionEventType = keyof EvolutionEvents;

/** What stands for the proposer of a seed program. */
export const SEED = 'seed';
/** Stage at which a proposer itself failed. */
export const PROPOSAL = 'proposal';
/** Stages that the engine adds to those of a problem: programs that fall there were not run. */
export const engineStages: readonly string[] = [PROPOSAL, 'syntax', 'static', 'duplicate'];

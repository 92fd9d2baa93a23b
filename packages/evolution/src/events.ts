import type { AddResult, ArchiveAxis, ArchiveShape, ArchiveStatistics, Embeddings, Exchange, Json, Memory, MovedElite, Outcome, Program, ProposalDetails, Rejection, Score } from '@evospice/contracts';
import type { CourseAction } from './settings/stagnation-settings.ts';
import type { EvolutionSettings } from './settings/evolution-settings.ts';

/** What a judged program came to, and where it went in the archive. */
export interface Verdict {
  readonly score: Score;
  /** Descriptor values by name. */
  readonly measures: Readonly<Record<string, number>>;
  /** From `Problem.digest`. */
  readonly digest?: readonly string[];
  readonly archive: AddResult;
  /** What is to be said of it, such as that grades are missing. */
  readonly note?: string;
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
  /** It lost the race for its cell: cases that it was not run on. */
  readonly saved?: number;
}

/** A subject (a program by its id, or a reference by its name) on one case. */
export interface CaseRecord {
  readonly subject: string;
  /** A stage of the problem, `validation`, `confirmation` or `reference`. */
  readonly stage: string;
  readonly outcome: Outcome;
  /** The program of the same text on which the case was run before; it was not run again. */
  readonly from?: string;
}

/** A champion on cases that had no part in making it champion. */
export interface ChampionTrial {
  readonly program: string;
  /** `confirmation`: the cases of the scored stage with fresh seeds. `validation`: other cases. */
  readonly stage: 'confirmation' | 'validation';
  /** Null when it failed on a case: then it has no score. */
  readonly score: Score | null;
  readonly cases: number;
  readonly failed: number;
}

/** What a program is worth on cases that it was not chosen by. Null where it failed on one, left out where that was not tried. */
export interface WorthElsewhere {
  /** On the cases of the scored stage with fresh seeds. */
  readonly confirmed?: number | null;
  readonly validation?: number | null;
}

/** A run beside an evolution that lacks what evolution is about, and what its best program is worth; see `controls` of the settings. */
export interface Control extends WorthElsewhere {
  readonly name: EvolutionSettings['controls'][number];
  /** Programs tried. */
  readonly programs: number;
  /** Case runs of the scored stage, as many as the evolution had made and up to those of the programs in flight more; left out in older runs, which matched programs. */
  readonly evaluations?: number;
  /** Best score; null when no program was judged. */
  readonly score: number | null;
  /** Programs tried and the best score, whenever that changed. */
  readonly progress: readonly (readonly [number, number])[];
}

/** What somebody outside told a run to do while it went on. */
export type Steering =
  | { readonly action: 'pause' }
  | { readonly action: 'continue' }
  /** Text for the prompts from now on. */
  | { readonly action: 'note'; readonly text: string }
  /** Makes a program the parent of so many proposals. */
  | { readonly action: 'from'; readonly program: string; readonly proposals: number }
  /** Points a program out, for reports. */
  | { readonly action: 'mark'; readonly program: string; readonly text?: string }
  /** Takes a program out of the archive for good; it may not be champion. */
  | { readonly action: 'ban'; readonly program: string; readonly text?: string };

/** What the engine asks a language model about a program for: whether it is new, or what is to be said for it. */
export type Purpose = 'novelty' | 'feedback';

/** Why a run began no more programs. */
export interface StopReason {
  /** Name of the rule in the settings. */
  readonly rule: string;
  readonly limit: number;
  readonly reached: number;
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
    /** Programs settled when its parents were chosen; left out for a seed. */
    readonly settled?: number;
  };
  /**
   * A proposer asked a language model on the way to the program with this place in the order of proposals; or, with a `purpose`, the engine asked about a
   * program of that proposer.
   */
  'model-asked': { readonly ordinal: number; readonly proposer: string; readonly exchange: Exchange; readonly purpose?: Purpose };
  /** An embedding model was asked for the vector of a program: little-endian float32 in base64, or why there is none. */
  'program-embedded': {
    readonly program: string;
    readonly model: string;
    readonly vector?: string;
    readonly failure?: NonNullable<Exchange['failure']>;
    readonly usage?: NonNullable<Embeddings['usage']>;
  };
  /** A proposer learnt something on the way to the program with this place in the order of proposals. */
  'memory-kept': { readonly ordinal: number; readonly proposer: string; readonly memory: Memory };
  'run-steered': Steering;
  /** The champion had stayed the same for long, and something was done about it; see `stagnation` of the settings. */
  'course-changed': {
    readonly action: CourseAction;
    /** Programs tried until then. */
    readonly tried: number;
    /** Of those, the ones since the last better champion or the last change. */
    readonly since: number;
    /** Elites that left the archive. */
    readonly removed?: readonly string[];
    /** Whom another island was opened with, and who of them was not in the archive. */
    readonly spawned?: { readonly from: readonly string[]; readonly placed: readonly MovedElite[] };
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
  /** What a champion came to on cases that no program was chosen by. */
  'champion-tried': ChampionTrial;
  /** What the same proposers came to without evolution, with as many case runs. */
  'control-finished': Control;
  /** Artefacts of a champion's outcome, made afterwards. */
  'artefacts-added': {
    readonly program: string;
    readonly stage: string;
    readonly case: string;
    readonly seed: number;
    readonly artefacts: Readonly<Record<string, Json>>;
  };
  'run-finished': { readonly programs: number; readonly champion: string | null; readonly statistics: ArchiveStatistics; readonly because?: StopReason };
}
export type EvolutionEventType = keyof EvolutionEvents;

/** What stands for the proposer of a seed program. */
export const SEED = 'seed';
/** Stage at which a proposer itself failed. */
export const PROPOSAL = 'proposal';
/** Stages that the engine adds to those of a problem: programs that fall there were not run. */
export const engineStages: readonly string[] = [PROPOSAL, 'syntax', 'static', 'duplicate', 'novelty'];

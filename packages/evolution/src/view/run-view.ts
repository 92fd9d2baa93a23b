import type { ArchiveStatistics, Program, Score } from '@evospice/contracts';
import type { EvolutionEvents, ExtractionRecord, RejectionStage } from '../events.ts';

/** Why a program, or an attempt at one, was turned away. */
export interface Rejection {
  /** Null when the proposer itself failed and there is no program. */
  readonly program: string | null;
  /** Place in the order of proposals, counted from 1. */
  readonly ordinal: number;
  readonly proposer: string;
  readonly stage: RejectionStage;
  readonly code: string;
  readonly reason: string;
}

/** What an evaluation came to, and where it went in the archive. */
export interface EvaluationVerdict {
  readonly score: Score;
  readonly measures: Readonly<Record<string, number>>;
  readonly archive: EvolutionEvents['program-evaluated']['archive'];
}

/** A program with everything that the run knows of it. */
export interface ProgramRecord {
  readonly program: Program;
  /** Place in the order of proposals, counted from 1. */
  readonly ordinal: number;
  readonly details: Readonly<Record<string, string | number>>;
  /** `pending` while neither judged nor turned away: in flight, or cut off by a kill. */
  readonly state: 'pending' | 'rejected' | 'evaluated';
  readonly rejection?: Rejection;
  readonly verdict?: EvaluationVerdict;
  /** Milliseconds since the Unix epoch at which it was proposed. */
  readonly at: number;
}

/** A program that has been evaluated. */
export interface EvaluatedRecord extends ProgramRecord {
  readonly state: 'evaluated';
  readonly verdict: EvaluationVerdict;
}

/** One step of the champion's history. */
export interface ChampionRecord {
  readonly program: string;
  readonly score: number;
  readonly previous: string | null;
  /** Evaluations done when it became champion. */
  readonly evaluations: number;
  readonly at: number;
}

/** One occupied cell of the archive. */
export interface EliteRecord {
  readonly cell: readonly number[];
  readonly program: string;
  readonly score: number;
  readonly measures: Readonly<Record<string, number>>;
}

/** What the stored events of an evolution say: a pure fold over them, which changes nothing. */
export interface RunView {
  /** What the run began with; null for a run that was cut off before its first event. */
  readonly started: EvolutionEvents['run-started'] | null;
  /** How the run ended; null while it goes on, was cut off, or was taken up again. */
  readonly finished: EvolutionEvents['run-finished'] | null;
  /** How often the run was taken up again. */
  readonly resumptions: number;
  /** Proposals so far, those of which no program came included. */
  readonly proposals: number;
  /** Programs that reached simulation and were judged or turned away there: what `evaluations` of the settings limits. */
  readonly evaluations: number;
  /** By id, in order of their first event. */
  readonly programs: ReadonlyMap<string, ProgramRecord>;
  /** In order of evaluation: adding them to an empty archive in this order gives the archive. */
  readonly evaluated: readonly EvaluatedRecord[];
  /** Proposed and neither judged nor turned away, in order of proposal. */
  readonly pending: readonly ProgramRecord[];
  readonly rejections: readonly Rejection[];
  readonly rejectionsByStage: Readonly<Record<RejectionStage, number>>;
  /** The best program so far; null before the first. */
  readonly champion: EvaluatedRecord | null;
  /** Oldest first; the last is the champion. */
  readonly champions: readonly ChampionRecord[];
  /** Every finished extraction, in order of finishing. */
  readonly extractions: readonly ExtractionRecord[];
  /** Extractions repeated because of the simulator. */
  readonly retries: readonly EvolutionEvents['extraction-retried'][];
  /** Holders of the cells, in cell order. */
  readonly elites: readonly EliteRecord[];
  /** Of the archive after the last evaluation. */
  readonly statistics: ArchiveStatistics | null;
  /** Sequence number of the last event folded in; 0 for none. */
  readonly last: number;
  /** Extractions of one subject (program id or baseline's name), in order of finishing. */
  extractionsOf(subject: string, role?: ExtractionRecord['role']): readonly ExtractionRecord[];
  /** The program first, then its first parent, that one's first parent, … down to a seed. Empty for an unknown id. */
  lineage(program: string): readonly Program[];
}

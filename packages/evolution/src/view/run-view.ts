import type { ArchiveStatistics, Case, Elite, Exchange, Memory, Outcome, Program, ProposalDetails } from '@evospice/contracts';
import type { CaseRecord, ChampionTrial, Control, EvolutionEvents, Purpose, RejectionRecord, Steering, Verdict } from '../events.ts';
import type { Experiment } from './experiment-tally.ts';
import type { ModelUse } from './model-fold.ts';
import type { ModelRecord } from './model-tally.ts';
import type { ProposerRecord } from './proposer-tally.ts';
import type { ProposerYield } from './yield-tally.ts';

/** A program with everything that the run knows of it. */
export interface ProgramRecord {
  readonly program: Program;
  /** Place in the order of proposals, counted from 1. */
  readonly ordinal: number;
  readonly details: ProposalDetails;
  /** Island on which its parents were chosen. */
  readonly island?: number;
  /** `pending` while neither judged nor turned away: in flight, or cut off by a kill. */
  readonly state: 'pending' | 'rejected' | 'judged';
  readonly rejection?: RejectionRecord;
  readonly verdict?: Verdict;
  /** Programs settled between the choice of its parents and its own settling: what it could not know. Left out for seeds, and in runs stored before it was recorded. */
  readonly staleness?: number;
}

/** A program that has been judged. */
export interface JudgedRecord extends ProgramRecord {
  readonly state: 'judged';
  readonly verdict: Verdict;
  /** Programs tried when it was judged, itself included. */
  readonly tried: number;
}

/** A change of the archive. */
export type ArchiveStep = { readonly added: JudgedRecord } | { readonly removed: string } | { readonly spawned: readonly string[] };

/** Something that a proposer learnt, and when. */
export interface MemoryRecord {
  /** Place of the proposal during which it was kept. */
  readonly ordinal: number;
  readonly proposer: string;
  readonly memory: Memory;
  /** Programs that had been judged or turned away by then. */
  readonly settled: number;
}

/** One step of the champion's history. */
export interface ChampionRecord {
  readonly program: string;
  readonly score: number;
  readonly previous: string | null;
  /** Programs tried when it became champion. */
  readonly tried: number;
}

/** What the stored events of an evolution say: a pure fold over them, which changes nothing. */
export interface RunView {
  /** What the run began with; null for a run that was cut off before its first event. */
  readonly started: EvolutionEvents['run-started'] | null;
  /** How the run ended; null while it goes on, was cut off, or was taken up again. */
  readonly finished: EvolutionEvents['run-finished'] | null;
  /** Every time the run was taken up again. */
  readonly resumptions: readonly EvolutionEvents['run-resumed'][];
  /** Proposals so far, those of which no program came included. */
  readonly proposals: number;
  /** Programs that were run and then judged or turned away: what `programs` of the settings limits. */
  readonly tried: number;
  /** By id, in order of proposal. */
  readonly programs: ReadonlyMap<string, ProgramRecord>;
  /** In order of judgement. */
  readonly judged: readonly JudgedRecord[];
  /** What went into the archive, what was taken out by hand or by an action, and islands opened by one, in order: it gives the archive. */
  readonly archived: readonly ArchiveStep[];
  /** Ids of programs that were judged or turned away, in that order. */
  readonly settled: readonly string[];
  /** In order. Those of proposals that were cut off are not among them after a resumption. */
  readonly memories: readonly MemoryRecord[];
  /** Proposed and neither judged nor turned away, in order of proposal. */
  readonly pending: readonly ProgramRecord[];
  readonly rejections: readonly RejectionRecord[];
  /** In order of their first proposal. */
  readonly proposers: readonly ProposerRecord[];
  /** What the children of each proposer and operator came to; each reading sorts their gains. */
  readonly yields: readonly ProposerYield[];
  /** What came of the ways among which proposers let chance decide. */
  readonly experiments: readonly Experiment[];
  /** By stage: those of the engine first, then those of the problem. */
  readonly rejectionsByStage: Readonly<Record<string, number>>;
  /** The best program that was crowned; null before the first. */
  readonly champion: JudgedRecord | null;
  /** The program with the greatest score, the earlier one of two equal ones: the champion, or the one to be crowned next. */
  readonly leader: JudgedRecord | null;
  /** Oldest first; the last is the champion. */
  readonly champions: readonly ChampionRecord[];
  /** Cases that were finished and stored; `cost` is the sum of what they told. Those taken over from a program of the same text are counted apart. */
  readonly cases: { readonly reused: number; readonly finished: number; readonly failed: number; readonly cost: number };
  /** Cases of the scored stage on which programs were run: what a run is compared by with another one of the same problem. */
  readonly evaluations: number;
  /** Of children that are settled: their staleness. The mean is null where it is not on record. */
  readonly staleness: { readonly programs: number; readonly mean: number | null; readonly largest: number };
  /** Programs that lost the race for their cell, and the cases that they were not run on. */
  readonly raced: { readonly programs: number; readonly saved: number };
  /** Runs for comparison, the newest of each kind. */
  readonly controls: readonly Control[];
  /** Questions to language models, answered or not. */
  readonly exchanges: number;
  /** What the engine itself asked models for, by purpose, in order of the first question. */
  readonly models: readonly ModelUse[];
  /** What was asked of each language model and what it cost, in order of their first question. */
  readonly ledger: readonly ModelRecord[];
  /** Nothing is begun until somebody says so. */
  readonly paused: boolean;
  /** Texts for the prompts, oldest first. */
  readonly notes: readonly string[];
  /** Parent of the next proposals, as long as somebody wants it so. */
  readonly focus: string | null;
  /** Programs that somebody pointed out, with what they said. */
  readonly marked: ReadonlyMap<string, string>;
  readonly banned: ReadonlySet<string>;
  /** What was done about stagnation, in order. */
  readonly courses: readonly EvolutionEvents['course-changed'][];
  /** What of it still holds: weights of proposers by name, and a text for prompts. */
  readonly course: { readonly weights: Readonly<Record<string, number>>; readonly text: string };
  /** Everything that somebody outside told the run, in order. */
  readonly steerings: readonly Steering[];
  /** Cases repeated because of trouble around them. */
  readonly retries: readonly EvolutionEvents['case-retried'][];
  /** What the archive holds, in cell order; in order of entry where there are no cells. */
  readonly elites: readonly Elite[];
  /** Of the archive after the last judgement. */
  readonly statistics: ArchiveStatistics | null;
  /**
   * Finished cases of one subject in order of finishing. Kept for programs in flight, champions and references; for others the
   * list is empty, so that a run's memory does not grow with every outcome.
   */
  casesOf(subject: string, stage?: string): readonly CaseRecord[];
  /** Of the programs judged so far, the outcome of the one that was best on this case of the scored stage; undefined where scores do not tell of cases. */
  bestOutcome(one: Pick<Case, 'id' | 'seed'>): Outcome | undefined;
  /** What a program was worth on other cases than those it was chosen by; undefined where that was not tried. */
  trialOf(program: string, stage: ChampionTrial['stage']): ChampionTrial | undefined;
  /** A case that a program of this hash finished which was excused afterwards: there is no need to run it again. */
  caseOfText(hash: string, stage: string, one: Pick<Case, 'id' | 'seed'>): CaseRecord | undefined;
  /** Subjects of which cases are kept, in order of their first case. */
  readonly subjects: readonly string[];
  /** What the engine asked a language model about a program in flight, and was answered. */
  exchangeOf(ordinal: number, purpose: Purpose): Exchange | undefined;
  /** What an embedding model was asked about a program; undefined where none was. */
  embeddingOf(program: string): EvolutionEvents['program-embedded'] | undefined;
  /** The program that was proposed first of those with this hash and was not excused; undefined for none. */
  twin(program: Program): ProgramRecord | undefined;
  /** Programs made from this one. */
  children(id: string): number;
  /** The program first, then its first parent, that one's first parent, … down to a seed. Empty for an unknown id. */
  lineage(program: string): readonly Program[];
}

import type { Json } from './json.ts';
import type { ChatMessage, Completion } from './language-model.ts';
import type { Program, ProgramText } from './program.ts';
import type { ProblemBrief, Rejection } from './problem.ts';
import type { RandomSource } from './services.ts';
import type { Score } from './score.ts';

/** A program with what is known of it. */
export interface EvaluatedProgram {
  readonly program: Program;
  readonly score: Score;
  /** Descriptor values by name. */
  readonly measures: Readonly<Record<string, number>>;
  /** What else the problem tells of it, from `Problem.digest`: short lines, most useful first. */
  readonly digest?: readonly string[];
  /** Its newest children that were turned away, newest last. */
  readonly failedChildren?: readonly FailedAttempt[];
}

/** A child that was turned away, or an attempt of which no program came. */
export interface FailedAttempt {
  /** Null where the proposer itself failed. */
  readonly program: ProgramText | null;
  readonly code: string;
  readonly reason: string;
  /** Where there is a program: its id, and the programs it was made from. */
  readonly id?: string;
  readonly parents?: readonly string[];
}

export interface ProposalRequest {
  /** First is the parent to change, unless the proposer has its own rule for choosing among them; the rest may inspire or be spliced from. At least one unless `blank` is there. */
  readonly parents: readonly EvaluatedProgram[];
  /** There is no program with a score yet: what a first one is to be written into. A proposer that only changes programs refuses with `PROPOSAL_FAILED`. */
  readonly blank?: ProgramText;
  /** What failed lately, whatever it was made from, newest last. */
  readonly rejections: readonly FailedAttempt[];
  /** What programs of this run are. */
  readonly problem: ProblemBrief;
  /** What the run is about, for prompts: the goal, the best score so far. */
  readonly brief: string;
  readonly random: RandomSource;
}

/** A child program and how it came about. */
export interface Proposal extends ProgramText {
  /** What was done, such as `perturb-constant` or `llm-diff`. */
  readonly operator: string;
  /** Ids of the parents really used. */
  readonly parents: readonly string[];
  readonly details: ProposalDetails;
}

/**
 * Facts for the record, such as the model or the constant changed. Some names are summed over a run: `inputTokens`, `outputTokens`,
 * `cachedTokens`, `cost` (US dollars) and `answersWithoutUsage` (answers of which a service did not tell all tokens). A name that begins with `experiment-` says which of several
 * ways chance took, such as `experiment-lessons: shown`, with a space between where it took several at once: a run compares what came of each.
 */
export type ProposalDetails = Readonly<Record<string, string | number>>;

/** A question to a language model and what came of it, as it is kept on record. */
export interface Exchange {
  /** Model that was asked, as its configuration calls it. */
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  /** Left out when there was none. */
  readonly answer?: Completion;
  /** Why there was none. */
  readonly failure?: { readonly code: string; readonly reason: string };
}

export interface ProposalOptions {
  readonly signal?: AbortSignal;
  /** Hears what an attempt has cost so far; what it heard last is on record if no child comes of it. */
  readonly spent?: (details: ProposalDetails) => void;
  /** Is told each question to a language model as soon as it is answered or has failed. */
  readonly exchanged?: (exchange: Exchange) => void;
  /** Is handed what the proposer wants to know again when the run is resumed; see `Proposer.remember`. */
  readonly keep?: (memory: Memory) => void;
}

/** Something that a proposer learnt and that does not follow from the outcomes of its children, such as what a language model answered. */
export interface Memory {
  /** What it is, in the proposer's own words, such as `lesson`. */
  readonly kind: string;
  readonly data: Json;
}

/** What became of a proposer's child. */
export interface ChildVerdict {
  readonly program: Program;
  /** Its first parent; left out where it has none. */
  readonly parent?: Program;
  /** As the proposal gave them. */
  readonly details: ProposalDetails;
  /** Present when it was judged. */
  readonly judged?: {
    readonly score: Score;
    /** As in `AddResult`. */
    readonly status: 0 | 1 | 2;
    /** Score minus that of its first parent; null for a program without parents. */
    readonly gain: number | null;
  };
  /** Present when it was turned away. */
  readonly rejection?: Rejection;
}

/** Makes a child program from parents. */
export interface Proposer {
  readonly name: string;
  /** Different parents wanted; what the run's settings say when left out. It gets fewer while the archive holds fewer. */
  readonly parents?: number;
  /** Its children differ from their parents in numbers only, on purpose: being much alike is not held against them. */
  readonly tunesNumbers?: true;
  /**
   * What its proposals depend on besides options and code, such as files that it reads, by name: kept with the run and compared when it is resumed. Asked
   * before the first program.
   * @throws EvospiceError for what cannot be used: the run does not begin then
   */
  conditions?(): Promise<Readonly<Record<string, Json>>>;
  /**
   * What it does beside asking language models that costs something or changes something, such as `runs codex`: it is then not asked where a run is only rehearsed.
   * Left out by a proposer that does nothing of the kind.
   */
  readonly acts?: string;
  /**
   * @throws EvospiceError `PROPOSAL_FAILED` when no child came of it; the loop records it and goes on. With any other code, such as
   *   `LLM_REFUSED`, it goes on too, but says at once that the proposer itself is in trouble.
   */
  propose(request: ProposalRequest, options?: ProposalOptions): Promise<Proposal>;
  /**
   * Hears what became of a child of its own, once for each, in the order in which that was stored. When a run is resumed it hears everything
   * again from the first child on, so that what it learnt is what it would have learnt without the interruption.
   */
  outcome?(verdict: ChildVerdict): void;
  /**
   * Is given back what it handed to `ProposalOptions.keep`, when a run is resumed: each memory in the place among the outcomes at which it was
   * kept. While the run goes on a proposer takes in itself what it keeps. Memories of a proposal that was cut off are not given back, as that proposal is
   * made again.
   */
  remember?(memory: Memory): void;
}
export const Proposer = Symbol.for('evospice.Proposer');

import type { Program, ProgramText } from './program.ts';
import type { RandomSource } from './services.ts';
import type { Score } from './score.ts';

/** A program with what is known of it. */
export interface EvaluatedProgram {
  readonly program: Program;
  readonly score: Score;
  /** Descriptor values by name. */
  readonly measures: Readonly<Record<string, number>>;
}

export interface ProposalRequest {
  /** First is the parent to change; the rest may inspire or be spliced from. At least one. */
  readonly parents: readonly EvaluatedProgram[];
  /** Reasons recent children were rejected, newest last; without a program where the proposer itself failed. */
  readonly rejections: readonly { readonly program: ProgramText | null; readonly code: string; readonly reason: string }[];
  /** What the run is about, for prompts: task titles, budget, the best score so far. */
  readonly brief: string;
  readonly random: RandomSource;
}

/** A child program and how it came about. */
export interface Proposal extends ProgramText {
  /** What was done, such as `perturb-constant` or `llm-diff`. */
  readonly operator: string;
  /** Ids of the parents really used. */
  readonly parents: readonly string[];
  /** Facts for the record: model, tokens, the constant changed. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Makes a child program from parents. */
export interface Proposer {
  readonly name: string;
  /** @throws EvospiceError `PROPOSAL_FAILED` when no child came of it; the loop records it and goes on. */
  propose(request: ProposalRequest, options?: { readonly signal?: AbortSignal }): Promise<Proposal>;
}
export const Proposer = Symbol.for('evospice.Proposer');

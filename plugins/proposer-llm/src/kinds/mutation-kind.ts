import type { EvaluatedProgram, FailedAttempt, ProgramText, ProposalDetails, ProposalRequest } from '@evospice/contracts';

const weighted = ['diff', 'rewrite', 'crossover', 'simplify', 'repair'] as const;
/** Kinds that are drawn by their weights. */
export type WeightedKindName = (typeof weighted)[number];
export const weightedKindNames: readonly WeightedKindName[] = weighted;
/** What a model can be asked for. Children are on record with the operator `llm-` and this name. */
export type KindName = WeightedKindName | 'write';
export const kindNames: readonly KindName[] = [...weighted, 'write'];

/** What a kind would do with a request. */
export interface Assignment {
  /** Program that the answer changes: its text outside the evolve block stays. */
  readonly base: ProgramText;
  /** Ids of the programs that the child is made from; the first is its parent of record. */
  readonly parents: readonly string[];
  /** The base with its scores; left out where the base has none. */
  readonly parent?: EvaluatedProgram;
  /** A second program, which is shown whole as well. */
  readonly partner?: EvaluatedProgram;
  /** What the base failed with. */
  readonly failure?: FailedAttempt;
  /** For the record. */
  readonly details?: ProposalDetails;
}

/** One way of making a child with a language model; what is asked for is in the template `ask-` and its name. */
export interface MutationKind<N extends KindName = KindName> {
  readonly name: N;
  /** Different parents it needs; with fewer it is not possible. */
  readonly parents: number;
  /**
   * What it would do; undefined where this request offers nothing for it.
   * @param taken ids of failed children that somebody repairs or has repaired
   */
  assign(request: ProposalRequest, taken: ReadonlySet<string>): Assignment | undefined;
}

/** The assignment of kinds that change the first parent. */
export function changeParent({ parents: [parent] }: ProposalRequest): Assignment | undefined {
  return parent === undefined ? undefined : { base: parent.program, parents: [parent.program.id], parent };
}

import { defined, type CompletionUsage, type ProposalDetails } from '@evospice/contracts';

/** What the answers of one attempt cost together. */
export interface AttemptUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens: number;
  /** Answers of which the service did not tell all tokens. */
  readonly answersWithoutUsage: number;
  /** US dollars; undefined once the price of one answer is not known. */
  readonly cost: number | undefined;
}

export const noUsage: AttemptUsage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0, answersWithoutUsage: 0, cost: 0 };

export function addUsage(sum: AttemptUsage, usage: CompletionUsage | undefined): AttemptUsage {
  return {
    inputTokens: sum.inputTokens + (usage?.inputTokens ?? 0),
    outputTokens: sum.outputTokens + (usage?.outputTokens ?? 0),
    cachedTokens: sum.cachedTokens + (usage?.cachedTokens ?? 0),
    answersWithoutUsage: sum.answersWithoutUsage + (usage === undefined || usage.incomplete === true ? 1 : 0),
    cost: sum.cost === undefined || usage?.cost === undefined ? undefined : sum.cost + usage.cost,
  };
}

/** As it is put on record: what there is nothing of is left out. */
export function usageDetails({ inputTokens, outputTokens, cachedTokens, answersWithoutUsage, cost }: AttemptUsage): ProposalDetails {
  return { inputTokens, outputTokens, ...defined({ cachedTokens: cachedTokens || undefined, answersWithoutUsage: answersWithoutUsage || undefined, cost }) };
}

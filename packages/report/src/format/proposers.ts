import { counted, defined } from '@evospice/contracts';
import { isOutOfWork, type ProposerRecord, type Spending } from '@evospice/evolution';

/** For programs. */
export function proposerDocument(records: readonly ProposerRecord[]): readonly (ProposerRecord & { readonly outOfWork: boolean })[] {
  return records.map((record) => ({ ...record, outOfWork: isOutOfWork(record) }));
}

/** Tokens and price as cells; a sum that lacks something is marked by a plus sign. */
export function spentText(spent: Spending | null): { readonly read: string; readonly written: string; readonly cost: string } {
  if (spent === null) return { read: '-', written: '-', cost: '-' };
  const more = spent.answersWithoutUsage > 0 ? '+' : '';
  const cached = spent.cachedTokens > 0 ? ` (${spent.cachedTokens} cached)` : '';
  return {
    read: `${spent.inputTokens}${more}${cached}`,
    written: `${spent.outputTokens}${more}`,
    cost: spent.cost === undefined ? '-' : `$${spent.cost.toFixed(4)}${spent.unpriced > 0 ? '+' : ''}`,
  };
}

/** What two have spent together; null where neither asked a language model. */
export function addSpent(a: Spending | null, b: Spending | null): Spending | null {
  if (a === null || b === null) return a ?? b;
  return {
    inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens, cachedTokens: a.cachedTokens + b.cachedTokens,
    answersWithoutUsage: a.answersWithoutUsage + b.answersWithoutUsage, unpriced: a.unpriced + b.unpriced,
    ...defined({ cost: a.cost === undefined && b.cost === undefined ? undefined : (a.cost ?? 0) + (b.cost ?? 0) }),
  };
}

/** Says of a proposer in trouble what came of it, without the reason. */
export function troubleSentence({ name, programs, failed, trouble }: ProposerRecord): string {
  const times = trouble?.times ?? 0;
  if (programs === 0) return `${name} wrote no program: ${failed === 1 ? 'its only attempt' : `all its ${failed} attempts`} failed, the last one because`;
  return `${name} wrote ${counted(programs, 'program')}, then failed ${times === 1 ? 'once' : `${times} times`}, at last because`;
}

import { defined, type CompletionUsage } from '@evospice/contracts';

/** Counts as a service wrote them: anything, or nothing. */
export interface ToldUsage {
  readonly input: unknown;
  readonly output: unknown;
  readonly cached?: unknown;
  readonly cost?: unknown;
}

/**
 * Usage from what a service told of it. A count that is missing or not a number of tokens is 0 and the usage is marked as incomplete; an
 * answer is not refused for it. Undefined when neither count is there.
 */
export function usageFrom({ input, output, cached, cost }: ToldUsage): CompletionUsage | undefined {
  const [inputTokens, outputTokens] = [tokens(input), tokens(output)];
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  const incomplete = inputTokens === undefined || outputTokens === undefined ? { incomplete: true as const } : {};
  const price = typeof cost === 'number' && Number.isFinite(cost) && cost >= 0 ? cost : undefined;
  return { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0, ...incomplete, ...defined({ cachedTokens: tokens(cached), cost: price }) };
}

function tokens(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d{1,12}$/u.test(value)) return Number(value);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

import { EvospiceError, type ChatMessage } from '@evospice/contracts';
import type { PromptPart } from './prompt-part.ts';
import { mayExceed, tokensOf } from './tokens.ts';

export interface Fitted {
  readonly messages: readonly ChatMessage[];
  /** Parts that are in them. */
  readonly parts: readonly PromptPart[];
  /** What was left out or shortened, in words for the record; empty where all fits. */
  readonly dropped: readonly string[];
}

/**
 * Drops and shortens parts until the messages fit, the least useful first; of two that are equally useful the later one.
 * @param limit tokens
 * @param compose makes the messages of parts
 * @throws EvospiceError `PROPOSAL_CONTEXT` when even what cannot be left out is too long
 */
export async function fit(all: readonly PromptPart[], limit: number, compose: (parts: readonly PromptPart[]) => readonly ChatMessage[]): Promise<Fitted> {
  let parts = all;
  const changed = new Map<string, string>();
  for (;;) {
    const messages = compose(parts);
    if (!mayExceed(messages, limit)) return { messages, parts, dropped: [...changed.values()] };
    const tokens = await tokensOf(messages);
    if (tokens <= limit) return { messages, parts, dropped: [...changed.values()] };
    const least = parts.reduce<PromptPart | undefined>((found, part) => (part.value < Number.POSITIVE_INFINITY && part.value <= (found?.value ?? part.value) ? part : found), undefined);
    if (least === undefined) throw tooLong(tokens, limit);
    const [next, ...further] = least.shorter ?? [];
    changed.set(least.name, next === undefined ? least.name : `${least.name} (shortened)`);
    parts = next === undefined ? parts.filter((part) => part !== least) : parts.map((part) => (part === least ? { ...least, text: next, shorter: further } : part));
  }
}

function tooLong(tokens: number, limit: number): EvospiceError {
  return new EvospiceError('PROPOSAL_CONTEXT', `the prompt needs ${tokens} tokens without all that can be left out, and there is room for ${limit}`, {
    received: tokens, expected: `at most ${limit} tokens: contextTokens less what is kept free for the answer`,
    remedy: 'raise contextTokens if the model has a longer context, lower maxTokens, or use another model',
  });
}

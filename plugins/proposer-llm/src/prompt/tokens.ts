import type { ChatMessage } from '@evospice/contracts';

/** What services add around each message, and around all of them. */
const perMessage = 4;
const perRequest = 3;

/** Whether messages may be longer than a limit: there are no more tokens than bytes, so most prompts need not be counted. */
export function mayExceed(messages: readonly ChatMessage[], limit: number): boolean {
  return overhead(messages) + messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) > limit;
}

/**
 * Tokens of messages as the encoding `o200k_base` of OpenAI's models cuts them. Other models cut otherwise: on programs and English text by
 * up to about a fifth more or less.
 */
export async function tokensOf(messages: readonly ChatMessage[]): Promise<number> {
  // Its tables take long to load.
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  return overhead(messages) + messages.reduce((sum, { content }) => sum + countTokens(content, { allowedSpecial: new Set(), disallowedSpecial: new Set() }), 0);
}

function overhead(messages: readonly ChatMessage[]): number {
  return perRequest + perMessage * messages.length;
}

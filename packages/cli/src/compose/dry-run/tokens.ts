import type { ChatMessage } from '@evospice/contracts';

/** Tokens of messages, about: four characters each, as English text and programs have them. */
export function tokensOf(messages: readonly ChatMessage[]): Promise<number> {
  return Promise.resolve(messages.reduce((sum, { content }) => sum + 4 + Math.ceil(content.length / 4), 3));
}

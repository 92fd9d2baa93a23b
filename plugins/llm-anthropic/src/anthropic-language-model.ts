import type { Logger } from '@evospice/contracts';
import { keyOf, ServiceModel, type PriceLookup } from '@evospice/llm-kit';
import { MessagesProtocol } from './messages-protocol.ts';
import { officialBaseUrl, type AnthropicOptions } from './options.ts';

export interface AnthropicSurroundings {
  readonly logger: Logger;
  readonly prices?: PriceLookup | undefined;
  /** Where `apiKeyVariable` is looked up, once. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * A model behind Anthropic's Messages API.
 * @throws EvospiceError `LLM_REFUSED` when Anthropic itself is asked and there is no key
 */
export function anthropicLanguageModel(options: AnthropicOptions, { logger, prices, environment = process.env }: AnthropicSurroundings): ServiceModel {
  const key = keyOf(environment, { ...options, officialBaseUrl });
  return new ServiceModel({ options, protocol: new MessagesProtocol(options, key), prices, key, logger });
}

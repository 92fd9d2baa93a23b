import type { Logger } from '@evospice/contracts';
import { keyOf, ServiceModel, type PriceLookup } from '@evospice/llm-kit';
import { ChatProtocol } from './chat/chat-protocol.ts';
import { OpenaiClient } from './openai-client.ts';
import { officialBaseUrl, type OpenaiOptions } from './options.ts';
import { ResponsesProtocol } from './responses/responses-protocol.ts';

export interface OpenaiSurroundings {
  readonly logger: Logger;
  readonly prices?: PriceLookup | undefined;
  /** Where `apiKeyVariable` is looked up, once. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * A model of OpenAI, or of any service that speaks one of its protocols (Ollama, vLLM, llama.cpp, LM Studio).
 * @throws EvospiceError `LLM_REFUSED` when OpenAI itself is asked and there is no key
 */
export function openaiLanguageModel(options: OpenaiOptions, { logger, prices, environment = process.env }: OpenaiSurroundings): ServiceModel {
  const key = keyOf(environment, { ...options, officialBaseUrl });
  const client = new OpenaiClient(options, key);
  const protocol = options.api === 'chat' ? new ChatProtocol(options, client) : new ResponsesProtocol(options, client);
  return new ServiceModel({ options, protocol, prices, key, logger });
}

import { resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, Logger, contribute, definePlugin } from '@evospice/contracts';
import { readPrices } from '@evospice/llm-kit';
import { openaiLanguageModel } from './openai-language-model.ts';
import { openaiOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-llm-openai',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'LanguageModel', typeof openaiOptions, [ConfigurationFolder, Logger]>({
      point: 'LanguageModel',
      name: 'openai',
      summary: 'any model behind an OpenAI-compatible base URL: OpenAI, Ollama, vLLM, llama.cpp, …',
      options: openaiOptions,
      inject: [ConfigurationFolder, Logger],
      create: (options, { path }, logger) => {
        const prices = options.prices === undefined ? undefined : readPrices(resolve(path, options.prices), logger);
        return openaiLanguageModel(options, { logger, prices });
      },
    }),
  ],
});

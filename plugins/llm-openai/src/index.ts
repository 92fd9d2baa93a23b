import { CONTRACT_VERSION, Logger, contribute, definePlugin } from '@evospice/contracts';
import { OpenaiLanguageModel } from './openai-language-model.ts';
import { openaiOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-llm-openai',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'LanguageModel', typeof openaiOptions, [Logger]>({
      point: 'LanguageModel',
      name: 'openai',
      summary: 'any model behind an OpenAI-compatible base URL: OpenAI, Ollama, vLLM, llama.cpp, …',
      options: openaiOptions,
      inject: [Logger],
      create: (options, logger) => new OpenaiLanguageModel(options, logger),
    }),
  ],
});

import { CONTRACT_VERSION, Logger, contribute, definePlugin } from '@evospice/contracts';
import { OpenaiEmbeddingModel } from './openai-embedding-model.ts';
import { embeddingOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-embedding-openai',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'EmbeddingModel', typeof embeddingOptions, [Logger]>({
      point: 'EmbeddingModel',
      name: 'openai',
      summary: 'embeddings of any OpenAI-compatible service: OpenAI, Ollama, vLLM, llama.cpp, …',
      options: embeddingOptions,
      inject: [Logger],
      create: (options, logger) => new OpenaiEmbeddingModel(options, logger),
    }),
  ],
});

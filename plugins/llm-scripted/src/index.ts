import { resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { scriptedEmbeddingOptions, scriptedOptions } from './options.ts';
import { readScript } from './read-script.ts';
import { ScriptedEmbeddingModel } from './scripted-embedding-model.ts';
import { ScriptedLanguageModel } from './scripted-language-model.ts';

export { ScriptedLanguageModel } from './scripted-language-model.ts';

/** Contributes the language model and the embedding model `scripted`. */
export default definePlugin({
  name: '@evospice/plugin-llm-scripted',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'LanguageModel',
      name: 'scripted',
      summary: 'answers that were recorded before: a run with a model made again without it',
      options: scriptedOptions,
      inject: [ConfigurationFolder],
      create: ({ script, ...options }, { path }: ConfigurationFolder) => new ScriptedLanguageModel(readScript(resolve(path, script)).exchanges, options),
    }),
    contribute({
      point: 'EmbeddingModel',
      name: 'scripted',
      summary: 'vectors that were recorded before',
      options: scriptedEmbeddingOptions,
      inject: [ConfigurationFolder],
      create: ({ script }, { path }: ConfigurationFolder) => new ScriptedEmbeddingModel(readScript(resolve(path, script)).embeddings),
    }),
  ],
});

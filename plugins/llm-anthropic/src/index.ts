import { resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, Logger, contribute, definePlugin } from '@evospice/contracts';
import { readPrices } from '@evospice/llm-kit';
import { anthropicLanguageModel } from './anthropic-language-model.ts';
import { anthropicOptions } from './options.ts';

/** Contributes the language model `anthropic`. */
export default definePlugin({
  name: '@evospice/plugin-llm-anthropic',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'LanguageModel', typeof anthropicOptions, [ConfigurationFolder, Logger]>({
      point: 'LanguageModel',
      name: 'anthropic',
      summary: "models behind Anthropic's Messages API",
      options: anthropicOptions,
      inject: [ConfigurationFolder, Logger],
      create: (options, { path }, logger) => {
        const prices = options.prices === undefined ? undefined : readPrices(resolve(path, options.prices), logger);
        return anthropicLanguageModel(options, { logger, prices });
      },
    }),
  ],
});

import { CONTRACT_VERSION, Logger, contribute, definePlugin } from '@evospice/contracts';
import { AnthropicLanguageModel } from './anthropic-language-model.ts';
import { anthropicOptions } from './options.ts';

/** Contributes the language model `anthropic`. */
export default definePlugin({
  name: '@evospice/plugin-llm-anthropic',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'LanguageModel', typeof anthropicOptions, [Logger]>({
      point: 'LanguageModel',
      name: 'anthropic',
      summary: "models behind Anthropic's Messages API",
      options: anthropicOptions,
      inject: [Logger],
      create: (options, logger) => new AnthropicLanguageModel(options, logger),
    }),
  ],
});

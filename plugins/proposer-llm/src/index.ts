import { resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, contribute, defined, definePlugin, ExtensionRegistry } from '@evospice/contracts';
import { z } from 'zod';
import { choiceOf, ensembleOf } from './choice/ensemble.ts';
import { LlmProposer } from './llm-proposer.ts';
import { llmProposerOptions } from './options.ts';
import { promptsCommand } from './prompts-command.ts';

export { LlmProposer } from './llm-proposer.ts';
export { llmProposerOptions } from './options.ts';
export { tokensOf } from './prompt/tokens.ts';
export type { Arm, ArmChoice } from './choice/arm.ts';
export type { Advice, PromptPart } from './prompt/prompt-part.ts';

export default definePlugin({
  name: '@evospice/plugin-proposer-llm',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'Proposer', ReturnType<typeof llmProposerOptions>, [ExtensionRegistry, ConfigurationFolder]>({
      point: 'Proposer',
      name: 'llm',
      summary: 'a language model edits parents, rewrites, crosses or simplifies them, or repairs failed children',
      options: llmProposerOptions,
      inject: [ExtensionRegistry, ConfigurationFolder],
      create: (options, registry, { path }) => new LlmProposer({
        options,
        models: ensembleOf(options, registry),
        choice: choiceOf(options),
        ...defined({ promptFolder: options.prompts === undefined ? undefined : resolve(path, options.prompts) }),
      }),
    }),
    contribute({
      point: 'Command',
      name: 'prompts',
      summary: 'the templates of prompts: list them, copy them to edit, show one filled',
      options: z.strictObject({}),
      create: () => promptsCommand,
    }),
  ],
});

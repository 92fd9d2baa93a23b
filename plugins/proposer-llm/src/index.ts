import { resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, contribute, defined, definePlugin, ExtensionRegistry, PastRuns, type LanguageModel, type Selection } from '@evospice/contracts';
import { z } from 'zod';
import { choiceOf, ensembleOf } from './choice/ensemble.ts';
import { LlmProposer } from './llm-proposer.ts';
import { llmProposerOptions } from './options.ts';
import { promptsCommand } from './prompts-command.ts';

export { LlmProposer } from './llm-proposer.ts';
export { llmProposerOptions } from './options.ts';
export { tokensOf } from './prompt/tokens.ts';
export type { Arm, ArmChoice } from './choice/arm.ts';
export type { Advice } from './learning/advice.ts';
export type { PromptPart } from './prompt/prompt-part.ts';

export default definePlugin({
  name: '@evospice/plugin-proposer-llm',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'Proposer', ReturnType<typeof llmProposerOptions>, [ExtensionRegistry, ConfigurationFolder, PastRuns]>({
      point: 'Proposer',
      name: 'llm',
      summary: 'a language model edits parents, rewrites, crosses or simplifies them, or repairs failed children',
      options: llmProposerOptions,
      inject: [ExtensionRegistry, ConfigurationFolder, PastRuns],
      create: (options, registry, { path }, past) => new LlmProposer({
        options,
        models: ensembleOf(options, registry),
        choice: choiceOf(options),
        learning: {
          memoriesOf: (run) => past.memories(resolve(path, run)),
          models: defined({ lessons: modelOf(options.lessons?.model, registry), metaPrompts: modelOf(options.metaPrompts?.model, registry) }),
        },
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

function modelOf(selection: Selection | undefined, registry: ExtensionRegistry): LanguageModel | undefined {
  return selection === undefined ? undefined : registry.create('LanguageModel', selection);
}

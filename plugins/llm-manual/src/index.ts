import { join, resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, contribute, definePlugin, Logger, RunFolder } from '@evospice/contracts';
import { z } from 'zod';
import { answerCommand } from './answer-command.ts';
import { ManualLanguageModel } from './manual-language-model.ts';
import { manualOptions } from './options.ts';
import { QUESTIONS } from './question-folders.ts';

/** Contributes the language model `manual` and the verb `answer`. */
export default definePlugin({
  name: '@evospice/plugin-llm-manual',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'LanguageModel', typeof manualOptions, [ConfigurationFolder, RunFolder, Logger]>({
      point: 'LanguageModel',
      name: 'manual',
      summary: 'a person or another agent answers: questions lie in the folder of the run, `evospice answer` answers them',
      options: manualOptions,
      inject: [ConfigurationFolder, RunFolder, Logger],
      create: ({ folder, timeoutSeconds }, configuration, run, logger) => {
        const own = run.path === undefined ? undefined : join(run.path, QUESTIONS);
        return new ManualLanguageModel({ folder: folder === undefined ? own : resolve(configuration.path, folder), run: run.path, timeoutSeconds }, logger);
      },
    }),
    contribute({ point: 'Command', name: 'answer', summary: 'answers questions of the language model `manual`', options: z.strictObject({}), create: () => answerCommand }),
  ],
});

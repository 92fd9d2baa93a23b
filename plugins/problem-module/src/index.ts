import { ConfigurationFolder, CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { createModuleProblem } from './create-module-problem.ts';
import { moduleProblemOptions } from './options.ts';

export type { ModuleProblem } from './module-problem.ts';
export type { Evaluation, ProblemCase } from '@evospice/problem-kit';

export default definePlugin({
  name: '@evospice/plugin-problem-module',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'Problem', typeof moduleProblemOptions, [ConfigurationFolder]>({
      point: 'Problem',
      name: 'module',
      summary: 'a TypeScript function judges what the functions of a program return',
      options: moduleProblemOptions,
      inject: [ConfigurationFolder],
      create: (options, { path }) => createModuleProblem(options, path),
    }),
  ],
});

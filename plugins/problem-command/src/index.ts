import { ConfigurationFolder, CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { createCommandProblem } from './create-command-problem.ts';
import { commandProblemOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-problem-command',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'Problem', typeof commandProblemOptions, [ConfigurationFolder]>({
      point: 'Problem',
      name: 'command',
      summary: 'a command runs programs in any language, and another one judges what they print',
      options: commandProblemOptions,
      inject: [ConfigurationFolder],
      create: (options, { path }) => createCommandProblem(options, path),
    }),
  ],
});

import { resolve } from 'node:path';
import { ConfigurationFolder, CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { CommandRunner, commandWords } from '@evospice/sandbox';
import { CommandProposer } from './command-proposer.ts';
import { environmentOf } from './environment.ts';
import { commandProposerOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-proposer-command',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'Proposer', typeof commandProposerOptions, [ConfigurationFolder]>({
      point: 'Proposer',
      name: 'command',
      summary: 'any coding agent with a command line edits the parent in a sandboxed folder',
      options: commandProposerOptions,
      inject: [ConfigurationFolder],
      create: (options, { path: base }) => new CommandProposer({
        options,
        words: commandWords(options.command, base),
        readable: options.readable.map((path) => resolve(base, path)),
        path: options.path.map((path) => resolve(base, path)),
        environment: environmentOf(options.environment, process.env),
        runner: new CommandRunner(options.isolation),
      }),
    }),
  ],
});

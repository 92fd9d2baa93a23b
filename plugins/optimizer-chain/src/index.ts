import { CONTRACT_VERSION, contribute, definePlugin, ExtensionRegistry } from '@evospice/contracts';
import { Chain } from './chain.ts';
import { chainOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-chain',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'chain',
      summary: 'Optimizers one after another, each from the best known point or where the space is least searched',
      options: chainOptions,
      inject: [ExtensionRegistry],
      create: (options, registry: ExtensionRegistry) =>
        new Chain(options, options.stages.map(({ optimizer, options: own }) => registry.create('Optimizer', { name: optimizer, options: own }))),
    }),
  ],
});

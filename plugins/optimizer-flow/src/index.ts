import { CONTRACT_VERSION, contribute, definePlugin, ExtensionRegistry } from '@evospice/contracts';
import { z } from 'zod';
import { FlowOptimizer } from './flow-optimizer.ts';
import { flowsCommand } from './flows-command.ts';
import { flowOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-flow',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'flow',
      summary: 'Extraction in stages: some parameters on some regions of some curves, then everything; ready flows by model family',
      options: flowOptions,
      inject: [ExtensionRegistry],
      create: (options, registry: ExtensionRegistry) => new FlowOptimizer(options, registry),
    }),
    contribute({ point: 'Command', name: 'flows', summary: 'the ready flows of extraction stages: list them, show one', options: z.strictObject({}), create: () => flowsCommand }),
  ],
});

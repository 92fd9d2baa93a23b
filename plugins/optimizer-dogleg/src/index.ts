import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { Dogleg } from './dogleg.ts';
import { doglegOptions } from './options.ts';

export { Dogleg } from './dogleg.ts';
export { doglegOptions, type DoglegOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-dogleg',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'dogleg',
      summary: "Powell's dogleg for least squares, bounded, with Broyden updates and restarts",
      options: doglegOptions,
      create: (options) => new Dogleg(options),
    }),
  ],
});

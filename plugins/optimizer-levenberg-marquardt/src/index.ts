import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { LevenbergMarquardt } from './levenberg-marquardt.ts';
import { levenbergMarquardtOptions } from './options.ts';

export { LevenbergMarquardt } from './levenberg-marquardt.ts';
export { levenbergMarquardtOptions, type LevenbergMarquardtOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-levenberg-marquardt',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'lm',
      summary: 'Levenberg-Marquardt, bounded, with Broyden updates and restarts',
      options: levenbergMarquardtOptions,
      create: (options) => new LevenbergMarquardt(options),
    }),
  ],
});

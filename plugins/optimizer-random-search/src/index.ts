import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { randomSearchOptions } from './options.ts';
import { RandomSearch } from './random-search.ts';

export { RandomSearch } from './random-search.ts';
export { randomSearchOptions, type RandomSearchOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-random-search',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'random',
      summary: 'Random search over the unit cube: the floor that others have to beat',
      options: randomSearchOptions,
      create: (options) => new RandomSearch(options),
    }),
  ],
});

import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { GridSearch } from './grid-search.ts';
import { HookeJeeves } from './hooke-jeeves.ts';
import { gridSearchOptions, hookeJeevesOptions } from './options.ts';

export { GridSearch } from './grid-search.ts';
export { HookeJeeves } from './hooke-jeeves.ts';
export { gridSearchOptions, hookeJeevesOptions, type GridSearchOptions, type HookeJeevesOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-pattern-search',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'hooke-jeeves',
      summary: 'Direct search of Hooke and Jeeves: exploratory moves and pattern moves',
      options: hookeJeevesOptions,
      create: (options) => new HookeJeeves(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'grid-search',
      summary: 'Factorial grids of two or three levels around the best point',
      options: gridSearchOptions,
      create: (options) => new GridSearch(options),
    }),
  ],
});

import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { powellOptions, axisSearchOptions } from './powell/options.ts';
import { hookeJeevesOptions, gridSearchOptions } from './pattern-search/options.ts';
import { nelderMeadOptions, complexOptions } from './simplex/options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizers-direct',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'powell',
      summary: "Powell's conjugate directions with the rule that discards dependent ones",
      options: powellOptions, search: searches.powell, module: searchesModule,
    }),
    defineOptimizer({
      name: 'axis-search',
      summary: 'Line searches along one parameter after the other',
      options: axisSearchOptions, search: searches['axis-search'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'hooke-jeeves',
      summary: 'Direct search of Hooke and Jeeves: exploratory moves and pattern moves',
      options: hookeJeevesOptions, search: searches['hooke-jeeves'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'grid-search',
      summary: 'Factorial grids of two or three levels around the best point',
      options: gridSearchOptions, search: searches['grid-search'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'nelder-mead',
      summary: 'Simplex method of Nelder and Mead, adaptive, with oriented restarts',
      options: nelderMeadOptions, search: searches['nelder-mead'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'complex',
      summary: "Box's constrained simplex method",
      options: complexOptions, search: searches.complex, module: searchesModule,
    }),
  ],
});

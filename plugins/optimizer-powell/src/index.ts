import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { AxisSearch } from './axis-search.ts';
import { axisSearchOptions, powellOptions } from './options.ts';
import { Powell } from './powell.ts';

export { AxisSearch } from './axis-search.ts';
export { axisSearchOptions, powellOptions, type AxisSearchOptions, type PowellOptions } from './options.ts';
export { Powell } from './powell.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-powell',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'powell',
      summary: "Powell's conjugate directions with the rule that discards dependent ones",
      options: powellOptions,
      create: (options) => new Powell(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'axis-search',
      summary: 'Line searches along one parameter after the other',
      options: axisSearchOptions,
      create: (options) => new AxisSearch(options),
    }),
  ],
});

import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { DavidonFletcherPowell } from './davidon-fletcher-powell.ts';
import { Lbfgsb } from './lbfgsb.ts';
import { Newton } from './newton.ts';
import { davidonFletcherPowellOptions, lbfgsbOptions, newtonOptions, steepestDescentOptions } from './options.ts';
import { SteepestDescent } from './steepest-descent.ts';

export { DavidonFletcherPowell } from './davidon-fletcher-powell.ts';
export { Lbfgsb } from './lbfgsb.ts';
export { Newton } from './newton.ts';
export {
  davidonFletcherPowellOptions, lbfgsbOptions, newtonOptions, steepestDescentOptions,
  type DavidonFletcherPowellOptions, type LbfgsbOptions, type NewtonOptions, type SteepestDescentOptions,
} from './options.ts';
export { SteepestDescent } from './steepest-descent.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-gradient',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'steepest-descent',
      summary: 'Line searches against the gradient',
      options: steepestDescentOptions,
      create: (options) => new SteepestDescent(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'newton',
      summary: 'Newton steps with a numerical, repaired Hessian',
      options: newtonOptions,
      create: (options) => new Newton(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'dfp',
      summary: 'Variable metric of Davidon, Fletcher and Powell, with its modifications',
      options: davidonFletcherPowellOptions,
      create: (options) => new DavidonFletcherPowell(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'lbfgsb',
      summary: 'Limited-memory BFGS within bounds (L-BFGS-B)',
      options: lbfgsbOptions,
      create: (options) => new Lbfgsb(options),
    }),
  ],
});

import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { ConstrainedComplex } from './constrained-complex.ts';
import { NelderMead } from './nelder-mead.ts';
import { complexOptions, nelderMeadOptions } from './options.ts';

export { ConstrainedComplex } from './constrained-complex.ts';
export { NelderMead } from './nelder-mead.ts';
export { complexOptions, nelderMeadOptions, type ComplexOptions, type NelderMeadOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-simplex',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'nelder-mead',
      summary: 'Simplex method of Nelder and Mead, adaptive, with oriented restarts',
      options: nelderMeadOptions,
      create: (options) => new NelderMead(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'complex',
      summary: "Box's constrained simplex method",
      options: complexOptions,
      create: (options) => new ConstrainedComplex(options),
    }),
  ],
});

import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { CmaEs } from './cma-es.ts';
import { cmaEsOptions } from './options.ts';

export { CmaEs } from './cma-es.ts';
export { cmaEsOptions, type CmaEsOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-cma-es',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'cma-es',
      summary: 'Evolution strategy that learns the covariance of good steps, with IPOP or BIPOP restarts',
      options: cmaEsOptions,
      create: (options) => new CmaEs(options),
    }),
  ],
});

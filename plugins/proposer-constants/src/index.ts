import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { ConstantsProposer } from './constants-proposer.ts';
import { constantsOptions } from './options.ts';

export { ConstantsProposer } from './constants-proposer.ts';
export { constantsOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-proposer-constants',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Proposer',
      name: 'constants',
      summary: 'tunes the numbers of the most promising programs by CMA-ES, in any language; its weight is its share of the programs',
      options: constantsOptions,
      create: (options) => new ConstantsProposer(options),
    }),
  ],
});

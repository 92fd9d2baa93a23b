import { testOptimizer } from '@evospice/testkit';
import { CmaEs } from './cma-es.ts';
import { cmaEsOptions } from './options.ts';

const make = (options: unknown = {}): CmaEs => new CmaEs(cmaEsOptions.parse(options));

testOptimizer('cma-es', make, { improvement: 0.5 });
testOptimizer('cma-es, doubling', () => make({ restartStrategy: 'ipop', lambda: 4, tolFunRelative: 0.1 }), { improvement: 0.8 });

import { testOptimizer } from '@evospice/testkit';
import { psadeOptions, simulatedAnnealingOptions } from './options.ts';
import { Psade } from './psade.ts';
import { SimulatedAnnealing } from './simulated-annealing.ts';

testOptimizer('psade', () => new Psade(psadeOptions.parse({})), { improvement: 0.5 });
testOptimizer('psade, four at once', () => new Psade(psadeOptions.parse({ np: 8, parallel: 4 })));
testOptimizer('simulated-annealing', () => new SimulatedAnnealing(simulatedAnnealingOptions.parse({})), { improvement: 0.5 });
testOptimizer('simulated-annealing, adaptive', () => new SimulatedAnnealing(simulatedAnnealingOptions.parse({ range: 'adaptive' })));

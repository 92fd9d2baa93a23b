import { testOptimizer } from '@evospice/testkit';
import { bayesianOptions } from './bayesian-options.ts';
import { Bayesian } from './bayesian.ts';

const make = (options: unknown = {}): Bayesian => new Bayesian(bayesianOptions.parse(options));

testOptimizer('bayesian', make, { improvement: 0.5 });

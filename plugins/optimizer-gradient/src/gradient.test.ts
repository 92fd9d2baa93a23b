import { testOptimizer } from '@evospice/testkit';
import { DavidonFletcherPowell } from './davidon-fletcher-powell.ts';
import { Lbfgsb } from './lbfgsb.ts';
import { Newton } from './newton.ts';
import { davidonFletcherPowellOptions, lbfgsbOptions, newtonOptions, steepestDescentOptions } from './options.ts';
import { SteepestDescent } from './steepest-descent.ts';

const steepest = (options: unknown = {}): SteepestDescent => new SteepestDescent(steepestDescentOptions.parse(options));
const newton = (options: unknown = {}): Newton => new Newton(newtonOptions.parse(options));
const dfp = (options: unknown = {}): DavidonFletcherPowell => new DavidonFletcherPowell(davidonFletcherPowellOptions.parse(options));
const lbfgsb = (options: unknown = {}): Lbfgsb => new Lbfgsb(lbfgsbOptions.parse(options));

testOptimizer('steepest-descent', () => steepest(), { discrete: 'refused' });
testOptimizer('steepest-descent, sin, golden', () => steepest({ transformation: 'sin', method: 'golden' }), { discrete: 'refused' });
testOptimizer('newton', () => newton(), { discrete: 'refused' });
testOptimizer('newton, arcctg', () => newton({ transformation: 'arcctg' }), { discrete: 'refused' });
testOptimizer('dfp', () => dfp(), { discrete: 'refused' });
testOptimizer('dfp, sin', () => dfp({ transformation: 'sin', modification: 'modified' }), { discrete: 'refused' });
testOptimizer('dfp, first', () => dfp({ modification: 'first', method: 'fibonacci' }), { discrete: 'refused' });
testOptimizer('dfp, second', () => dfp({ modification: 'second', differences: 'central' }), { discrete: 'refused' });
testOptimizer('lbfgsb', () => lbfgsb(), { discrete: 'refused' });

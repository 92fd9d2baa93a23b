import { testOptimizer } from '@evospice/testkit';
import { MonteCarlo } from './monte-carlo.ts';
import { monteCarloOptions } from './options.ts';

const make = (options: unknown = {}): MonteCarlo => new MonteCarlo(monteCarloOptions.parse(options));

testOptimizer('monte-carlo', () => make());
testOptimizer('monte-carlo, normal', () => make({ distribution: 'normal' }));
testOptimizer('monte-carlo, quadratic lines', () => make({ direction: 'quadratic' }));
testOptimizer('monte-carlo, golden lines', () => make({ direction: 'golden', epsilon: 5 }));
testOptimizer('monte-carlo, fibonacci lines', () => make({ direction: 'fibonacci', epsilon: 5 }));

import { testOptimizer } from '@evospice/testkit';
import { AxisSearch } from './axis-search.ts';
import { axisSearchOptions, powellOptions } from './options.ts';
import { Powell } from './powell.ts';

const powell = (options: unknown = {}): Powell => new Powell(powellOptions.parse(options));
const axis = (options: unknown = {}): AxisSearch => new AxisSearch(axisSearchOptions.parse(options));

testOptimizer('powell', () => powell());
testOptimizer('powell, sin', () => powell({ transformation: 'sin', cost: 'error' }));
testOptimizer('powell, arcctg, golden', () => powell({ transformation: 'arcctg', method: 'golden' }));
testOptimizer('axis-search', () => axis());
testOptimizer('axis-search, fibonacci', () => axis({ method: 'fibonacci', epsilon: 5 }));

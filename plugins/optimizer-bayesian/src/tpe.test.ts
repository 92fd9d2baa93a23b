import { testOptimizer } from '@evospice/testkit';
import { tpeOptions } from './tpe-options.ts';
import { Tpe } from './tpe.ts';

const make = (options: unknown = {}): Tpe => new Tpe(tpeOptions.parse(options));

testOptimizer('tpe', make, { improvement: 0.5 });

import { CellRunner, type CellRunnerOptions } from '../run/cell-runner.ts';
import { serveCells } from '../process/serve-cells.ts';
import { testParts } from './bench-parts.ts';

/** A worker process for tests: analytic diodes, with the options that the set-up holds. */
serveCells(async (setup) => {
  if (setup === 'refuse') throw new RangeError('this set-up is refused');
  return new CellRunner(testParts(), { clock: { now: () => performance.now() }, ...(setup as CellRunnerOptions) });
});

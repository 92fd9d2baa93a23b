import type { Optimizer } from '@evospice/contracts';
import { optimizeFunction, type FunctionRun, type FunctionRunOptions, type TestFunction } from '@evospice/test-functions';

/** Where the time allowed for a run went: told apart from a run that failed. */
export class OutOfTime extends Error {}

/** Evaluations between two looks at the clock. */
const evaluationsALook = 32;

/** CPU time of this process in ms: what it takes on a machine that others use too is about the same. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The function, ending a run that evaluates it after the deadline (in ms of `cpuMs`). */
function until(testFunction: TestFunction, deadline: number): TestFunction {
  let evaluations = 0;
  return {
    ...testFunction,
    evaluate(x) {
      evaluations += 1;
      if (evaluations % evaluationsALook === 1 && cpuMs() > deadline) throw new OutOfTime('out of time');
      return testFunction.evaluate(x);
    },
  };
}

/** `optimizeFunction` with a limit of CPU time. @throws whatever the optimizer threw, except that its time ran out. */
export async function measure(optimizer: Optimizer, testFunction: TestFunction, options: FunctionRunOptions, milliseconds: number): Promise<FunctionRun> {
  const run = await optimizeFunction(optimizer, until(testFunction, cpuMs() + milliseconds), options);
  if (run.end === 'failed' && !(run.failure instanceof OutOfTime)) throw run.failure;
  return run;
}

/** Middle of the sorted list, the mean of the two in the middle of an even one; NaN of none. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

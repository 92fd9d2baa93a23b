import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { boundedProblem, createAnalyticContext, curvedValleyProblem, exponentialProblem, failingProblem, linearProblem, testOptimizer, type AnalyticProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { davidonFletcherPowellSearch } from './davidon-fletcher-powell.ts';
import { lbfgsbSearch } from './lbfgsb.ts';
import { newtonSearch } from './newton.ts';
import { davidonFletcherPowellOptions, lbfgsbOptions, newtonOptions, steepestDescentOptions } from './options.ts';
import { steepestDescentSearch } from './steepest-descent.ts';

const steepest = (options: unknown = {}): Optimizer => optimizerOf('steepest-descent', steepestDescentSearch, steepestDescentOptions.parse(options));
const newton = (options: unknown = {}): Optimizer => optimizerOf('newton', newtonSearch, newtonOptions.parse(options));
const dfp = (options: unknown = {}): Optimizer => optimizerOf('dfp', davidonFletcherPowellSearch, davidonFletcherPowellOptions.parse(options));
const lbfgsb = (options: unknown = {}): Optimizer => optimizerOf('lbfgsb', lbfgsbSearch, lbfgsbOptions.parse(options));

testOptimizer('steepest-descent', () => steepest(), { discrete: 'refused' });
testOptimizer('steepest-descent, sin, golden', () => steepest({ transformation: 'sin', method: 'golden' }), { discrete: 'refused' });
testOptimizer('newton', () => newton(), { discrete: 'refused' });
testOptimizer('newton, arcctg', () => newton({ transformation: 'arcctg' }), { discrete: 'refused' });
testOptimizer('dfp', () => dfp(), { discrete: 'refused' });
testOptimizer('dfp, sin', () => dfp({ transformation: 'sin', modification: 'modified' }), { discrete: 'refused' });
testOptimizer('dfp, first', () => dfp({ modification: 'first', method: 'fibonacci' }), { discrete: 'refused' });
testOptimizer('dfp, second', () => dfp({ modification: 'second', differences: 'central' }), { discrete: 'refused' });
testOptimizer('lbfgsb', () => lbfgsb(), { discrete: 'refused' });
testOptimizer('lbfgsb, squares, quadratic', () => lbfgsb({ square: true, method: 'quadratic' }), { discrete: 'refused' });

async function run(optimizer: Optimizer, analytic: AnalyticProblem, budget: number): Promise<{ readonly best: number; readonly spent: number; readonly batches: readonly number[]; readonly candidates: readonly (readonly number[])[] }> {
  const { context, record } = createAnalyticContext(analytic, { budget, seed: 1 });
  await optimizer.optimize(analytic.problem, context);
  return { best: record.best(), spent: record.spent, batches: record.batches, candidates: record.candidates };
}

/** The formulas are exact, and only the search itself is looked at. */
const exact = { cost: 'error', noise: 1e-14, tolerance: 1e-9, restarts: false };

const makers = [['steepest-descent', steepest], ['newton', newton], ['dfp', dfp], ['lbfgsb', lbfgsb]] as const;
const fast = [['newton', newton], ['dfp', dfp], ['lbfgsb', lbfgsb]] as const;

describe.each(fast)('%s', (_, make) => {
  // The least error of these problems is 0; the error is a root mean square, whose square is quadratic for the first.
  test.each([
    ['a cubic', linearProblem, { square: true }, 600, 1e-5],
    ['a curved valley', curvedValleyProblem, { square: true }, 900, 1e-4],
    ['a diode in decades', () => exponentialProblem('log'), { square: true }, 900, 1e-3],
  ] as const)('%s', async (__, problem, options, budget, error) => {
    expect((await run(make({ ...exact, ...options }), problem(), budget)).best).toBeLessThan(error);
  });

  test('a search from many starts gets round the parts that fail', async () => {
    expect((await run(make({ cost: 'error', square: true }), failingProblem(), 600)).best).toBeLessThan(0.02);
  });
});

describe.each(makers)('%s', (name, make) => {
  test('puts the parameter that wants to leave the box on its bound, as a fine grid does', async () => {
    const analytic = boundedProblem();
    const heights = Array.from({ length: 2000 }, (_, index) => 1 + index / 1000);
    const least = Math.min(...heights.map((height) => gridError(analytic, [height, 1])));
    const { best } = await run(make(exact), analytic, 300);
    // Steps of 1e-3 in height change the error by less than 1e-6 next to its minimum.
    expect(best).toBeLessThan(least + 1e-5);
  });

  test('takes derivatives from expressions, and asks for no more differences', async () => {
    const { analytic, gradient } = straightLine();
    const differenced = await run(make({ ...exact, restarts: false }), analytic, 200);
    const given = await run(make({ ...exact, restarts: false, gradient }), analytic, 200);
    expect(given.best).toBeLessThan(Math.max(2 * differenced.best, 1e-4));
    if (name === 'newton') expect(given.batches[1]).toBe(5);
    // At the minimum itself the expressions are 0 / 0, and differences serve again.
    else expect(given.batches.slice(0, 4)).toEqual([1, 1, 1, 1]);
    const one = await run(make({ ...exact, gradient: { a: gradient.a } }), analytic, 200);
    expect(one.best).toBeLessThan(Math.max(2 * differenced.best, 1e-4));
  });

  test('a wrong derivative is believed, which shows that it is used', async () => {
    const { analytic, gradient } = straightLine();
    const { best } = await run(make({ ...exact, gradient: { a: `-(${gradient.a})`, b: `-(${gradient.b})` } }), analytic, 200);
    expect(best).toBeGreaterThan(0.1);
  });

  test('refuses expressions that make no sense, before anything is simulated', async () => {
    const analytic = linearProblem();
    for (const [gradient, received] of [[{ z: 'a' }, ['z']], [{ a: 'a +' }, 'a +'], [{ a: 'a * z' }, ['z']]] as const) {
      const { context, record } = createAnalyticContext(analytic, { budget: 50, seed: 1 });
      await expect(make({ gradient }).optimize(analytic.problem, context)).rejects.toMatchObject({ code: 'OPTIMIZER_OPTIONS', received });
      expect(record.candidates).toEqual([]);
    }
  });
});

function gridError(analytic: AnalyticProblem, parameters: readonly number[]): number {
  const measured = analytic.problem.curves[0]!.vectors[0]!.measured;
  const squares = analytic.model(0, parameters).map((value, index) => (value / measured[index]! - 1) ** 2);
  return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length);
}

/** Two values measured as 1, of the model a and 1 + 3 ln(b / 10), b being on a log axis. */
function straightLine(): { readonly analytic: AnalyticProblem; readonly gradient: { readonly a: string; readonly b: string } } {
  const base = curvedValleyProblem();
  const parameters = [
    { name: 'a', lower: -1, upper: 5, start: 4, scale: 'lin' as const },
    { name: 'b', lower: 1, upper: 100, start: 30, scale: 'log' as const },
  ];
  const curve = { ...base.problem.curves[0]!, vectors: [{ ...base.problem.curves[0]!.vectors[0]!, measured: [1, 1] }] };
  const analytic: AnalyticProblem = {
    problem: { ...base.problem, parameters, curves: [curve] },
    model: (_, [a, b]) => [a!, 1 + 3 * Math.log(b! / 10)],
  };
  // error = sqrt(((a - 1)^2 + 9 ln(b / 10)^2) / 2)
  const error = 'sqrt(((a - 1)^2 + 9 * ln(b / 10)^2) / 2)';
  return { analytic, gradient: { a: `(a - 1) / (2 * ${error})`, b: `9 * ln(b / 10) / b / (2 * ${error})` } };
}

/** An error of 1e6 to 1 between two straight parameters: sqrt((a^2 + 1e6 b^2) / 2), whose square is what the descents here see. */
function steepValley(): AnalyticProblem {
  const base = curvedValleyProblem();
  const parameters = [{ name: 'a', lower: -5, upper: 5, start: -2.3, scale: 'lin' as const }, { name: 'b', lower: -5, upper: 5, start: 1.7, scale: 'lin' as const }];
  const curve = { ...base.problem.curves[0]!, vectors: [{ ...base.problem.curves[0]!.vectors[0]!, measured: [1, 1] }] };
  return { problem: { ...base.problem, parameters, curves: [curve] }, model: (_, [a, b]) => [1 + a!, 1 + 1e3 * b!] };
}

describe('a steep valley', () => {
  const descent = { cost: 'error', square: true, tolerance: 1e-10, restarts: false };

  // f = a^2 + 1e6 b^2 is 2 error^2, so that 0.7 is f < 1. After an exact first step the next one leads along the valley, which is a factor
  // of 5e5 in f from this start; a thousandth of the bracket left over makes it a zigzag that takes 4e-6 of f in an iteration.
  test.each(['golden', 'fibonacci'])('a %s section reaches its floor and goes on along it', async (method) => {
    const { best, spent } = await run(steepest({ ...descent, noise: 1e-15, differences: 'central', method }), steepValley(), 2000);
    expect(spent).toBeLessThan(1000);
    expect(best).toBeLessThan(0.7);
  });

  test.each([1e-6, 1e-8, 1e-12, 1e-15])('steepest descent takes central differences before forward ones lead it astray (noise %d)', async (noise) => {
    const central = await run(steepest({ ...descent, noise, differences: 'central' }), steepValley(), 100);
    const { best } = await run(steepest({ ...descent, noise }), steepValley(), 100);
    expect(central.best).toBeLessThan(1e-3);
    expect(best).toBeLessThan(1e-3);
  });
});

describe('differences', () => {
  test('are one batch, a simulation a parameter, or two', async () => {
    const forward = await run(dfp({ ...exact, differences: 'forward' }), linearProblem(), 40);
    expect(forward.batches.slice(0, 2)).toEqual([1, 4]);
    const central = await run(dfp({ ...exact, differences: 'central' }), linearProblem(), 40);
    expect(central.batches.slice(0, 2)).toEqual([1, 8]);
    const second = await run(newton(exact), linearProblem(), 40);
    expect(second.batches.slice(0, 2)).toEqual([1, 14]);
  });

  test('a failed side is made good by the other one', async () => {
    const base = linearProblem();
    const start = base.problem.parameters.map((parameter) => parameter.start);
    // Anything above the start of `a` fails: the forward difference of a is taken backwards.
    const analytic: AnalyticProblem = { ...base, fails: ([a]) => (a! > start[0]! + 1e-12 ? 'too large' : undefined) };
    const { batches, candidates, best } = await run(steepest({ ...exact, differences: 'forward' }), analytic, 60);
    expect(batches.slice(0, 3)).toEqual([1, 4, 1]);
    expect(candidates[5]![0]).toBeLessThan(start[0]!);
    expect(best).toBeLessThan(1);
  });
});

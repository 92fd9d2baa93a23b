import type { Optimizer } from '@evospice/contracts';
import { optimizerOf, sampleOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, curvedValleyProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { Cells } from './cells.ts';
import { mapElitesSearch } from './map-elites.ts';
import { measuresOf } from './measures.ts';
import { mapElitesOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('map-elites', mapElitesSearch, mapElitesOptions.parse(options));

testOptimizer('map-elites', make, { improvement: 0.1, discrete: 'refused' });
testOptimizer('map-elites without gradients', () => make({ gradientShare: 0 }));

async function lowest(options: unknown, seed: number): Promise<number> {
  const analytic = exponentialProblem();
  const { context, record } = createAnalyticContext(analytic, { budget: 200, seed });
  await make(options).optimize(analytic.problem, context);
  return record.best();
}

describe('map-elites', () => {
  test('gradients pay on a smooth problem', async () => {
    const seeds = [1, 2, 3, 4, 5];
    const steered = await Promise.all(seeds.map((seed) => lowest({}, seed)));
    const blind = await Promise.all(seeds.map((seed) => lowest({ gradientShare: 0 }, seed)));
    // Medians; seeds 1 to 5 were the first five tried.
    expect(steered.toSorted((a, b) => a - b)[2]).toBeLessThan(0.1 * blind.toSorted((a, b) => a - b)[2]!);
  });

  test('keeps the cheapest sample of each cell', async () => {
    const { problem } = linearProblem();
    const { context } = createAnalyticContext(linearProblem(), { budget: 3, seed: 1 });
    const candidates = [[1, 1, 1, 1], [1.1, 1.1, 1, 1], [3, 3, 1, 1]];
    const evaluations = await context.simulate(candidates);
    const samples = candidates.map((candidate, index) => sampleOf(candidate.map((value) => value / 4), evaluations[index], 'error'));
    const cells = new Cells(measuresOf(problem, undefined), 2);
    for (const sample of samples) cells.add(sample);
    cells.add({ unit: [0.9, 0.1, 0, 0], cost: Infinity });
    expect(cells.elites).toEqual([samples[0]!.cost < samples[1]!.cost ? samples[0] : samples[1], samples[2]]);
  });

  test('measures the balance of the errors of kinds of curves', async () => {
    const { problem } = linearProblem();
    const { context } = createAnalyticContext(linearProblem(), { budget: 1, seed: 1 });
    const [evaluation] = await context.simulate([[1, 1, 1, 1]]);
    const sample = sampleOf([0.25, 0.25, 0.25, 0.25], evaluation, 'error');
    // Both curves are of the kind iv: their root mean square over that of all points is within a factor of two of 1.
    const [measure] = measuresOf(problem, [{ curves: 'iv' }]);
    expect(measure!(sample)).toBeGreaterThan(0.35);
    expect(measure!(sample)).toBeLessThan(0.65);
  });

  test.each([[{ parameter: 'qq' }, 'qq'], [{ curves: 'cv' }, 'cv']])('refuses the measure %o before it simulates', async (measure, received) => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 5, seed: 1 });
    await expect(make({ measures: [measure] }).optimize(analytic.problem, context)).rejects.toMatchObject({ code: 'OPTIMIZER_MEASURE', received });
    expect(record.spent).toBe(0);
  });
});

import type { CompactModels, OptimizerContext } from '@evospice/contracts';
import { createAnalyticContext, describeAnalyticProblem, type AnalyticProblem, type AnalyticRecord } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { modelsOf, type Formula } from './testing/compact-double.ts';
import { spaceMappingOptions } from './options.ts';
import { spaceMappingSearch } from './space-mapping.ts';

const sweep = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];
/** A diode with a series resistance, to first order, and a leakage that is off at the start. */
const diode: Formula = (x, [is, n, g, steep], curve) => is! * Math.exp(x / (n! * 0.02585 * (1 + 0.1 * curve))) / (1 + 0.5 * x) + g! * Math.exp(-(steep!) * (0.8 - x));

function problemOf(formula: Formula, truth: readonly number[], fails?: AnalyticProblem['fails']): AnalyticProblem {
  return describeAnalyticProblem({
    name: 'double',
    parameters: [
      { name: 'is', lower: 1e-16, upper: 1e-10, start: 1e-15, scale: 'log' },
      { name: 'n', lower: 1, upper: 2, start: 1.9, scale: 'lin' },
      { name: 'g', lower: 0, upper: 1e-6, start: 0, scale: 'lin' },
      { name: 'steep', lower: 0.1, upper: 10, start: 5, scale: 'log' },
    ],
    sweeps: [sweep, sweep], formula, truth, ...(fails === undefined ? {} : { fails }),
  });
}

async function run(analytic: AnalyticProblem, models: CompactModels, budget: number, options: object = {}): Promise<AnalyticRecord & { readonly lines: string[] }> {
  const { context, record } = createAnalyticContext(analytic, { budget, seed: 1 });
  const lines: string[] = [];
  const view: OptimizerContext = Object.create(context, { models: { value: models }, log: { value: (line: string) => lines.push(line) } });
  await spaceMappingSearch(analytic.problem, view, spaceMappingOptions.parse(options)).catch((error: unknown) => { if (!(error instanceof Error && error.message === 'the budget is spent')) throw error; });
  return Object.assign(record, { lines });
}

const truth = [3e-13, 1.2, 2e-8, 1.5];

describe('space-mapping with a model', () => {
  const analytic = problemOf(diode, truth);

  test('an exact model needs one simulation, and the search ends by itself', async () => {
    const record = await run(analytic, modelsOf(analytic, diode), 50);
    expect(record.errors[0]).toBeLessThan(1e-3);
    expect(record.best()).toBeLessThan(1e-5);
    expect(record.spent).toBeLessThan(10);
  });

  test('a model that is off by a third and bends otherwise needs a few', async () => {
    const coarse: Formula = (x, [is, n, g, steep], curve) => 1.3 * diode(x, [is!, n! * 1.02, g!, steep!], curve) * (1 + 0.2 * x * x);
    const record = await run(analytic, modelsOf(analytic, coarse), 40, { restarts: false });
    const without = await run(analytic, modelsOf(analytic, coarse), 40, { restarts: false, model: false });
    const first = ({ errors }: AnalyticRecord, below: number): number => errors.filter((error) => error !== null).findIndex((error) => error < below);
    expect(first(record, 0.05)).toBeGreaterThanOrEqual(0);
    expect(first(record, 0.05)).toBeLessThan(8);
    expect(record.best()).toBeLessThan(0.01);
    expect(without.lines.join('\n')).not.toContain('compact model');
  });

  test('a minimum that only chance leads out of is left without simulations', async () => {
    // From a frequency of 2, every descent ends beside the true one.
    const wave: Formula = (x, [height, frequency]) => height! * (2 + Math.sin(frequency! * x));
    const waves = describeAnalyticProblem({
      name: 'waves', sweeps: [sweep, sweep.map((x) => x + 0.5)], formula: wave, truth: [1, 25],
      parameters: [{ name: 'height', lower: 0.1, upper: 10, start: 2, scale: 'log' }, { name: 'frequency', lower: 1, upper: 40, start: 2, scale: 'lin' }],
    });
    const record = await run(waves, modelsOf(waves, wave), 20, { starts: 1 });
    expect(record.errors[0]).toBeGreaterThan(0.05);
    expect(record.best()).toBeLessThan(1e-4);
    expect(record.spent).toBeLessThan(12);
  });

  test('a minimum that cannot be simulated is gone around', async () => {
    const ratio = (values: readonly number[]): number => Math.log10(values[0]! / truth[0]!);
    // A band around the true saturation current: half a decade, in which the simulator does not converge.
    const banned = problemOf(diode, truth, (values) => (Math.abs(ratio(values)) < 0.25 ? 'no convergence' : undefined));
    const record = await run(banned, modelsOf(banned, diode), 40);
    const best = record.candidates[record.errors.indexOf(record.best())]!;
    expect(record.errors[0]).toBeNull();
    // The least error is at the band's edges, where the ideality makes up for part of the current.
    expect(Math.abs(ratio(best))).toBeLessThan(0.3);
    // Going back on the straight line alone, the first that works has 0.96.
    expect(record.errors.slice(0, 4).find((error) => error !== null)).toBeLessThan(0.4);
    expect(record.best()).toBeLessThan(0.2);
  });

  test('curves that the model does not have are learnt from simulations', async () => {
    const record = await run(analytic, modelsOf(analytic, diode, (curve) => curve === 0), 60);
    expect(record.best()).toBeLessThan(0.01);
  });

  test('a model of next to nothing is not used, and the record says so', async () => {
    const record = await run(analytic, modelsOf(analytic, diode, () => false), 12);
    expect(record.lines).toContain('which has 0 % of the scored points only: not used');
    expect(record.batches[0]).toBe(4);
  });
});

import type { Curve, Task } from '@evospice/contracts';
import { genericDevice, NgspiceDialect, sweepCurves } from '@evospice/device';
import { addScaled, createRandom, fromUnit, leastSquares, toUnit } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { lineSession, lineTask } from '../line.fixture.ts';
import { assessUncertainty } from './assess-uncertainty.ts';
import { independentCount, leastSquaresStatistics, neighbourCorrelation } from './covariance.ts';
import { compactSlopes } from './curve-slopes.ts';
import { parameterIntervals } from './parameter-intervals.ts';
import { proposals } from './proposals.ts';
import { residualRows } from './residual-rows.ts';
import type { Uncertainty } from './uncertainty.ts';

const signal = new AbortController().signal;
const values = (curve: Curve) => curve.measured.map(({ values: measured }) => measured);
const simulated = (task: Task, change: (value: number, point: number) => number) =>
  new Map(task.curves.map((curve) => [curve.id, { curve: curve.id, vectors: values(curve).map((own) => own.map(change)) }]));

/** Intervals of a line whose residuals are +1 % and -1 % by turns. */
async function ofLine(task: Task, candidate: readonly number[]): Promise<Uncertainty> {
  const found = await assessUncertainty({ task, metric: 'relative', session: lineSession(task), candidate, simulated: simulated(task, (value, point) => value * (1 + 0.01 * (-1) ** point)), signal });
  if ('unavailable' in found) throw new Error(found.unavailable);
  return found;
}

describe('intervals of a line, whose statistics are those of weighted linear regression', () => {
  test('agree with the closed form, along the scale of each parameter', async () => {
    const task = lineTask();
    const { parameters, derivatives, degreesOfFreedom, deviation, pairs, points } = await ofLine(task, [1, 2]);
    // Rows [1, x] / (1 + 2 x) at x = 1..4 and 1..6; residuals +-1 %.
    const x = [1, 2, 3, 4, 1, 2, 3, 4, 5, 6];
    const weighed = (of: (at: number) => number): number => x.reduce((sum, at) => sum + of(at) / (1 + 2 * at) ** 2, 0);
    const [s0, s1, s2] = [weighed(() => 1), weighed((at) => at), weighed((at) => at * at)];
    const determinant = s0 * s2 - s1 * s1;
    const variance = (10 * 0.01 ** 2) / 8;
    // Student's t for 97.5 % and 8 degrees of freedom, from tables.
    const t = 2.306004;
    const [a, b] = [t * Math.sqrt((variance * s2) / determinant), t * Math.sqrt((variance * s0) / determinant)];
    expect({ points, degreesOfFreedom, deviation }).toEqual({ points: 10, degreesOfFreedom: 8, deviation: expect.closeTo(Math.sqrt(variance), 12) });
    expect(derivatives).toEqual({ simulations: 3 });
    // a is logarithmic: its derivative at 1 is per unit of ln a, so that the ends are exp(+-a); forward differences of step 1e-3 of two decades are good to half a per cent.
    expect(parameters[0]!.interval!.map(Math.log)).toEqual([expect.closeTo(-a, 3), expect.closeTo(a, 3)]);
    expect(parameters[1]!.interval).toEqual([expect.closeTo(2 - b, 3), expect.closeTo(2 + b, 3)]);
    expect(pairs).toEqual([{ parameters: ['a', 'b'], correlation: expect.closeTo(-s1 / Math.sqrt(s0 * s2), 3) }]);
  });

  test('a held-out curve is named as what would help', async () => {
    expect((await ofLine(lineTask(), [1, 2])).helpful).toMatchObject([{ curve: 'curve-2', from: 'held out', points: 5, shrinks: expect.closeTo(0.8, 1) }]);
  });

  test('a parameter at a bound is taken as known, and one that moves nothing is open', async () => {
    const task = lineTask();
    expect((await ofLine(task, [10, 2])).parameters[0]).toMatchObject({ interval: null, determined: 'at bound' });
    const session = { ...lineSession(task), simulate: lineSession(task, { answer: ({ candidates, curves }) => candidates.map((at) => ({ ok: true, curves: task.curves.filter(({ id }) => curves!.includes(id)).map(({ id, x }) => ({ curve: id, vectors: [x.map((place) => at[0]! + 2 * place)] })) })) }).simulate };
    const found = await assessUncertainty({ task, metric: 'relative', session, candidate: [1, 2], simulated: simulated(task, (value, point) => value * (1 + 0.01 * (-1) ** point)), signal });
    expect(found).toMatchObject({ parameters: [{ determined: 'determined' }, { name: 'b', determined: 'none', interval: [-10, 10], open: ['lower', 'upper'], error: null }] });
  });

  test('says why there are none', async () => {
    const ask = (task: Task, session = lineSession(task)) => assessUncertainty({ task, metric: 'relative', session, candidate: [1, 2], simulated: simulated(task, (value) => value), signal });
    const few = lineTask({ points: [1, 1, 1] });
    expect(await ask(few)).toEqual({ unavailable: '2 residuals say nothing of the uncertainty of 2 parameters' });
    const task = lineTask();
    expect(await ask(task, lineSession(task, { fail: () => ({ code: 'NOT_CONVERGED', message: 'no' }) }))).toEqual({ unavailable: expect.stringContaining('failed') });
  });
});

describe('residuals', () => {
  test('that follow their neighbours count as fewer, independent ones as themselves', () => {
    const random = createRandom(5);
    const white = Array.from({ length: 400 }, () => random.normal());
    expect(neighbourCorrelation([white])).toBe(0);
    let last = 0;
    const red = white.map((value) => (last = 0.8 * last + value));
    // 0.8 with a standard error of sqrt((1 - 0.64) / 400) = 0.03.
    expect(neighbourCorrelation([red])).toBeGreaterThan(0.7);
    expect(neighbourCorrelation([red])).toBeLessThan(0.9);
    expect(independentCount(90, 0.8)).toBeCloseTo(10, 12);
  });

  test('a step from the minimum promises nothing, one from elsewhere what it takes off', () => {
    // r = [1, 1], J = [1, 0]: half of the squares can go.
    expect(leastSquaresStatistics([[1]], [1], 2)).toEqual({ inverse: [[1]], stepLeft: 0.5 });
    expect(leastSquaresStatistics([[4]], [0], 2)).toEqual({ inverse: [[0.25]], stepLeft: 0 });
  });
});

const device = genericDevice('diode');
const card = new NgspiceDialect().parse(device.card, { file: 'diode.mod' });
const instances = device.instances.map((each) => ({ ...each, info: {} }));
const tunables = device.tunables.filter(({ name }) => ['is', 'n', 'rs'].includes(name)).map((each) => ({ ...each, start: card.value(each.name)! }));
const diode: Task = {
  id: 'diode', title: '', device: device.device, model: { family: 'diode', card }, instances, notes: [], origin: 'generated', source: 'test', tunables,
  curves: sweepCurves(device, instances, 'tiny', 'test').filter(({ kind }) => kind === 'iv').map((curve) => ({ ...curve, split: 'train' as const })),
};

describe('a generated diode with known noise', () => {
  test('95 % intervals cover the truth in 95 % of 150 measurements', async () => {
    const truth = tunables.map(({ start }) => start);
    const exact = (await compactSlopes(diode, card, truth, diode.curves))!;
    const random = createRandom(11);
    const covered = tunables.map(() => 0);
    const draws = 150;
    for (let draw = 0; draw < draws; draw++) {
      const curves = exact.curves.map(({ curve, values: own }) => ({ ...curve, measured: curve.measured.map((vector, v) => ({ ...vector, values: Float64Array.from(own[v]!, (value) => value * (1 + 0.02 * random.normal())) })) }));
      // Gauss-Newton from the truth: noise of 2 % moves the minimum by little.
      const from = residualRows(exact.curves.map((own, c) => ({ ...own, curve: curves[c]! })), 'relative');
      const fitted = fromUnit(tunables, addScaled(toUnit(tunables, truth), leastSquares(from.rows.map((row) => [...row]), from.residuals).solution, -1));
      const found = parameterIntervals(tunables, fitted, residualRows((await compactSlopes(diode, card, fitted, curves))!.curves, 'relative'));
      if ('unavailable' in found) throw new Error(found.unavailable);
      found.parameters.forEach(({ interval }, k) => (covered[k]! += Number(interval![0] <= truth[k]! && truth[k]! <= interval![1])));
    }
    // 0.95 with a binomial standard error of 0.0178; three of them.
    for (const count of covered) expect(Math.abs(count / draws - 0.95)).toBeLessThan(0.054);
  });

  test('proposes other temperatures, and says how much they would help', async () => {
    const proposed = proposals(diode);
    expect(proposed.map(({ curve }) => curve.temperatureC)).toEqual(expect.arrayContaining([-40, 125]));
    const off = new Map((await compactSlopes(diode, card, tunables.map(({ start }) => start), diode.curves))!.curves
      .map(({ curve, values: own }) => [curve.id, { curve: curve.id, vectors: own.map((vector) => Float64Array.from(vector)) }]));
    const measured = { ...diode, curves: diode.curves.map((curve) => ({ ...curve, measured: curve.measured.map((vector, v) => ({ ...vector, values: off.get(curve.id)!.vectors[v]!.map((value, point) => value * (1 + 0.01 * (-1) ** point)) })) })) };
    const session = { simulate: () => Promise.reject(new Error('no simulation is needed')), close: () => Promise.resolve() };
    const found = await assessUncertainty({ task: measured, metric: 'relative', session, candidate: tunables.map(({ start }) => start), simulated: off, signal });
    expect(found).toMatchObject({ derivatives: { exact: 'diode' }, neighbours: 0 });
    const [best] = (found as Uncertainty).helpful;
    expect(best).toMatchObject({ from: 'to be measured' });
    expect(best!.shrinks).toBeLessThan(0.95);
    expect(best!.most.after).toBeLessThan(best!.most.before);
  });
});

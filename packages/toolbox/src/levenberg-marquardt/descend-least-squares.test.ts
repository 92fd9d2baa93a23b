import { describe, expect, test } from 'vitest';
import { dot, norm } from '../linear-algebra/vectors.ts';
import { doglegStep } from '../dogleg/dogleg-step.ts';
import { boundedLevenbergMarquardtStep } from './bounded-step.ts';
import { descendLeastSquares } from './descend-least-squares.ts';
import type { DescentEnd, DescentOptions } from './descent-options.ts';
import type { LeastSquaresModel, LeastSquaresPoint } from './model.ts';

interface ClassicProblem {
  readonly name: string;
  readonly start: readonly number[];
  readonly residuals: (x: readonly number[]) => number[];
  /** Least sum of squares, from Moré, Garbow & Hillstrom, ACM TOMS 7:17-41 (1981). */
  readonly least: readonly number[];
}

const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const bard = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39];

const classics: readonly ClassicProblem[] = [
  { name: 'Rosenbrock', start: [-1.2, 1], residuals: ([x, y]) => [10 * (y! - x! ** 2), 1 - x!], least: [0] },
  {
    name: 'Freudenstein and Roth', start: [0.5, -2], least: [0, 48.9842],
    residuals: ([x, y]) => [-13 + x! + ((5 - y!) * y! - 2) * y!, -29 + x! + ((y! + 1) * y! - 14) * y!],
  },
  { name: 'Jennrich and Sampson', start: [0.3, 0.4], least: [124.362], residuals: ([x, y]) => counted(10).map((i) => 2 + 2 * i - (Math.exp(i * x!) + Math.exp(i * y!))) },
  {
    name: 'Helical valley', start: [-1, 0, 0], least: [0],
    residuals: ([x, y, z]) => [10 * (z! - 10 * (Math.atan(y! / x!) / (2 * Math.PI) + (x! < 0 ? 0.5 : 0))), 10 * (Math.hypot(x!, y!) - 1), z!],
  },
  {
    name: 'Bard', start: [1, 1, 1], least: [8.21487e-3],
    residuals: ([x, y, z]) => bard.map((value, index) => value - (x! + (index + 1) / ((15 - index) * y! + Math.min(index + 1, 15 - index) * z!))),
  },
  { name: 'Powell singular', start: [3, -1, 0, 1], least: [0], residuals: ([a, b, c, d]) => [a! + 10 * b!, Math.sqrt(5) * (c! - d!), (b! - 2 * c!) ** 2, Math.sqrt(10) * (a! - d!) ** 2] },
  {
    name: 'Brown and Dennis', start: [25, 5, -5, -1], least: [85822.2],
    residuals: ([a, b, c, d]) => counted(20).map((i) => (a! + (i / 5) * b! - Math.exp(i / 5)) ** 2 + (c! + d! * Math.sin(i / 5) - Math.cos(i / 5)) ** 2),
  },
];

type Residuals = ClassicProblem['residuals'];

function modelOf(residuals: Residuals, n: number, more: Partial<LeastSquaresModel> = {}): LeastSquaresModel {
  const bound = (value: number): number[] => Array.from({ length: n }, () => value);
  return {
    lower: bound(Number.NEGATIVE_INFINITY),
    upper: bound(Number.POSITIVE_INFINITY),
    evaluate: async (points) => points.map((x) => ({ x, residuals: residuals(x) })),
    ...more,
  };
}

function descend(model: LeastSquaresModel, start: readonly number[], residuals: Residuals, options: DescentOptions = {}): Promise<DescentEnd<LeastSquaresPoint>> {
  return descendLeastSquares(model, { x: start, residuals: residuals(start) }, options);
}

const methods = [
  ['as MINPACK, factor 0.1', { factor: 0.1 }],
  ['as MINPACK, factor 1', { factor: 1 }],
  ['as MINPACK, factor 100', {}],
  ['with Broyden updates and two lengths a batch', { factor: 1, broyden: 6, trials: 2, gain: 0.02 }],
  ['by doglegs', { factor: 1, step: doglegStep }],
] as const satisfies readonly (readonly [string, DescentOptions])[];

describe.each(methods)('descent %s', (_, options) => {
  // Published minima have 6 digits. The tolerance is too tight to be met, so that descents end at machine precision.
  test.each(classics)('$name', async ({ residuals, start, least }) => {
    const { point } = await descend(modelOf(residuals, start.length), start, residuals, { ftol: 1e-14, xtol: 1e-14, evaluations: 2000, ...options });
    const found = dot(point.residuals, point.residuals);
    const nearest = least.reduce((best, value) => (Math.abs(value - found) < Math.abs(best - found) ? value : best));
    expect(Math.abs(found - nearest)).toBeLessThan(1e-8 + 1e-5 * nearest);
  });
});

const line: Residuals = ([a, b]) => [1, 2, 3, 4].map((x) => a! + b! * x - [2, 3, 5, 9][x - 1]!);

describe('descendLeastSquares', () => {
  const singular = classics.find(({ name }) => name === 'Powell singular')!;
  const jacobian = ({ x: [a, b, c, d] }: LeastSquaresPoint): number[][] => {
    const [p, q] = [2 * (b! - 2 * c!), 2 * Math.sqrt(10) * (a! - d!)];
    return [[1, 10, 0, 0], [0, 0, Math.sqrt(5), -Math.sqrt(5)], [0, p, -2 * p, 0], [q, 0, 0, -q]];
  };

  // MINPACK's lmder (as scipy 1.17 runs it) takes 59 evaluations, the first one included, and 58 Jacobians (here it is one fewer of each), ends because the
  // gradient vanishes to machine precision, and is at x = 1.6521176e-17, -1.6521176e-18, 2.6433881e-18, 2.6433881e-18.
  test('walks the path of MINPACK', async () => {
    const { point, reason, evaluations, jacobians } = await descend(modelOf(singular.residuals, 4, { jacobian }), singular.start, singular.residuals);
    expect(reason).toBe('machine precision');
    expect(Math.abs(evaluations - 58)).toBeLessThanOrEqual(1);
    expect(jacobians).toBe(evaluations);
    for (const [index, value] of [1.6521176e-17, -1.6521176e-18, 2.6433881e-18, 2.6433881e-18].entries()) expect(Math.abs(point.x[index]! / value - 1)).toBeLessThan(1e-3);
  });

  test('ends by each of its tolerances, and says so', async () => {
    const { residuals, start } = classics.find(({ name }) => name === 'Bard')!;
    const model = modelOf(residuals, 3);
    const reason = async (options: DescentOptions): Promise<string> => (await descend(model, start, residuals, { ftol: 0, xtol: 0, ...options })).reason;
    expect(await reason({ ftol: 1e-3 })).toBe('reduction');
    expect(await reason({ xtol: 1e-3 })).toBe('step');
    expect(await reason({ gtol: 1e-3 })).toBe('gradient');
    expect(await reason({})).toBe('machine precision');
    expect(await reason({ tolerance: 0.5 })).toBe('converged');
    expect(await reason({ enough: 1 })).toBe('small enough');
    expect(await reason({ evaluations: 5 })).toBe('evaluations');
  });

  test('a straight line takes two Jacobians at most, and counts what it asks for', async () => {
    let asked = 0;
    const base = modelOf(line, 2);
    const model = modelOf(line, 2, { evaluate: async (points) => { asked += points.length; return base.evaluate(points); } });
    const { point, evaluations, jacobians } = await descend(model, [0, 0], line, { factor: 100 });
    expect(jacobians).toBeLessThanOrEqual(2);
    expect(evaluations).toBe(asked);
    // Normal equations: slope 11.5 / 5, intercept 4.75 - 2.5 * 2.3.
    expect(point.x[1]).toBeCloseTo(2.3, 6);
    expect(point.x[0]).toBeCloseTo(-1, 6);
  });

  test('stays inside bounds, differences too, and ends on them', async () => {
    const seen: (readonly number[])[] = [];
    const base = modelOf(line, 2);
    const model = modelOf(line, 2, { lower: [-0.5, 0], upper: [5, 5], evaluate: async (points) => { seen.push(...points); return base.evaluate(points); } });
    for (const step of [undefined, doglegStep]) {
      const { point } = await descend(model, [5, 5], line, step === undefined ? {} : { step });
      expect(point.x[0]).toBe(-0.5);
      // With a = -0.5 the slope is sum x (y + 0.5) / sum x x = (59 + 5) / 30.
      expect(point.x[1]).toBeCloseTo(64 / 30, 6);
    }
    for (const [a, b] of seen) {
      expect(a).toBeGreaterThanOrEqual(-0.5);
      expect(Math.max(a!, b!)).toBeLessThanOrEqual(5);
      expect(b).toBeGreaterThanOrEqual(0);
    }
  });

  test.each(['a failure', 'not a number'])('shrinks the region on %s', async (kind) => {
    const { residuals, start } = classics[0]!;
    // The first long step of Rosenbrock's function would lead here.
    const model = modelOf(residuals, 2, {
      evaluate: async (points) => points.map((x) => (x[1]! < -1 ? (kind === 'a failure' ? undefined : { x, residuals: [Number.NaN, 0] }) : { x, residuals: residuals(x) })),
    });
    const { point } = await descend(model, start, residuals);
    expect(norm(point.residuals)).toBeLessThan(1e-8);
  });

  test('measures a failed column in the other direction, and leaves one that fails twice where it is', async () => {
    const model = (fails: (x: readonly number[]) => boolean): LeastSquaresModel =>
      modelOf(line, 2, { evaluate: async (points) => points.map((x) => (fails(x) ? undefined : { x, residuals: line(x) })) });
    const other = await descend(model(([a, b]) => a! > 0 && b === 0), [0, 0], line);
    expect(other.point.x[1]).toBeCloseTo(2.3, 6);
    const stuck = await descend(model(([a]) => a !== 1), [1, 0], line);
    expect(stuck.point.x[0]).toBe(1);
    expect(stuck.point.x[1]).toBeCloseTo((59 - 10) / 30, 6);
  });

  test('ends when nothing can be paid', async () => {
    expect((await descend(modelOf(line, 2, { affordable: 0 }), [0, 0], line)).reason).toBe('evaluations');
    await expect(descend(modelOf(line, 3), [0, 0], line)).rejects.toMatchObject({ code: 'TOOLBOX_SHAPE' });
  });
});

test('a step of no length that an updated Jacobian proposes costs the region nothing', async () => {
  const residuals: Residuals = ([x, y]) => [10 * (y! - x! ** 2), 1 - x!];
  const radii: number[] = [];
  const end = await descend(modelOf(residuals, 2), [-1.2, 1], residuals, {
    factor: 0.1, broyden: 3,
    step: (problem) => {
      radii.push(problem.radius);
      const step = boundedLevenbergMarquardtStep(problem);
      // The second proposal, the first with an updated Jacobian.
      return radii.length === 2 ? { ...step, step: [0, 0], scaledNorm: 0, predicted: 0, slope: 0 } : step;
    },
  });
  expect(radii.length).toBeGreaterThan(3);
  expect(Math.min(...radii)).toBeGreaterThan(0);
  expect(residuals(end.point.x).every((value) => Math.abs(value) < 1e-6)).toBe(true);
});

test.each([['Levenberg-Marquardt', undefined], ['dogleg', doglegStep]])('goes on over a plateau, where a small region is all that makes the gain small (%s)', async (_, step) => {
  // ln(1 + e^t) = 10 at t = 9.99995, where x is 0.6; at the start the slope is 1e-7, and the first steps bring less than the tolerance.
  const residuals = ([x]: readonly number[]): number[] => [10 - Math.log1p(Math.exp(50 * x! - 20))];
  const { point } = await descend(modelOf(residuals, 1), [0], residuals, {
    factor: 0.02, tolerance: 0.02, ftol: 0, scaling: 'identity', differences: { noise: 1e-7, size: 'absolute' }, ...(step === undefined ? {} : { step }),
  });
  expect(point.x[0]).toBeCloseTo(0.6, 4);
});

describe('Broyden updates', () => {
  test('go on while the region cuts steps short that bring what was promised, however little that is', async () => {
    // A first region of 1e-4: many steps bring less than the gain of a half that is asked for.
    const { point, jacobians, evaluations } = await descend(modelOf(line, 2), [1, 1], line, { factor: 1e-4, broyden: 100, gain: 0.5, scaling: 'identity' });
    expect(point.x[1]).toBeCloseTo(2.3, 6);
    expect(jacobians).toBeLessThanOrEqual(3);
    expect(evaluations).toBeLessThan(30);
  });

  test.each([['Levenberg-Marquardt', undefined], ['dogleg', doglegStep]])('one failed step makes the region smaller, and not the Jacobian old (%s)', async (_, step) => {
    const batches: number[] = [];
    const base = modelOf(line, 2);
    let steps = 0;
    const model = modelOf(line, 2, {
      evaluate: async (points) => {
        batches.push(points.length);
        if (points.length === 1) steps++;
        return points.length === 1 && steps === 3 ? [undefined] : base.evaluate(points);
      },
    });
    await descend(model, [1, 1], line, { factor: 1e-3, broyden: 100, scaling: 'identity', ...(step === undefined ? {} : { step }) });
    // One Jacobian, two steps, the one that fails, and a shorter one.
    expect(batches.slice(0, 5)).toEqual([2, 1, 1, 1, 1]);
  });
});

import type { ModelCard } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTask } from '../line.fixture.ts';
import { clipCandidate } from './candidate.ts';
import { createProblem } from './create-problem.ts';

describe('problem', () => {
  it('is plain JSON', () => {
    const problem = createProblem(lineTask());
    expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
  });

  it('holds training curves only, with geometry, and counts scored points', () => {
    const task = lineTask({ points: [4, 6, 5], truth: { a: 1, b: -0.25 } });
    const problem = createProblem(task);
    expect(problem.curves.map((curve) => curve.id)).toEqual(['curve-0', 'curve-1']);
    expect(problem.curves[0]?.geometry).toEqual({ area: 2 });
    // 1 - 0.25 x is 0 at x = 4, below the floor.
    expect(problem.curves.map((curve) => curve.residuals)).toEqual([3, 5]);
    expect(JSON.stringify(problem)).not.toContain('curve-2');
  });

  it('costs curves by their share of the bias points', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (first, second) => {
      const { curves } = createProblem(lineTask({ points: [first, second, 3] }));
      expect(curves[0]?.budgetShare).toBe(first / (first + second));
      expect(curves.reduce((sum, curve) => sum + curve.budgetShare, 0)).toBeCloseTo(1, 12);
    }));
  });

  it('refuses a task without training curves, tunables or scored points', () => {
    const task = lineTask();
    const refused = expect.objectContaining({ code: 'EXTRACTION_TASK' });
    expect(() => createProblem({ ...task, curves: task.curves.slice(2) })).toThrow(refused);
    expect(() => createProblem({ ...task, tunables: [] })).toThrow(refused);
    expect(() => createProblem(lineTask({ truth: { a: 0, b: 0 } }))).toThrow(refused);
  });
});

describe('what a problem says of how a curve is made', () => {
  it('has the frequency of a capacitance, the thermal node and options that change numbers', () => {
    const task = lineTask();
    const problem = createProblem({
      ...task, device: { ...task.device, thermalNode: true }, model: { ...task.model, options: { gmin: 1e-15 } },
      curves: task.curves.map((curve) => ({ ...curve, frequency: 1e5 })),
    });
    expect(problem.device.thermalNode).toBe(true);
    expect(problem.model.options).toEqual({ gmin: 1e-15 });
    expect(problem.curves.map(({ frequency }) => frequency)).toEqual([1e5, 1e5]);
    expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
  });

  it('marks curves whose device is not the bare one that geometry and values describe', () => {
    const task = lineTask();
    const wrapper = { name: 'sub', nodes: [0, 1], elements: [], models: [] };
    const marks = (other: Partial<typeof task>): readonly unknown[] => createProblem({ ...task, ...other }).curves.map(({ wrapped }) => wrapped);
    expect(marks({})).toEqual([undefined, undefined]);
    expect(marks({ instances: task.instances.map((instance) => ({ ...instance, wrapper })) })).toEqual([true, true]);
    expect(marks({ model: { ...task.model, shifts: { [task.curves[0]!.instance]: { a: { factor: 1, add: 2 } } } } })).toContain(true);
    expect(marks({ tunables: task.tunables.map((tunable) => ({ ...tunable, of: 'library' as const })) })).toEqual([true, true]);
  });
});

describe('candidate', () => {
  const problem = createProblem(lineTask());

  it('is moved into its bounds', () => {
    expect(clipCandidate(problem, [0, 99])).toEqual([0.1, 10]);
    expect(clipCandidate(problem, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual([10, -10]);
    fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const clipped = clipCandidate(problem, [a, b]);
      expect(clipCandidate(problem, clipped)).toEqual(clipped);
      expect(clipped.every((value, index) => value >= (problem.parameters[index]?.lower ?? 0) && value <= (problem.parameters[index]?.upper ?? 0))).toBe(true);
    }));
  });

  it('is refused with EXTRACTION_REQUEST when it is not one number a parameter', () => {
    for (const bad of [[1], [1, 2, 3], [1, Number.NaN], [1, '2'], 'ab', null]) {
      expect(() => clipCandidate(problem, bad as number[])).toThrow(expect.objectContaining({ code: 'EXTRACTION_REQUEST' }));
    }
  });
});

describe('what a problem says of the start card', () => {
  const cardOf = (values: Readonly<Record<string, string>>, text = ''): ModelCard => ({
    name: 'm', type: 'nmos', file: 'm.mod', dialect: 'ngspice', names: () => Object.keys(values), text: (name) => values[name],
    value: (name) => (Number.isFinite(Number(values[name])) ? Number(values[name]) : undefined), with: () => cardOf(values), toString: () => text,
  });

  it('has its numbers and switches, tunable ones at their start, and its level and version', () => {
    const task = lineTask();
    const card = cardOf({ level: '54', version: '4.8.1', mobmod: '1', a: '7', k1: '0.5', note: 'text' });
    const { model } = createProblem({ ...task, model: { ...task.model, card } });
    expect(model).toEqual({ type: 'nmos', level: 54, version: '4.8.1', values: { level: 54, mobmod: 1, a: 5, b: 0, k1: 0.5 } });
  });

  it('has the cards of instances that differ', () => {
    const task = lineTask();
    const cards = { one: cardOf({ k1: '0.5' }, 'same'), two: cardOf({ k1: '0.6' }, 'other') };
    const { model } = createProblem({ ...task, model: { ...task.model, card: cardOf({ k1: '0.5' }, 'same'), cards } });
    expect(model.instances).toEqual({ two: { k1: 0.6, a: 5, b: 0 } });
  });

  it('says between which terminals a capacitance is, and which points are scored', () => {
    const task = lineTask({ points: [4, 6, 5], truth: { a: 1, b: -0.25 } });
    const [first, ...others] = task.curves;
    const measured = first!.measured.map(({ column, floor, values }) => ({ column, floor, values, kind: 'c' as const, hi: ['a'], lo: ['c', 's'] }));
    const { curves } = createProblem({ ...task, curves: [{ ...first!, measured }, ...others] });
    expect(curves[0]!.vectors).toEqual([{ kind: 'c', hi: ['a'], lo: ['c', 's'], floor: 1e-3, measured: [0.75, 0.5, 0.25, 0], scored: [0, 1, 2] }]);
  });
});

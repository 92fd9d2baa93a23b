import type { CompactCurves, ExtractionProblem, ProblemCurve } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { lamp } from '../testing/lamp/index.ts';
import { compactCurves } from './compact-curves.ts';

const x = Array.from({ length: 9 }, (_, i) => 0.1 * i);
const zero = x.map(() => 0);
const vector = (kind: 'i' | 'v' | 'c', more: object = {}) => ({ kind, node: 'a', floor: 1e-15, measured: zero, scored: [], ...more });
const curve = (id: string, more: Partial<ProblemCurve> = {}): ProblemCurve => ({
  id, kind: 'iv', instance: 'one', geometry: { area: 2 }, temperatureC: 27, sweep: 'a', x, weight: 1, budgetShare: 1, residuals: 0,
  drives: { a: { quantity: 'v', values: x }, c: { quantity: 'v', values: zero } }, vectors: [vector('i')], ...more,
});
const values = { is: 2e-14, n: 1.1, rs: 3, rth: 40, cj: 2e-12, tt: 1e-9 };
const names = ['is', 'n', 'rs', 'cj'] as const;
const problem = (curves: readonly ProblemCurve[], more: Partial<ExtractionProblem> = {}): ExtractionProblem => ({
  task: 'lamps', device: { kind: 'lamp' }, modelFamily: 'diode', model: { type: 'up', values }, metric: 'relative', start: { ok: false, failure: { code: 'NONE', message: '' } },
  parameters: names.map((name) => ({ name, lower: values[name] / 2, upper: values[name] * 2, start: values[name], scale: 'lin' })), curves, ...more,
});
const of = (curves: readonly ProblemCurve[], more: Partial<ExtractionProblem> = {}): CompactCurves => compactCurves(problem(curves, more), [lamp])!;
const start = names.map((name) => values[name]);
const cv = curve('cv', { frequency: 1e5, vectors: [vector('c', { hi: ['a'], lo: ['c'] })] });

describe('compactCurves', () => {
  it('is undefined for a device of no family', () => {
    expect(compactCurves(problem([curve('iv')], { device: { kind: 'valve' } }), [lamp])).toBeUndefined();
  });

  it('finds the voltage of a terminal whose current is given', () => {
    const [iv] = of([curve('iv')]).predict(start);
    const driven = curve('vi', { drives: { a: { quantity: 'i', values: [...iv![0]!] }, c: { quantity: 'v', values: zero } }, vectors: [vector('v'), vector('i')] });
    const [[v, i]] = of([driven]).predict(start) as unknown as [[Float64Array, Float64Array]];
    x.forEach((voltage, k) => expect(Math.abs(v[k]! - voltage)).toBeLessThan(1e-7));
    i.forEach((current, k) => expect(Math.abs(current - iv![0]![k]!)).toBeLessThan(1e-9 * Math.abs(current) + 1e-20));
  });

  it('has exact derivatives by parameters of the problem and by others of the card, for every kind of vector', () => {
    const driven = curve('vi', { drives: { a: { quantity: 'i', values: x.map((each) => 1e-6 + each * 1e-2) }, c: { quantity: 'v', values: zero } }, vectors: [vector('v')] });
    for (const type of ['up', 'down']) {
      const sign = type === 'up' ? 1 : -1;
      const turned = (each: ProblemCurve): ProblemCurve => ({ ...each, drives: { ...each.drives, a: { ...each.drives['a']!, values: each.drives['a']!.values.map((value) => sign * value) } } });
      const model = of([curve('iv'), driven, cv].map(turned), { model: { type, values } });
      const parameters = [...names, 'rth', 'tt'];
      const { values: at, jacobian } = model.differentiate(start, { parameters });
      const plain = model.predict(start);
      at.forEach((curves, c) => curves.forEach((each, k) => each.forEach((value, i) => expect(Math.abs(value - plain[c]![k]![i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(value)))));
      parameters.forEach((name, p) => {
        const moved = (by: number) => (p < names.length
          ? model.predict(start.map((value, i) => (i === p ? value * (1 + by) : value)))
          : model.predict(start, { values: { [name]: values[name as 'rth' | 'tt'] * (1 + by) } }));
        const [above, below] = [moved(1e-4), moved(-1e-4)];
        at.forEach((curves, c) => curves.forEach((each, k) => each.forEach((value, i) => {
          const own = values[name as keyof typeof values];
          const expected = (above[c]![k]![i]! - below[c]![k]![i]!) / (2e-4 * own);
          expect(Math.abs(jacobian[c]![k]![i * parameters.length + p]! - expected), `${name} of curve ${c} at point ${i}`)
            .toBeLessThan(1e-5 * Math.abs(expected) + 1e-7 * Math.abs(value / own) + 1e-20);
        })));
      });
    }
  });

  it('computes the curves that are asked for, with hidden values in place of the card’s', () => {
    const model = of([curve('iv'), cv, curve('hot', { temperatureC: 85 })]);
    expect(model.predict(start, { curves: ['hot', 'iv'] }).map(([each]) => each![8])).toEqual([2, 0].map((c) => model.predict(start).map(([each]) => each![8])[c === 2 ? 2 : 0])
      .toReversed());
    expect(model.predict(start, { curves: ['iv'], values: { rth: 0 } })[0]![0]![8]).toBe(of([curve('iv')], { model: { type: 'up', values: { ...values, rth: 0 } } }).predict(start)[0]![0]![8]);
    // Absent from the card, so the sidewall was the bottom's until it is stated.
    const sidewall = model.differentiate(start, { curves: ['cv'], values: { cjsw: 2e-12 }, parameters: ['cj', 'cjsw'] });
    expect(sidewall.values[0]![0]![0]).toBe(model.predict(start, { curves: ['cv'] })[0]![0]![0]);
    expect(sidewall.jacobian[0]![0]![1]! / sidewall.jacobian[0]![0]![0]!).toBeCloseTo(0.1, 9);
    expect(() => model.predict(start, { curves: ['other'] })).toThrow(expect.objectContaining({ code: 'EXTRACTION_REQUEST' }));
    expect(() => model.predict([1])).toThrow(expect.objectContaining({ code: 'COMPACT_MODEL_VALUE' }));
  });

  it('takes the card of an instance for its bin', () => {
    const curves = [curve('iv'), curve('bin', { instance: 'two' })];
    const instances = { two: { ...values, rth: 0, n: 1.3 } };
    const [one, two] = of(curves, { model: { type: 'up', values, instances } }).predict(start);
    expect(two![0]![5]).toBe(one![0]![5]! > 0 ? of([curve('bin')], { model: { type: 'up', values: instances.two } }).predict(start)[0]![0]![5] : NaN);
  });

  it('names what it does not have: values of card, instance and circuit, and whole curves', () => {
    const model = of([curve('iv', { geometry: { area: 1, perimeter: 2 } }), curve('kit', { wrapped: true }), curve('gate', { vectors: [vector('i', { node: 'g' })] })],
      { model: { type: 'up', values: { ...values, strange: 3 }, options: { gmin: 1e-12, reltol: 1e-6, scale: 2 } } });
    expect(model.unsupported.map(({ parameter }) => parameter).toSorted()).toEqual(['perimeter', 'scale', 'strange']);
    expect(model.covered).toEqual([[true], [false], [false]]);
    expect([...model.predict(start)[1]![0]!].every(Number.isNaN)).toBe(true);
  });

  it('takes a thermal node for granted where the card says whether the device heats itself', () => {
    expect(of([curve('iv')], { device: { kind: 'lamp', thermalNode: true } }).unsupported).toEqual([]);
  });

  it('is NaN at a point without a solution, and goes on behind it unless only a whole answer counts', () => {
    const drives = { a: { quantity: 'v' as const, values: [0.5, 5, 0.6] }, c: { quantity: 'v' as const, values: [0, 0, 0] } };
    const model = of([curve('iv', { x: [0, 1, 2], drives })], { model: { type: 'up', values: { ...values, rs: 0.01, rth: 1e5 } } });
    const [[[before, without, after]]] = model.predict([2e-14, 1.1, 0.01, 2e-12]) as unknown as [[[number, number, number]]];
    expect(before).toBeGreaterThan(0);
    expect(without).toBeNaN();
    expect(after).toBeGreaterThan(before);
    const [[[first, ...others]]] = model.predict([2e-14, 1.1, 0.01, 2e-12], { whole: true }) as unknown as [[[number, number, number]]];
    expect(first).toBe(before);
    expect(others).toEqual([NaN, NaN]);
  });
});

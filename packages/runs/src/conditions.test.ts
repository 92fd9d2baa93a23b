import type { Json } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, settleConditions, type Conditions } from './conditions.ts';
import { canonicalJson, contentHash } from './content-hash.ts';

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const conditions: fc.Arbitrary<Conditions> = fc.dictionary(fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'), json, { maxKeys: 5, noNullPrototype: true });
const remedy = 'do something';

describe('conditions', () => {
  it('are the same whatever the order of keys at any depth', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), json, { noNullPrototype: true }), (object) => {
      const turned = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalJson({ inner: turned })).toBe(canonicalJson({ inner: object }));
      expect(contentHash([turned])).toBe(contentHash([object]));
    }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it('let a run go on that has not changed', () => {
    fc.assert(fc.property(conditions, (before) => {
      const settled = settleConditions(before, structuredClone(before), { remedy });
      expect(settled).toEqual({ conditions: before, changed: [] });
    }));
  });

  it('name every difference, whether a value is another, new or gone', () => {
    fc.assert(fc.property(conditions, conditions, (before, now) => {
      const changed = new Map(differences(before, now).map((one) => [one.what, one]));
      for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
        const valueIn = (all: Conditions): Json => (Object.hasOwn(all, name) ? all[name]! : null);
        const same = canonicalJson(valueIn(before)) === canonicalJson(valueIn(now));
        expect(changed.has(name), name).toBe(!same);
        if (!same) expect(changed.get(name)).toEqual({ what: name, before: valueIn(before), now: valueIn(now) });
      }
    }));
  });

  it('refuse what may not change, with all of it, and tell what may', () => {
    const before = { scorer: { name: 'evospice', options: { alpha: 0.3 } }, 'task p05: weights': 'a', workers: 1 };
    const now = { scorer: { name: 'evospice', options: { alpha: 1 } }, 'task p05: weights': 'b', workers: 2 };
    const mayChange = (name: string): boolean => name === 'workers';
    expect(() => settleConditions(before, now, { mayChange, remedy })).toThrow(expect.objectContaining({
      code: 'RUN_CHANGED', remedy, message: expect.stringMatching(/scorer, task p05: weights$/u), expected: expect.stringContaining('0.3'),
      received: [expect.objectContaining({ what: 'scorer' }), { what: 'task p05: weights', before: 'a', now: 'b' }],
    }));
    expect(settleConditions(before, { ...before, workers: 2 }, { mayChange, remedy })).toEqual({
      conditions: { ...before, workers: 2 }, changed: [{ what: 'workers', before: 1, now: 2 }],
    });
  });

  it('come and go where a run may grow, and are kept', () => {
    const before = { metric: 'relative', 'entry lm': 'x' };
    expect(settleConditions(before, { metric: 'relative', 'entry cma-es': 'y' }, { mayGrow: true, remedy }).conditions).toEqual({ metric: 'relative', 'entry lm': 'x', 'entry cma-es': 'y' });
    expect(() => settleConditions(before, { 'entry lm': 'z' }, { mayGrow: true, remedy })).toThrow(expect.objectContaining({ code: 'RUN_CHANGED', message: expect.stringContaining('entry lm') }));
    expect(() => settleConditions(before, { 'entry lm': 'x' }, { remedy })).toThrow(expect.objectContaining({ code: 'RUN_CHANGED', message: expect.stringContaining('metric') }));
  });
});

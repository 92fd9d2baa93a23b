import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from './profile.ts';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('profile of a drive', () => {
  it('sees a constant, also of one point, and no negative zero', () => {
    expect(profileOf([1.2, 1.2, 1.2])).toEqual({ kind: 'constant', value: 1.2 });
    expect(profileOf([-0])).toEqual({ kind: 'constant', value: 0 });
  });

  it('sees a uniform sweep through the rounding of its decimals', () => {
    fc.assert(fc.property(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 3, max: 200 }), (first, step, points) => {
      const values = Array.from({ length: points }, (_, k) => Number(((first + step * k) / 100).toFixed(2)));
      const profile = profileOf(values);
      expect(profile.kind).toBe('uniform');
      // 1e-12 of the largest value is what `profileOf` allows.
      const most = Math.max(...values.map(Math.abs));
      for (const [k, value] of values.entries()) {
        expect(profile.kind === 'uniform' && Math.abs(profile.start + profile.step * k - value)).toBeLessThanOrEqual(1e-12 * most);
      }
    }));
  });

  it('keeps every value of anything else', () => {
    fc.assert(fc.property(fc.array(number, { minLength: 3, maxLength: 50 }), (values) => {
      const profile = profileOf(values);
      fc.pre(profile.kind === 'table');
      // But for the sign of zero, which some programs print or parse oddly.
      expect(profile.kind === 'table' && profile.values).toEqual(values.map((value) => value + 0));
    }));
    expect(profileOf([0, 0.1, 0.2001]).kind).toBe('table');
  });
});

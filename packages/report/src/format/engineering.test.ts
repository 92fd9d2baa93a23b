import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineering, plainNumber } from './engineering.ts';
import { biasLabel, measuredLabel, percent, sweepLabel } from './quantities.ts';

const powers: Readonly<Record<string, number>> = { a: -18, f: -15, p: -12, n: -9, µ: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12 };

describe('engineering notation', () => {
  it.each([
    [0.05, 'V', '50\u00a0mV'], [-1.8, 'V', '−1.8\u00a0V'], [1e-5, 'A', '10\u00a0µA'], [0, 'V', '0\u00a0V'], [999.96e-9, 'A', '1\u00a0µA'], [3.6e-13, 'F', '360\u00a0fF'], [1200, '', '1.2\u00a0k'], [1e-25, 'A', '1e−25\u00a0A'],
  ])('writes %d %s as %s', (value, unit, text) => {
    expect(engineering(value, unit)).toBe(text);
  });

  it('keeps four significant digits with a mantissa from 1 to below 1000', () => {
    fc.assert(fc.property(fc.double({ min: -17, max: 14, noNaN: true }), fc.boolean(), (exponent, negative) => {
      const value = (negative ? -1 : 1) * 10 ** exponent;
      const match = /^(−?)([\d.]+)\u00a0?([afpnµmkMGT]?)$/u.exec(engineering(value));
      expect(match).not.toBeNull();
      const mantissa = Number(match?.[2]);
      expect(mantissa).toBeGreaterThanOrEqual(1);
      expect(mantissa).toBeLessThan(1000);
      const back = (match?.[1] === '' ? 1 : -1) * mantissa * 10 ** (powers[match?.[3] ?? ''] ?? Number.NaN);
      // Half a unit of the fourth digit.
      expect(Math.abs(back / value - 1)).toBeLessThanOrEqual(5.1e-4);
    }));
  });

  it('writes plain numbers with an exponent only where digits would run away', () => {
    expect([80000, 0.045, 1.5e-9, -0.62, 5e6].map((value) => plainNumber(value))).toEqual(['80000', '0.045', '1.5e−9', '−0.62', '5e6']);
  });
});

describe('labels', () => {
  it('names axes with units', () => {
    expect([sweepLabel('VG'), sweepLabel('ib'), measuredLabel('ID', 'i'), measuredLabel('ID', 'i', true), measuredLabel('cg_sdb', 'c'), measuredLabel('vb', 'v')])
      .toEqual(['Vg (V)', 'Ib (A)', 'Id (A)', '|Id| (A)', 'Cg_sdb (F)', 'Vb (V)']);
  });

  it('calls a bias a current where the curve was driven by one', () => {
    expect(biasLabel({ curve: 'Nx8/output_ib/ib=1e-05' }, 'b', 1e-5)).toBe('Ib\u00a0=\u00a010\u00a0µA');
    expect(biasLabel({ curve: 'W1/idvg/vd=0.05,vb=0' }, 'd', 0.05)).toBe('Vd\u00a0=\u00a050\u00a0mV');
  });

  it('writes errors in per cent with three digits', () => {
    expect([0.05012, 0.511, 23.43, 236.3].map(percent)).toEqual(['5.01 %', '51.1 %', '2343 %', '23600 %']);
  });
});

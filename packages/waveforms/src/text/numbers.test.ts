import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberForm, parseEngineering, parseNumber } from './numbers.ts';
import { splitNames } from './columns.ts';

describe('numbers', () => {
  it('every printed double is read back', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      // String(-0) has no sign
      expect(parseNumber(String(value))).toBe(value + 0);
      expect(parseNumber(value.toExponential(16))).toBe(Number(value.toExponential(16)));
    }));
  });

  it.each(['', ' ', '.', '-', 'e5', '0x10', '1_000', '1,5', '1e', '1e999', '--1', '1.2.3', '1e5.0', 'Infinityx', '1.0-5'])('"%s" is not a number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('values that are none are passed on as the program wrote them', () => {
    expect(['nan', '-nan', 'NaN', 'inf', '-Inf'].map(parseNumber)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });

  it('suffixes scale the decimal text exactly', () => {
    expect(['362.2927m', '1.00000x', '1.0meg', '-4.7u', '2.5f', '38.4812a', '63.8900k', '1.5g', '2t', '0.', '100.00000'].map(parseEngineering))
      .toEqual([0.3622927, 1e6, 1e6, -4.7e-6, 2.5e-15, 38.4812e-18, 63_890, 1.5e9, 2e12, 0, 100]);
    expect(['1q', '1mm', 'm', '1e3k'].map(parseEngineering)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('a form is kept once a mantissa ends with a zero', () => {
    const form = new NumberForm();
    expect([form.parse('1.23456e-05'), form.parse('1.50000e-05'), form.parse('1.5000e-05')]).toEqual([1.23456e-5, 1.5e-5, undefined]);
    const free = new NumberForm();
    expect([free.parse('1.23456e-05'), free.parse('0.5'), free.parse('1.5e-05')]).toEqual([1.23456e-5, 0.5, 1.5e-5]);
  });

  it('names are split outside brackets and quotes', () => {
    expect(splitNames('Index  V(1,2)  {A + (B C)} I(V)', ' ')).toEqual(['Index', 'V(1,2)', '{A + (B C)}', 'I(V)']);
    expect(splitNames('FREQ,DNO(M1,RD),"a,b",', ',')).toEqual(['FREQ', 'DNO(M1,RD)', '"a,b"', '']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectNumbers } from './dialect-numbers.ts';
import { formatSpiceNumber } from './spice-number.ts';

const parseSpiceNumber = dialectNumbers.ngspice;

describe('numbers of ngspice', () => {
  // Expected values: ngspice manual, "Some naming conventions"; 1X and 1a tried in ngspice 39.
  it.each([
    ['1', 1], ['-.5', -0.5], ['+2.', 2], ['1e-9', 1e-9], ['1.2E+003', 1200], ['1k', 1e3], ['1K', 1e3], ['1meg', 1e6], ['1MEGohm', 1e6], ['1m', 1e-3], ['1M', 1e-3],
    ['1mil', 25.4e-6], ['1X', 1], ['1a', 1], ['1u', 1e-6], ['1F', 1e-15], ['5V', 5], ['10pF', 10e-12], ['3t', 3e12], ['2g', 2e9], ['1e3k', 1e6], ['4n', 4e-9],
    // The micro sign, the Greek letter, and units behind numbers.
    ['2\u00b5', 2e-6], ['2\u03bcF', 2e-6], ['2\u00b5m', 2e-6], ['42mOhm', 0.042], ['5k\u03a9', 5e3], ['1.11V', 1.11], ['27\u00b0C', 27],
  ])('reads %s as %d', (text, value) => {
    expect(parseSpiceNumber(text)).toBe(value);
  });

  it.each(['', 'abc', '1+1', '{1}', "'1'", '1 2', '--1', '1u5', '0x10', 'nan', '1e999', '1d-9'])('does not read %j', (text) => {
    expect(parseSpiceNumber(text)).toBeUndefined();
  });

  it('reads back every number that formatSpiceNumber writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseSpiceNumber(formatSpiceNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sizeIn, temperatureIn } from './quantity-text.ts';

it.each([
  ['10u', 1e-5], ['130.0n', 1.3e-7], ['0.13um', 1.3e-7], ['10u0', 1e-5], ['0u13', 1.3e-7], ['0p15u', 1.5e-7], ['7E-6', 7e-6], ['3.4p', 3.4e-12], ['3 um^2', 3e-12], [' 10.00u ', 1e-5],
])('%s is a size', (text, metres) => expect(sizeIn(text)).toBeCloseTo(metres, 15));

it.each(['10', '0.9', '.', 'wide', '0', '-1u'])('%s may be in micrometres or nothing at all', (text) => expect(sizeIn(text)).toBeUndefined());

it('reads every size with a prefix that it could have been given', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('u', 'n', 'p', 'm'), (digits, prefix) => {
    const factor = { u: 1e-6, n: 1e-9, p: 1e-12, m: 1e-3 }[prefix]!;
    expect(sizeIn(`${digits / 100}${prefix}`)! / ((digits / 100) * factor)).toBeCloseTo(1, 8);
  }));
});

it.each([['27', 27], [' 27.0000 ', 27], ['-40', -40], ['25 C', 25], ['300K', 27], ['300', 27], ['398 K', 125], ['85 degC', 85], ['298.15 K', 25]])('%s is a temperature', (text, celsius) => expect(temperatureIn(text)).toBe(celsius));
it.each(['room', '', '10:30', '1000'])('%s is none', (text) => expect(temperatureIn(text)).toBeUndefined());

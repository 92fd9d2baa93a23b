import { expect, it } from 'vitest';
import { foreignParameter } from './foreign-parameters.ts';

it('knows ratings of LTspice by the type of model, and tolerances and temperatures of PSpice on every model', () => {
  expect(foreignParameter('vdmos pchan', 'ron')).toMatchObject({ harmless: true, meaning: expect.stringContaining('on-resistance') });
  expect(foreignParameter('PNP', 'vceo')?.harmless).toBe(true);
  expect(foreignParameter('nmos', 'ron')).toBeUndefined();
  expect(foreignParameter('d', 'dev/gauss')?.harmless).toBe(true);
  expect(foreignParameter('d', 't_measured')).toMatchObject({ harmless: false, meaning: expect.stringContaining('tnom') });
  expect(foreignParameter('d', 'constructor')).toBeUndefined();
});

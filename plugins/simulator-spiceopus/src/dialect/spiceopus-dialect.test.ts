import { NgspiceDialect, convertCard } from '@evospice/device';
import { testCardConversion, testCardDialect } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { SpiceOpusDialect } from './spiceopus-dialect.ts';

testCardDialect('spiceopus', () => new SpiceOpusDialect(), [
  { name: 'comment lines, expressions, suffixes', text: '* head\n.model nch nmos level=53\n+ version=3.24 tox=7.5n cgso={2e-10*k}\n* between\n+ u0=430 vth0=0.5 vsat=0.1meg\n', model: 'nch', type: 'nmos', values: { level: 53, tox: 7.5e-9, u0: 430, vth0: 0.5, vsat: 1e5 } },
]);

testCardConversion('spiceopus', () => new SpiceOpusDialect(), { refused: ['vdmos', 'vbic', 'hicum', 'hisim2', 'hisimhv', 'bsimsoi4'] });

describe('SpiceOpusDialect', () => {
  const to = (text: string) => convertCard(text, { from: new NgspiceDialect(), to: new SpiceOpusDialect(), file: 'x' });

  it('writes the early models without a level and the Berkeley transistors with its own', () => {
    expect(to('.model a d is=1e-15 tnom=27\n').text).not.toContain('level');
    expect(to('.model a nmos level=14 version=4.5 tnom=27\n').text).toContain('+ level = 60\n');
  });

  it('names every term of the sidewall, which it does not have', () => {
    expect(to('.model a d is=1e-15 jsw=1e-17 cjsw=1e-16 tnom=27\n').warnings.map(({ code, parameter }) => [code, parameter])).toEqual([['NO_COUNTERPART', 'jsw'], ['NO_COUNTERPART', 'cjsw']]);
  });

  it('writes out the emission coefficient of breakdown where it follows that of the current', () => {
    expect(to('.model a d n=1.2 bv=10 tnom=27\n').warnings.map(({ parameter }) => parameter)).toEqual(['nbv']);
  });
});

import { NgspiceDialect, convertCard, dialectNumbers } from '@evospice/device';
import { testCardConversion, testCardDialect } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { XyceDialect } from './xyce-dialect.ts';

testCardDialect('xyce', () => new XyceDialect(), [
  { name: 'comments, expressions, suffixes', text: '* head\n.MODEL nch NMOS ( LEVEL=9 ; BSIM3\n+ version=3.2.2 tox=7.5n cgso={2e-10*k}\n* between\n+ u0=430, vth0=0.5 vsat=0.1X)\n', model: 'nch', type: 'NMOS', values: { level: 9, tox: 7.5e-9, u0: 430, vth0: 0.5, vsat: 1e5 } },
]);

testCardConversion('xyce', () => new XyceDialect(), { refused: ['vdmos', 'hisim2', 'hisimhv'] });

const toNgspice = (text: string) => convertCard(text, { from: new XyceDialect(), to: new NgspiceDialect(), file: 'x.lib' });
const fromNgspice = (text: string) => convertCard(text, { from: new NgspiceDialect(), to: new XyceDialect(), file: 'x.mod' });

describe('XyceDialect', () => {
  it.each([['1X', 1e6], ['1a', 1], ['3meg', 3e6], ['2mil', 50.8e-6], ['1f', 1e-15]])('reads %s as %d', (text, value) => {
    expect(dialectNumbers.xyce(text)! / value).toBeCloseTo(1, 12);
  });

  it('knows that level 9 is BSIM3 here and something else in ngspice', () => {
    expect(toNgspice('.model a nmos level=9 version=3.2.2 tnom=27 vth0=0.5\n').text).toMatch(/\+ level = 8\n/);
    expect(() => fromNgspice('.model a nmos level=9 vto=0.5\n')).toThrow(expect.objectContaining({ code: 'CONVERT_FAMILY', remedy: expect.stringContaining('modified level 3') }));
  });

  it('takes VBIC under its two levels and refuses the one that was removed', () => {
    expect(fromNgspice('.model a npn level=9 tnom=27 is=1e-16\n').text).toMatch(/\+ level = 12\n/);
    expect(toNgspice('.model a npn level=11 tnom=27 is=1e-16\n').text).toMatch(/\+ level = 4\n/);
    expect(() => toNgspice('.model a npn level=10 is=1e-16\n')).toThrow(expect.objectContaining({ code: 'CONVERT_FAMILY', remedy: expect.stringContaining('removed') }));
  });

  it('writes out resistances of VBIC, whose defaults differ', () => {
    expect(fromNgspice('.model a npn level=4 tnom=27\n').text).toMatch(/\+ rci = 0\.1\n\+ rbi = 0\.1\n\+ rbp = 0\.1/);
    expect(Object.fromEntries(toNgspice('.model a npn level=12 tnom=27\n').model.parameters)).toEqual({ rci: 0, rbi: 0, rbp: 0 });
  });

  it('states the temperature coefficient of breakdown as a fraction', () => {
    const there = fromNgspice('.model a d bv=10 tcv=0.005 tnom=27\n');
    expect(there.text).toContain('+ tbv1 = -0.0005');
    expect(toNgspice(there.text).model.parameters.get('tcv')).toBeCloseTo(0.005, 15);
  });

  it('leaves the coefficient out, with a warning, where the fraction is too large for a number', () => {
    const there = fromNgspice('.model a d bv=-5e-324 tcv=27 tnom=27\n');
    expect(there.text).not.toMatch(/Infinity|tbv1/);
    expect(there.warnings).toContainEqual(expect.objectContaining({ code: 'NO_COUNTERPART', parameter: 'tcv' }));
  });

  it('warns of the version it has no code for, and of equations that differ', () => {
    expect(fromNgspice('.model a nmos level=14 version=4.5 tnom=27\n').warnings.map(({ code }) => code)).toEqual(['VERSION_UNKNOWN']);
    expect(fromNgspice('.model a d ikf=1e-3 tnom=27\n').warnings.map(({ code }) => code)).toEqual(['EQUATION_DIFFERS']);
  });

  it('takes the knee current of level 2 and not that of level 1, which has none', () => {
    expect(toNgspice('.model a d level=2 ikf=1e-3 tnom=27\n').model.parameters.get('ikf')).toBe(1e-3);
    const { model, warnings } = toNgspice('.model a d ikf=1e-3 tnom=27\n');
    expect(model.parameters.has('ikf')).toBe(false);
    expect(warnings.map(({ code, parameter }) => [code, parameter])).toEqual([['NO_COUNTERPART', 'ikf']]);
  });

  it('says what it assumes for a parameter without counterpart', () => {
    const [warning] = fromNgspice('.model a nmos level=8 version=3.2.2 tnom=27 xl=1e-8\n').warnings;
    expect(warning).toMatchObject({ code: 'NO_COUNTERPART', parameter: 'xl', message: expect.stringContaining('xl=1e-8') });
  });
});

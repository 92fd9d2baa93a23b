import { NgspiceDialect, convertCard, dialectNumbers } from '@evospice/device';
import { testCardConversion, testCardDialect } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { HspiceDialect } from './hspice-dialect.ts';

const card = `* a card with everything
.param k=1
.MODEL nch NMOS ( LEVEL=54 $ the Berkeley one
+ version=4.5 tnom=25 \\\\
  toxe=2.6n u0=0.03,
* between
+ vth0='0.3+k' k1=0.5 ndep=1.7e17 jss=1a )
.model other d is=1e-14
`;

testCardDialect('hspice', () => new HspiceDialect(), [
  { name: 'comments, both continuations, expressions, suffixes', text: card, model: 'nch', type: 'NMOS', values: { level: 54, tnom: 25, toxe: 2.6e-9, u0: 0.03, k1: 0.5, ndep: 1.7e17 } },
  { name: 'a diode', text: '.model d1 d level=3 js=1e-3 cj=1e-4 tref=25\n', type: 'd', values: { level: 3, js: 1e-3, cj: 1e-4 } },
]);

testCardConversion('hspice', () => new HspiceDialect(), { refused: ['vdmos', 'hisim2', 'hisimhv'] });

const toNgspice = (text: string) => convertCard(text, { from: new HspiceDialect(), to: new NgspiceDialect(), file: 'x.l' });
const fromNgspice = (text: string) => convertCard(text, { from: new NgspiceDialect(), to: new HspiceDialect(), file: 'x.mod' });

describe('HspiceDialect', () => {
  it.each([['1x', 1e6], ['2MEG', 2e6], ['3a', 3e-18], ['1mil', 25.4e-6], ['1.5e-3', 1.5e-3], ['4k', 4e3]])('reads %s as %d', (text, value) => {
    expect(dialectNumbers.hspice(text)).toBeCloseTo(value, 15);
    expect(dialectNumbers.hspice(text)! / value).toBeCloseTo(1, 12);
  });

  it('finds a value in attoamperes and leaves the expression alone', () => {
    const parsed = new HspiceDialect().parse(card, { file: 'x', model: 'nch' });
    expect(parsed.value('jss')! / 1e-18).toBeCloseTo(1, 12);
    expect(parsed.text('vth0')).toBe("'0.3+k'");
    expect(parsed.value('vth0')).toBeUndefined();
  });

  it('does not take a semicolon or two slashes for a comment', () => {
    expect(new HspiceDialect().parse('.model a d is=1e-14 // n=2\n', { file: 'x' }).names()).toContain('n');
  });

  it('states the temperature that HSPICE assumes and ngspice does not', () => {
    const { model, warnings, text } = toNgspice('.model a d is=1e-14\n');
    expect(model.tnom).toBe(25);
    expect(text).toContain('+ tnom = 25');
    expect(warnings.map(({ code }) => code)).toEqual(['TNOM_ASSUMED']);
  });

  it('writes out junction potentials, whose defaults differ, both ways', () => {
    expect(toNgspice('.model a d tref=25 cjo=1p\n').text).toMatch(/\+ vj = 0\.8\n\+ php = 0\.8/);
    expect(fromNgspice('.model a d tnom=27 cj0=1p\n').text).toContain('+ vj = 1\n');
    expect(fromNgspice('.model a d tnom=27 vj=0.6\n').text).toContain('+ php = 1');
  });

  it('translates levels by model, never by number', () => {
    expect(fromNgspice('.model a nmos level=8 version=3.2.4 tnom=27\n').text).toMatch(/\+ level = 53\n\+ version = 3\.24/);
    expect(fromNgspice('.model a nmos level=14 version=4.5 tnom=27\n').text).toContain('+ level = 54');
    expect(toNgspice('.model a pmos level=49 version=3.24 tref=25\n').text).toMatch(/a pmos\n\+ level = 8\n\+ version = 3\.2\.4\n\+ tnom = 25/);
    expect(() => toNgspice('.model a nmos level=8 tref=25\n')).toThrow(expect.objectContaining({ code: 'CONVERT_FAMILY' }));
  });

  it('translates the aliases of BSIM3', () => {
    const { model } = toNgspice('.model a nmos level=49 version=3.3 tref=25 cjm=1e-3 mj0=0.4 pj=0.9 php=0.8 n=1.1 vtho=0.4 uo=400\n');
    expect(Object.fromEntries(model.parameters)).toEqual({ cj: 1e-3, mj: 0.4, pb: 0.9, pbsw: 0.8, nj: 1.1, vth0: 0.4, u0: 400 });
  });

  it('brings mobility to one unit, with its geometry terms', () => {
    expect(Object.fromEntries(toNgspice('.model a nmos level=54 version=4.5 tnom=25 u0=300 lu0=10\n').model.parameters)).toEqual({ u0: 0.03, lu0: 0.001 });
    expect(toNgspice('.model a nmos level=49 version=3.3 tnom=25 u0=0.045\n').model.parameters.get('u0')).toBeCloseTo(450, 10);
  });

  it('names the rules of its own that are lost, and the geometric diode stays geometric', () => {
    const { warnings } = toNgspice('.model a nmos level=54 version=4.5 tnom=25 acm=3 hdif=1e-7 nonsense=1\n');
    expect(warnings.map(({ code, parameter }) => [code, parameter])).toEqual([['NO_COUNTERPART', 'acm'], ['NO_COUNTERPART', 'hdif'], ['UNKNOWN_PARAMETER', 'nonsense']]);
    expect(toNgspice('.model a d level=3 js=1e-3 tref=25\n').text).toContain('+ level = 3');
  });

  it('turns self-heating on where the card has a thermal resistance, and off where HSPICE would', () => {
    expect(fromNgspice('.model a npn level=4 rth=300 tnom=27\n').text).toContain('+ selft = 1');
    const { model, warnings } = toNgspice('.model a npn level=4 rth=300 tref=27\n');
    expect(model.parameters.get('rth')).toBe(0);
    expect(warnings.map(({ code }) => code)).toEqual(['HEATING_OFF']);
  });
});

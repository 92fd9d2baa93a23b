import { NgspiceDialect, convertCard, dialectNumbers } from '@evospice/device';
import { testCardConversion, testCardDialect } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { SpectreDialect } from './spectre-dialect.ts';

const card = `// a library
simulator lang=spectre
parameters dvth=0.01
model nch bsim4 type=n version=4.5 \\
    toxe=2.6n u0=0.03 // comment = 1
* another comment
+ vth0=0.3+dvth  k1 = 0.5   ndep=1.7e17
+ minv=(1 + 2)*dvth - 1 eta0=0.08
+ rsh=2k
model other diode is=1e-14
`;

testCardDialect('spectre', () => new SpectreDialect(), [
  { name: 'comments, both continuations, bare expressions', text: card, model: 'nch', type: 'bsim4', values: { toxe: 2.6e-9, u0: 0.03, k1: 0.5, ndep: 1.7e17, eta0: 0.08, rsh: 2000 } },
  { name: 'one line', text: 'model d1 diode level=1 is=1e-15 cjo=1p\n', type: 'diode', values: { is: 1e-15, cjo: 1e-12 } },
]);

testCardConversion('spectre', () => new SpectreDialect(), { refused: ['vdmos', 'hicum', 'hisim2', 'hisimhv'] });

const toNgspice = (text: string, model?: string) => convertCard(text, { from: new SpectreDialect(), to: new NgspiceDialect(), file: 'x.scs', ...(model === undefined ? {} : { model }) });
const fromNgspice = (text: string) => convertCard(text, { from: new NgspiceDialect(), to: new SpectreDialect(), file: 'x.mod' });

describe('SpectreDialect', () => {
  it.each([['1M', 1e6], ['1m', 1e-3], ['5%', 0.05], ['2c', 0.02], ['1K', 1e3], ['3a', 3e-18], ['1.5e-9', 1.5e-9]])('reads %s as %d', (text, value) => {
    expect(dialectNumbers.spectre(text)! / value).toBeCloseTo(1, 12);
  });

  it.each(['1meg', '1x', '1MEG', 'n', '1pF', '1+2'])('does not read %s as a number', (text) => {
    expect(dialectNumbers.spectre(text)).toBeUndefined();
  });

  it('keeps a bare expression whole', () => {
    const parsed = new SpectreDialect().parse(card, { file: 'x', model: 'nch' });
    expect(parsed.text('vth0')).toBe('0.3+dvth');
    expect(parsed.text('minv')).toBe('(1 + 2)*dvth - 1');
    expect(parsed.value('minv')).toBeUndefined();
    expect(parsed.names()).toEqual(['type', 'version', 'toxe', 'u0', 'vth0', 'k1', 'ndep', 'minv', 'eta0', 'rsh']);
  });

  it('does not read a SPICE statement, and says which dialect does', () => {
    expect(() => new SpectreDialect().parse('simulator lang=spice\n.model a nmos level=54\n', { file: 'x' })).toThrow(expect.objectContaining({ code: 'CARD_MODEL_MISSING', remedy: expect.stringContaining('hspice') }));
  });

  it('tells polarity by a parameter', () => {
    expect(toNgspice('model a bsim4 type=p version=4.5 tnom=27\n').text).toContain('.model a pmos\n');
    expect(toNgspice('model a vbic type=pnp tnom=27\n').text).toContain('.model a pnp\n');
    expect(fromNgspice('.model a pjf tnom=27\n').text).toBe('// JFET (Shichman-Hodges)\nmodel a jfet\n+ type = p\n+ tnom = 27\n+ xti = 0\n+ eg = 1.11\n');
    expect(() => toNgspice('model a bsim4 type=npn tnom=27\n')).toThrow(expect.objectContaining({ code: 'CONVERT_FAMILY' }));
  });

  it('takes a name that Spectre would not read apart', () => {
    const { text, warnings } = fromNgspice('.model NMOS_6p0.3 nmos level=54 version=4.5 tnom=25 vth0=0.6\n');
    expect(text).toContain('model nmos_6p0_3 bsim4\n');
    expect(warnings.map(({ code }) => code)).toEqual(['NAME_CHANGED']);
  });

  it('tells what stays behind in the file', () => {
    expect(toNgspice('simulator lang=spectre\nmodel a diode is=1e-14 tnom=27\n').warnings.map(({ code }) => code)).toEqual(['TEXT_LEFT_OUT']);
  });

  it('lets VBIC heat itself only with selft', () => {
    expect(fromNgspice('.model a npn level=9 rth=300 tnom=27\n').text).toContain('+ selft = 1');
    expect(toNgspice('model a vbic type=npn rth=300 tnom=27\n').warnings.map(({ code }) => code)).toEqual(['HEATING_OFF']);
    expect(toNgspice('model a vbic type=npn rth=300 selft=1 tnom=27\n').model.parameters.get('rth')).toBe(300);
  });
});

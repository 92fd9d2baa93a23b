import { describe, expect, it } from 'vitest';
import { resolveModel, type ResolveOptions } from './resolve-model.ts';

const files: Readonly<Record<string, string>> = {
  'kit/top.lib': `* a library with two corners
.lib tt
.param vth_shift = 0  tox_factor = 1
.lib 'top.lib' common
.endl tt
.lib FF
.param vth_shift = -0.05  tox_factor = {1 - 0.04}
.lib top.lib common
.endl
.lib common
.include "models/mos.spice"
.endl common
`,
  'kit/models/mos.spice': `.param area_unit=1e-12
.func slope(w, l) { 1/sqrt(w*l/area_unit) }
.option scale=1
.subckt nfet d g s b params: l=1u w=1u nf=1 mult=1
+ as=0
.param weff = 'w/nf'
.if (as <= 1e-50)
mnfet d g s b nfet_model l='l' w='w' nf='nf' as='weff*0.3u'
.elseif (as > 1)
mnfet d g s b nothing
.else
mnfet d g s b nfet_model l=l w=w nf=nf as=as
.endif
.model nfet_model.0 nmos level=54 version=4.5 $ long
+ lmin=1e-6 lmax=20e-6 wmin=0.4u wmax=100u
+ vth0='0.45 + vth_shift + agauss(0, 0.01, 3)' toxe={2.6e-9 *
+ tox_factor} lvth0=1e-9
.model nfet_model.1 nmos level=54 version=4.6.1
+ lmin=0.13u lmax=1e-6 wmin=0.4u wmax=100u
+ vth0='0.40+vth_shift+0.001*slope(w,l)' toxe='2.6n*tox_factor' k1=0.5
.ends nfet
.model plain d ( is='1f*area_unit/1e-12' n=1.05 )
`,
};

const readFile = (path: string): string => {
  const text = files[path];
  if (text === undefined) throw new Error(`no file ${path}`);
  return text;
};
const resolve = (options: Partial<ResolveOptions> = {}) => resolveModel({ file: 'kit/top.lib', section: 'tt', name: 'nfet', readFile, instance: { l: 2e-6, w: 4e-6 }, ...options });
const library = (text: string, options: Partial<ResolveOptions> = {}) => resolveModel({ file: 'd.lib', name: 'm', readFile: () => text, ...options });

describe('resolveModel', () => {
  it('puts files and sections in place, hands parameters down and chooses the bin', () => {
    const { card, instance, report } = resolve();
    expect(card.toString()).toBe('.model nfet_model nmos\n+ level = 54\n+ version = 4.5\n+ vth0 = 0.45\n+ toxe = 2.6e-9\n+ lvth0 = 1e-9\n');
    expect(instance).toEqual({ l: 2e-6, w: 4e-6, nf: 1, as: expect.closeTo(1.2e-12, 20) });
    expect(report.files).toEqual(['kit/top.lib', 'kit/models/mos.spice']);
    expect(report.bin).toEqual({ model: 'nfet_model.0', lmin: 1e-6, lmax: 2e-5, wmin: expect.closeTo(4e-7, 15), wmax: expect.closeTo(1e-4, 12), file: 'kit/models/mos.spice', line: 14 });
    expect(report.device).toEqual({ name: 'mnfet', file: 'kit/models/mos.spice', line: 8 });
    expect(report.statistical).toEqual(['agauss']);
    expect(report.ignored).toEqual([{ text: '.option scale=1', file: 'kit/models/mos.spice', line: 3 }]);
    expect(report.expressions.map(({ parameter, expression, line }) => [parameter, expression, line])).toEqual([
      ['vth0', "'0.45 + vth_shift + agauss(0, 0.01, 3)'", 14], ['toxe', '{2.6e-9 * tox_factor}', 14],
    ]);
  });

  it('takes the corner of the section, whatever its case, and functions of the geometry', () => {
    const { card } = resolve({ section: 'ff', instance: { l: 0.25e-6, w: 4e-6 } });
    expect(card.value('vth0')).toBeCloseTo(0.4 - 0.05 + 0.001, 12);
    expect(card.value('toxe')).toBeCloseTo(2.6e-9 * 0.96, 20);
    expect(card.text('version')).toBe('4.6.1');
  });

  it('decides conditions by the values of the instance', () => {
    expect(resolve({ instance: { l: 2e-6, w: 4e-6, as: 3e-12 } }).instance).toMatchObject({ as: 3e-12 });
  });

  it('lets values from outside win over definitions', () => {
    expect(resolve({ parameters: { VTH_shift: 0.1 } }).card.value('vth0')).toBeCloseTo(0.55, 12);
  });

  it('counts a lower edge as inside and an upper edge as outside, unless nothing else takes it', () => {
    expect(resolve({ instance: { l: 1e-6, w: 1e-6 } }).report.bin?.model).toBe('nfet_model.0');
    expect(resolve({ instance: { l: 0.13e-6, w: 0.4e-6 } }).report.bin?.model).toBe('nfet_model.1');
    expect(resolve({ instance: { l: 20e-6, w: 100e-6 } }).report.bin?.model).toBe('nfet_model.0');
  });

  it('shares the width among fingers only when asked', () => {
    const wide = { l: 2e-6, w: 150e-6, nf: 4 };
    expect(() => resolve({ instance: wide })).toThrow(expect.objectContaining({ code: 'PDK_BIN' }));
    expect(resolve({ instance: wide, widthPerFinger: true }).report.bin?.model).toBe('nfet_model.0');
  });

  it('resolves a model that stands alone, with parentheses', () => {
    expect(resolve({ name: 'PLAIN' }).card.toString()).toBe('.model plain d\n+ is = 1e-15\n+ n = 1.05\n');
    const { card } = library('.model m.0 nmos level=8 lmin=1u lmax=2u vth0={0.5+1e-9/l}\n.model m.1 nmos level=8 lmin=2u lmax=3u vth0=0.4\n', { instance: { l: 1e-6, w: 1e-6 } });
    expect(card.toString()).toBe('.model m nmos\n+ level = 8\n+ vth0 = 0.501\n');
  });

  it('goes through subcircuits inside subcircuits, where a parameter may be handed on under its own name', () => {
    const text = `.subckt outer a c w=2 scale=3\n.param local={w*scale}\nx1 a c inner w=w area=local\n.ends\n.subckt inner a c w=1 area=1\ndreal a c dm area={area}\nrpar a c 1k\n.ends\n.model dm d is={1e-15*w}\n`;
    expect(() => library(text, { name: 'outer' })).toThrow(expect.objectContaining({ code: 'PDK_PARAMETER' }));
    const inside = text.replace('.ends\n.model', '.model').concat('.ends\n');
    const { card, instance } = library(inside, { name: 'outer', instance: { w: 5 } });
    expect(card.value('is')).toBeCloseTo(5e-15, 26);
    expect(instance).toEqual({ area: 15 });
  });

  it.each<[string, Partial<ResolveOptions>, string, string, number]>([
    ['a section that is missing', { section: 'ss' }, 'PDK_SECTION', 'kit/top.lib', 1],
    ['a geometry without a bin', { instance: { l: 50e-6, w: 1e-6 } }, 'PDK_BIN', 'kit/models/mos.spice', 8],
    ['a name that is missing', { name: 'pfet' }, 'PDK_MODEL', 'kit/top.lib', 1],
    ['a file that is missing', { file: 'kit/other.lib' }, 'PDK_FILE', 'kit/other.lib', 1],
    ['a condition that takes another branch', { instance: { l: 2e-6, w: 4e-6, as: 2 } }, 'PDK_MODEL', 'kit/models/mos.spice', 10],
  ])('refuses %s', (_, options, code, file, line) => {
    expect(() => resolve(options)).toThrow(expect.objectContaining({ code, file, line }));
  });

  it.each([
    ['a file that includes itself', '.include d.lib\n', 'PDK_RECURSION', 1],
    ['parameters in a circle', '.param a=b b={c+1} c=a\n.model m d is=a\n', 'PDK_RECURSION', 1],
    ['a parameter computed from itself', '.param a={a+1}\n.model m d is=a\n', 'PDK_RECURSION', 1],
    ['a function that calls itself', '.func f(x) {f(x)}\n.model m d\n+ is={f(1)}\n', 'PDK_RECURSION', 1],
    ['a subcircuit inside itself', '.subckt m a\nx1 a m\n.ends\n', 'PDK_RECURSION', 1],
    ['a section that is not closed', '.lib a\n.model m d is=1\n', 'PDK_SECTION', 1],
    ['a subcircuit that is not closed', '\n.subckt m a\n', 'PDK_SYNTAX', 2],
    ['a condition that is not closed', '.if (1)\n', 'PDK_SYNTAX', 1],
    ['.else without .if', '* x\n.else\n', 'PDK_SYNTAX', 2],
    ['a parameter without a value', '.param a\n', 'PDK_SYNTAX', 1],
    ['an unknown function', '* x\n.model m d is={sqtr(4)}\n', 'PDK_FUNCTION', 2],
    ['a parameter without definition', '* x\n.model m d is={corner*1e-14}\n', 'PDK_PARAMETER', 2],
    ['a model without a type', '.model m\n', 'PDK_SYNTAX', 1],
    ['two devices', '.subckt m a\nd1 a 0 dm\nd2 a 0 dm\n.ends\n.model dm d is=1e-14\n', 'PDK_AMBIGUOUS', 1],
  ])('refuses %s', (_, text, code, line) => {
    expect(() => library(text)).toThrow(expect.objectContaining({ code, file: 'd.lib', line }));
  });

  it('takes the device that is named', () => {
    const text = '.subckt m a\nd1 a 0 dm area=2\nd2 a 0 dm area=3\n.ends\n.model dm d is=1e-14\n';
    expect(library(text, { device: 'D2' }).instance).toEqual({ area: 3 });
  });

  it('says which elements use the model with values of their own, so that what is tuned does not reach them', () => {
    const text = `.subckt two d g s b w=1u l=1u
xa d g s b one w={w} l={l}
xb d g s b one w={2*w} l={l}
.ends
.subckt one d g s b w=1u l=1u
m1 d g s b nm w={w} l={l}
.model nm nmos level=1 vto={0.4+VALUE} kp=100u
.ends
`;
    const notes = (value: string): readonly string[] => resolveModel({
      file: 'two.lib', name: 'two', device: 'xa.m1', readFile: () => text.replace('VALUE', value),
    }).report.notes;
    expect(notes('1e4*w')).toEqual([expect.stringMatching(/^xb\.m1 of the subcircuit uses the model nm with other values .*tuned parameters are not set on it$/)]);
    expect(notes('0.01')).toEqual([]);
  });
});

describe('what a subcircuit sees', () => {
  const core = '.subckt core a b c e ww=1u\nmx a b c e nm w={ww*k} l=1u\n.ends core\n.model nm nmos vto=0.7\n.param k=2\n';
  const kit = (inside: string, outside = core) => resolveModel({ file: 'kit.lib', name: 'fet', readFile: () => `.subckt fet d g s b\n.param k=3\nxdut d g s b core\n${inside}.ends fet\n${outside}` });

  it('models are those around its definition, parameters those of its call, as in ngspice', () => {
    const { card, instance } = kit('.model nm nmos vto=0.4\n');
    expect([card.value('vto'), instance['w']]).toEqual([0.7, 3e-6]);
  });

  it('a model of the caller alone is not in sight, one around a definition inside it is', () => {
    expect(() => kit('.model nm nmos vto=0.4\n', core.replace(/\.model.*/, ''))).toThrow(expect.objectContaining({ code: 'PDK_MODEL' }));
    expect(kit(`${core.replace(/\.model.*/, '.model nm nmos vto=0.5')}`, '.model nm nmos vto=0.7\n').card.value('vto')).toBe(0.5);
  });
});

it('two backslashes at the end of a line continue it', () => {
  expect(resolveModel({ file: 'kit.lib', name: 'd1', readFile: () => '.param a=2 \\\\\n b=3\n.model d1 d is=a \\\\\n n=b\n' }).card.value('n')).toBe(3);
});

it('versions stay as they are written, and the channel of a power transistor may be behind its values', () => {
  const cardOf = (model: string) => resolveModel({ file: 'kit.lib', name: 'dut', readFile: () => `.param a=1\n.model dut ${model}\n` }).card;
  expect(['version=4.0', 'version="4.5"', "version='4.8.2'"].map((version) => cardOf(`nmos level=54 ${version} vth0=a`).text('version'))).toEqual(['4.0', '4.5', '4.8.2']);
  expect([cardOf('vdmos(vto=a kp=2 PCHAN)').type, cardOf('vdmos vto=a nchan kp=2').type]).toEqual(['vdmos PCHAN', 'vdmos nchan']);
});

describe('conditions', () => {
  const text = '.param c=2\n.if (c==1)\n.param k=3\n.model t d is=1 n=k\n.option tnom=50\n.else\n.param j=4\n.model t d is=2 n=k\n.endif\n.param c=3\n';
  const resolved = (language: 'ngspice' | 'hspice', kit = text) => resolveModel({ file: 'kit.lib', name: 't', language, readFile: () => kit });

  it('decide about models and elements alone in ngspice, with the last value of a parameter, and what counts in spite of them is said', () => {
    const { card, options, report } = resolved('ngspice');
    expect([card.value('is'), card.value('n'), options['tnom']]).toEqual([2, 3, 50]);
    expect(report.notes.slice(0, 2)).toEqual(['.param k=3', '.option tnom=50'].map((statement, index) =>
      `"${statement}" (kit.lib:${3 + 2 * index}) counts although the condition around it does not hold, as in ngspice, where .if decides about models and elements alone`));
  });

  it('decide about parameters too in HSPICE', () => {
    expect(() => resolved('hspice')).toThrow(expect.objectContaining({ code: 'PDK_PARAMETER' }));
    expect(resolved('hspice', text.replace('c=2', 'c=1')).card.value('n')).toBe(3);
  });
});

it('a model that is named with its number is taken as it is, as in ngspice', () => {
  const kit = '.subckt w d g s b\nm1 d g s b nm.1 w=1u l=9u\n.model nm.1 nmos lmin=1u lmax=2u wmin=1u wmax=2u vto=0.5\n.ends\n.model alone.3 d is=2\n';
  expect(resolveModel({ file: 'kit.lib', name: 'w', readFile: () => kit }).card.value('vto')).toBe(0.5);
  expect(resolveModel({ file: 'kit.lib', name: 'alone.3', readFile: () => kit }).card.value('is')).toBe(2);
  expect(() => resolveModel({ file: 'kit.lib', name: 'w', readFile: () => kit.replace('b nm.1', 'b nm') })).toThrow(expect.objectContaining({ code: 'PDK_BIN' }));
});

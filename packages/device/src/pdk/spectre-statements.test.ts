import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { resolveModel, type ResolveOptions } from './resolve-model.ts';

const library = `// a kit as Spectre writes them
simulator lang=spectre
library corners
section slow
parameters dvt=20m dox=1.05 \\
  Rsh=3
include "kit.scs" section=core
endsection slow
section core
real reach(real a, real b) { return sqrt(a*b); }
statistics { process { vary dvt dist=gauss std=5m } mismatch { vary Rsh dist=gauss std=1 } }
scaling options scale=1 tnom=25
inline subckt hv (d g s b)
parameters w=1u l=1u fingers=1
rdrift (d di) resistor r=Rsh*1M*1u/w
if (fingers > 1) {
hv (di g s b) core w=w/fingers l=l m=fingers
} else {
hv (di g s b) core w=w l=l
}
dsub (b d) junction area=w*l*1T
model core bsim4 {
1: type=n lmin=100n lmax=1u wmin=0.1u wmax=100u
+ vth0=0.4+dvt toxe=2n*dox u0=reach(0.02, 0.08)
2: type=n lmin=1u lmax=10u wmin=0.1u wmax=100u vth0=0.45+dvt toxe=2n*dox u0=0.03
}
ends hv
model junction diode is=2a n=1.05 rs=(temp > 100) ? 2 : 1
endsection core
endlibrary corners
`;

const resolve = (options: Partial<ResolveOptions> = {}, text = library) =>
  resolveModel({ file: 'kit.scs', section: 'slow', name: 'hv', language: 'spectre', type: 'bsim4', device: 'mhv', readFile: () => text, ...options });

describe('a library of Spectre', () => {
  it('says that its statistics are passed over, with their place', () => {
    expect(resolve({ instance: { w: 10e-6, l: 0.5e-6 } }).report.notes).toContain('nominal values taken: statistics at kit.scs:11 are passed over');
  });

  it('gives the bin of a geometry with its expressions, suffixes by their case', () => {
    const { card, instance, report, wrapper, options } = resolve({ instance: { w: 2e-6, l: 5e-7 } });
    expect([card.dialect, card.type, card.text('type'), report.bin?.model]).toEqual(['spectre', 'bsim4', 'n', 'core.1']);
    expect([card.value('vth0'), card.value('toxe'), card.value('u0')].map((value) => Number(value!.toPrecision(9)))).toEqual([0.42, 2.1e-9, 0.04]);
    expect(instance).toEqual({ w: 2e-6, l: 5e-7 });
    expect(options).toEqual({ tnom: 25 });
    expect(wrapper?.elements.map(({ name, kind, value, params }) => [name, kind, value, params['area']])).toEqual([['rrdrift', 'r', 1.5e6, undefined], ['ddsub', 'd', undefined, expect.closeTo(1, 9)]]);
    expect(wrapper?.models[0]?.value('is')).toBe(2e-18);
  });

  it('decides conditions, and takes the bins beyond an edge', () => {
    const { instance, report } = resolve({ instance: { w: 4e-6, l: 2e-6, fingers: 2 } });
    expect([instance, report.bin?.model]).toEqual([{ w: 2e-6, l: 2e-6, m: 2 }, 'core.2']);
  });

  it('computes what depends on the temperature at it', () => {
    const [cold, hot] = [27, 125].map((temperatureC) => resolve({ temperatureC }));
    expect([cold!, hot!].map(({ wrapper, report }) => [wrapper?.models[0]?.value('rs'), report.temperatureDependent])).toEqual([[1, true], [2, true]]);
  });

  it('says what it does not carry over, by name and line', () => {
    const odd = library.replace('dsub (b d) junction', 'dsub (b d) nothing');
    expect(refusalOf(() => resolve({}, odd))).toMatchObject({ code: 'PDK_ELEMENT', line: 21, message: expect.stringContaining('master nothing') });
    expect(refusalOf(() => resolve({}, library.replace('scaling options scale=1', 'paramset x\nscaling options scale=1')))).toMatchObject({ code: 'PDK_SYNTAX', line: 12, message: expect.stringContaining('"paramset"') });
    expect(refusalOf(() => resolve({ section: 'fast' }))).toMatchObject({ code: 'PDK_SECTION', expected: 'one of slow, core' });
    expect(refusalOf(() => resolve({}, library.replace('ends hv', '')))).toMatchObject({ code: 'PDK_SYNTAX' });
  });
});

describe('names that only the case of letters tells apart are refused with both places', () => {
  const subcircuit = 'inline subckt w (a c)\nparameters q=1\nd1 (a c) t area=q\nmodel t diode is=1\nends w\n';
  it.each([
    ['parameters', `parameters vt=1\nparameters Vt=2\n${subcircuit}`, 'the parameter Vt differs from vt', 'kit.scs:1) and Vt (kit.scs:2)'],
    ['a parameter inside and one outside', `parameters Q=1\n${subcircuit}`, 'the parameter q differs from Q', 'kit.scs:1) and q (kit.scs:2)'],
    ['models', `${subcircuit.replace('ends', 'model T diode is=2\nends')}`, 'the model T differs from t', 'kit.scs:4) and T (kit.scs:5)'],
    ['a model inside and one outside', `${subcircuit.replace('(a c) t', '(a c) T')}model T diode is=2\n`, 'the model T differs from t', 'kit.scs:4'],
    ['nodes', subcircuit.replace('(a c) t', '(a C) t'), 'the node C differs from c', 'kit.scs:1) and C (kit.scs:3)'],
    ['subcircuits', `${subcircuit}${subcircuit.replaceAll(' w', ' W')}`, 'the subcircuit W differs from w', 'kit.scs:1) and W (kit.scs:6)'],
    ['parameters of one model', subcircuit.replace('is=1', 'is=1 IS=2'), 'the parameter of model t IS differs from is', 'kit.scs:4'],
    ['the temperature of the simulator', `parameters Temp=50\n${subcircuit}`, 'the parameter Temp differs from temp', 'of the simulator'],
  ])('%s', (_, text, message, received) => {
    const refusal = refusalOf(() => resolveModel({ file: 'kit.scs', name: 'w', language: 'spectre', readFile: () => text }));
    expect(refusal).toMatchObject({ code: 'PDK_AMBIGUOUS', message: expect.stringContaining(message) as string, received: expect.stringContaining(received) as string });
  });

  it('not where they are never in sight of each other, nor in a dialect without that difference', () => {
    const apart = `${subcircuit}inline subckt v (a c)\nparameters Q=1\nd1 (a c) T area=Q\nmodel T diode is=1\nends v\n`;
    expect(resolveModel({ file: 'kit.scs', name: 'w', language: 'spectre', readFile: () => apart }).card.value('is')).toBe(1);
    expect(resolveModel({ file: 'kit.lib', name: 't', readFile: () => '.param vt=1\n.param VT=2\n.model t d is=vt\n' }).card.value('is')).toBe(2);
  });
});

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

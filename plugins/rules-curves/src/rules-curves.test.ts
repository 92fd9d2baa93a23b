import type { RuleSubject } from '@evospice/contracts';
import type { ModelFamily } from '@evospice/device';
import { registryOf, testPhysicsRule } from '@evospice/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';
import { computed, imagined, type Voltages } from './testing/subject.ts';

const names = plugin.contributions.map(({ name }) => name);
const create = (name: string, options?: unknown) => registryOf(plugin).create('PhysicsRule', options === undefined ? name : { name, options });
const rules = [create('curve')];
const findAll = (subject: RuleSubject) => rules.flatMap((rule) => rule.check(subject));
const rulesIn = (subject: RuleSubject) => [...new Set(findAll(subject).map(({ rule }) => rule))].toSorted();

for (const name of names) testPhysicsRule(name, () => create(name));

describe('on our own devices', () => {
  it.each<[ModelFamily, 'n' | 'p', readonly string[]]>([
    ['bsim4', 'n', []], ['bsim4', 'p', []], ['bsim3', 'n', []], ['bsim3', 'p', []], ['diode', 'n', []], ['gummel-poon', 'n', []], ['gummel-poon', 'p', []], ['vbic', 'n', []], ['vbic', 'p', []],
    ['hicum', 'n', []], ['vdmos', 'n', []], ['vdmos', 'p', []],
    // The square law of a JFET ends at pinch-off with a corner in gds.
    ['jfet', 'n', ['curve-smooth']], ['jfet', 'p', ['curve-smooth']],
  ])('%s, %s type: %o', (family, polarity, expected) => {
    const found = findAll(computed(family, {}, polarity));
    expect(found.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(found.map(({ rule }) => rule)).toEqual(expected);
  });

  it.each<[string, ModelFamily, Readonly<Record<string, number>>, Readonly<Record<string, number>>, Readonly<Record<string, unknown>>, (readonly string[])?]>([
    ['curve-monotonic', 'bsim4', { dvtp0: 1e-7, dvtp1: -1 }, { dvtp0: 1e-8, dvtp1: -0.1 }, { severity: 'violation', message: expect.stringContaining('gds') }],
    ['curve-monotonic', 'bsim4', { ub: 3e-17 }, { ub: 5e-18 }, { severity: 'warning', message: expect.stringContaining('gm') }],
    ['curve-smooth', 'bsim4', { delta: 1e-4 }, { delta: 1e-2 }, { severity: 'note', message: expect.stringContaining('gds') }],
    ['curve-swing', 'bsim4', { cit: -8e-3 }, { cit: -1e-3 }, { severity: 'violation', unit: 'mV/decade' }],
    ['curve-swing', 'gummel-poon', { nf: 0.95 }, { nf: 0.98 }, { severity: 'warning' }],
    ['curve-swing', 'vdmos', { ksubthres: 0.05 }, { ksubthres: 0.07 }, {}],
    ['curve-swing', 'diode', { n: 0.9, ns: 0.9 }, { n: 0.99, ns: 0.99 }, {}],
    // Gate-induced leakage with a negative band bending flows at rest; such a transistor does not turn off either.
    ['curve-zero-bias', 'bsim4', { version: 4.8, gidlmod: 1, agidl: 1e-4, bgidl: 1e9, egidl: -0.5 }, { version: 4.8, gidlmod: 1, agidl: 1e-4, bgidl: 1e9, egidl: 0.5 }, { severity: 'violation', unit: 'A' }, ['curve-trends']],
    ['curve-trends', 'bsim4', { kt1: 0.3 }, { kt1: -0.05 }, { severity: 'warning', unit: 'V', message: expect.stringContaining('threshold') }],
    ['curve-beta', 'gummel-poon', { ise: 1e-10 }, { ise: 1e-14 }, { severity: 'warning', limit: 'above 1' }],
    ['curve-beta', 'gummel-poon', { eg: 1.9 }, { eg: 1.5 }, { unit: 'mV/K' }],
    ['curve-corners', 'diode', { php: 0.25 }, { php: 0.6 }, { severity: 'warning', place: expect.stringContaining('125 °C') }],
  ])('%s of %s: a card breaks just that rule, one just passes', (name, family, breaks, keeps, finding, also = []) => {
    const broken = computed(family, breaks);
    expect(rulesIn(broken)).toEqual([name, ...also].toSorted());
    const own = findAll(broken).filter(({ rule }) => rule === name);
    expect(own).toEqual(expect.arrayContaining([expect.objectContaining(finding)]));
    for (const { message, source, place, curve } of own) {
      expect(message).not.toContain('\n');
      expect([source, place, curve].every((text) => text !== undefined && text !== '')).toBe(true);
    }
    expect(findAll(computed(family, keeps)).filter(({ rule }) => rule === name)).toEqual([]);
  });

  it('a transistor with unlike resistances at source and drain is not symmetric', () => {
    expect(rulesIn(computed('bsim4', { rdsmod: 1, rsw: 1000, rdw: 10 }))).toContain('curve-symmetry');
    expect(rulesIn(computed('bsim4', { rdsmod: 1, rsw: 100, rdw: 95 }))).not.toContain('curve-symmetry');
  });
});

const thermal = 8.617333262e-5;

/** A transistor of exponentials: forward less reverse, by the gate over body and temperature, in a bath that conserves charge. */
function ideal({ n = 1.3, add = () => 0 }: { readonly n?: number; readonly add?: (at: Voltages) => number } = {}): RuleSubject {
  return imagined('bsim4', ({ kind, node }, at, { temperatureC, instance }) => {
    if (kind === 'c') return 1e-15;
    const vt = thermal * (273.15 + temperatureC);
    const threshold = 0.45 - 1e-3 * (temperatureC - 27) - 0.15 * at['b']!;
    const inversion = (v: number): number => Math.log1p(Math.exp(Math.min(500, (at['g']! - threshold - n * v) / (2 * n * vt)))) ** 2;
    const size = instance === 'short' ? 13 : 1;
    const current = size * 1e-6 * (300 / (273 + temperatureC)) ** 2 * (inversion(at['s']!) - inversion(at['d']!)) + add(at);
    return node === 'd' ? current : node === 's' ? -current : 0;
  });
}

describe('on imagined devices', () => {
  it('have nothing against an ideal transistor', () => {
    // The parts of its capacitance do not add up: three equal ones are not one.
    expect(rulesIn(ideal())).toEqual(['curve-capacitance']);
  });

  it('curve-swing finds every swing below the thermal limit, and none above', () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 3, noNaN: true }), (n) => {
      expect(create('curve-swing').check(ideal({ n })).length).toBe(n < 0.965 ? 1 : 0);
    }), { numRuns: 20, examples: [[0.95], [1]] });
  });

  it('curve-monotonic finds a fall of any place and depth, and none where currents rise', () => {
    fc.assert(fc.property(fc.double({ min: 0.6, max: 1.1, noNaN: true }), fc.double({ min: 1, max: 50, noNaN: true }), (from, steep) => {
      const fall = ideal({ add: ({ d }) => -steep * 1e-5 * Math.max(0, d! - from) * (d! > 0.3 ? 1 : 0) });
      expect(create('curve-monotonic').check(fall)).toEqual([expect.objectContaining({ severity: expect.stringMatching(/warning|violation/u), limit: 'above 0' })]);
      expect(create('curve-monotonic').check(ideal({ add: ({ d }) => steep * 1e-6 * d! }))).toEqual([]);
    }), { numRuns: 10 });
  });

  it('curve-smooth finds a corner of any place in strong inversion, and none in a polynomial', () => {
    fc.assert(fc.property(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (corner, curvature) => {
      const smooth = ideal({ add: ({ d }) => 1e-4 * d! * (1 + curvature * d! + 0.3 * d! ** 2) });
      expect(create('curve-smooth').check(smooth).filter(({ severity }) => severity === 'warning')).toEqual([]);
      const bent = create('curve-smooth').check(ideal({ add: ({ d }) => 1e-3 * (d! + Math.max(0, d! - corner)) }));
      expect(bent).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'warning', message: expect.stringContaining('gds') })]));
    }), { numRuns: 10 });
  });

  it('curve-passivity finds power that is given off and charge that is lost, however little', () => {
    fc.assert(fc.property(fc.double({ min: 1e-10, max: 1e-3, noNaN: true }), (current) => {
      const source = imagined('bsim4', ({ kind, node }, { d, s }) => (kind === 'c' ? 0 : Math.sign(d! - s!) * (node === 'd' ? -current : node === 's' ? current : 0)));
      expect(create('curve-passivity').check(source)).toEqual([expect.objectContaining({ unit: 'W', severity: 'violation' })]);
      const leak = imagined('bsim4', ({ kind, node }, { d }) => (kind === 'i' && node === 'd' ? current * d! : 0));
      expect(create('curve-passivity').check(leak)).toEqual([expect.objectContaining({ unit: 'A', severity: 'violation', limit: '0' })]);
      const resistor = imagined('bsim4', ({ kind, node }, { d, s }) => (kind === 'c' ? 0 : (node === 'd' ? 1 : node === 's' ? -1 : 0) * current * (d! - s!)));
      expect(create('curve-passivity').check(resistor)).toEqual([]);
    }), { numRuns: 10 });
  });

  it('curve-zero-bias finds any current at rest', () => {
    fc.assert(fc.property(fc.double({ min: 1.1e-15, max: 1, noNaN: true }), (current) => {
      const found = (at: number) => create('curve-zero-bias').check(imagined('diode', ({ kind, node }) => (kind === 'c' ? 0 : node === 'a' ? at : -at)));
      expect(found(current)).toEqual([expect.objectContaining({ severity: 'violation', value: current })]);
      expect(found(9e-16)).toEqual([]);
    }), { numRuns: 10 });
  });

  it('curve-symmetry finds any share by which the two directions differ, and none in an odd current', () => {
    fc.assert(fc.property(fc.double({ min: -0.2, max: 0.2, noNaN: true }), (even) => {
      const device = imagined('bsim4', ({ kind, node }, { d, s }) => (kind === 'c' ? 0 : (node === 'd' ? 1 : node === 's' ? -1 : 0) * 1e-4 * (d! - s! + even * (d! - s!) ** 2)));
      // At 0.2 V the even part is 0.2 even of the odd one, seen twice.
      const difference = (2 * 0.2 * Math.abs(even)) / (1 + 0.2 * Math.abs(even));
      expect(create('curve-symmetry').check(device).filter(({ severity }) => severity === 'warning').length).toBe(difference > 0.01 ? 1 : 0);
    }), { numRuns: 20 });
    const cusp = imagined('bsim4', ({ kind, node }, { d, s }) => (kind === 'c' ? 0 : (node === 'd' ? 1 : node === 's' ? -1 : 0) * 1e-4 * (d! - s!) * (1 - 5 * Math.abs(d! - s!) / 2)));
    expect(create('curve-symmetry').check(cusp)).toMatchObject([{ severity: 'note', message: expect.stringContaining('cusp') }]);
  });

  it('curve-capacitance wants capacitances positive, whole and alike from both sides', () => {
    const gate = (parts: Readonly<Record<string, number>>, whole: number) => create('curve-capacitance').check(imagined('bsim4', ({ kind, hi = [], lo = [] }) => (kind !== 'c' ? 0 : lo.length > 1 ? whole : parts[`${hi[0]}${lo[0]}`]!)));
    const alike = { gd: 1e-15, dg: 1e-15, gs: 1e-15, sg: 1e-15, gb: 2e-15, bg: 2e-15 };
    expect(gate(alike, 4e-15)).toEqual([]);
    expect(gate(alike, 4.1e-15)).toMatchObject([{ severity: 'violation', limit: '0', message: expect.stringContaining('conserved') }]);
    expect(gate({ ...alike, gb: -3e-15, bg: -3e-15 }, -1e-15)).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'violation', limit: 'at least 0' })]));
    expect(gate({ ...alike, dg: -1e-15 }, 4e-15)).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'warning', message: expect.stringContaining('C(d, g)') })]));
    fc.assert(fc.property(fc.double({ min: 0, max: 3.9e-15, noNaN: true }), (dg) => {
      expect(gate({ ...alike, dg }, 4e-15).length).toBe(Math.abs(dg - 1e-15) > 0.3 * 4e-15 ? 1 : 0);
    }), { numRuns: 12 });
  });

  it('curve-trends finds a threshold that follows body, drain or size the wrong way', () => {
    const shifted = (threshold: (at: Voltages, temperature: number) => number, size: (instance: string) => number = (instance) => (instance === 'short' ? 13 : 1)) =>
      create('curve-trends').check(imagined('bsim4', ({ kind, node }, at, { temperatureC, instance }) => {
        const vt = thermal * (273.15 + temperatureC);
        const current = kind === 'c' ? 0 : size(instance) * 1e-6 * Math.log1p(Math.exp(Math.min(500, (at['g']! - threshold(at, temperatureC)) / (2.6 * vt)))) ** 2 * (at['d']! > 0 ? 1 : 0);
        return node === 'd' ? current : node === 's' ? -current : 0;
      }));
    const normal = (at: Voltages, temperature: number) => 0.45 - 0.1 * at['b']! - 0.02 * at['d']! - 1e-3 * (temperature - 27);
    expect(shifted(normal)).toEqual([]);
    const wrong: readonly (readonly [string, (at: Voltages, temperature: number) => number])[] = [
      ['falls by', (at, t) => normal(at, t) + 0.2 * at['b']!], ['as the drain goes', (at, t) => normal(at, t) + 0.1 * at['d']!],
      ['V per volt', (at, t) => normal(at, t) - 0.6 * at['d']!], ['gap narrows', (at, t) => normal(at, t) + 2e-3 * (t - 27)],
    ];
    for (const [text, threshold] of wrong) expect(shifted(threshold).map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining(text)]));
    expect(shifted(normal, (instance) => (instance === 'short' ? 0.9 : 1)).map(({ message }) => message)).toEqual([expect.stringContaining('longer channel carries less')]);
  });

  it('curve-beta finds a second peak of the gain', () => {
    const gummel = (gain: (vb: number) => number) => create('curve-beta').check(imagined('gummel-poon', ({ kind, node }, { b, e }, { temperatureC }) => {
      const ic = 1e-17 * Math.exp((b! - e! + 2e-3 * (temperatureC - 27)) / 0.02585);
      return kind === 'c' ? 0 : node === 'c' ? ic : node === 'b' ? ic / gain(b!) : -ic * (1 + 1 / gain(b!));
    }));
    expect(gummel((vb) => 100 - 200 * (vb - 0.65) ** 2)).toEqual([]);
    expect(gummel((vb) => 100 + 20 * Math.sin(30 * vb))).toMatchObject([{ limit: 'one peak' }]);
  });

  it('curve-corners names each corner once, however many curves break there', () => {
    fc.assert(fc.property(fc.constantFrom(-40, 27, 125), fc.constantFrom('area', 'edge'), (temperature, where) => {
      const found = create('curve-corners').check(imagined('diode', (_, __, { temperatureC, instance }) => (temperatureC === temperature && instance === where ? NaN : 0)));
      expect(found).toMatchObject([{ value: 4, message: expect.stringContaining(`${where} at ${temperature} °C`) }]);
    }), { numRuns: 6 });
  });
});

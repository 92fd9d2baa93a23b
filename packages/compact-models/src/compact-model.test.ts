import { describe, expect, it } from 'vitest';
import { compactModel, type CompactInstance, type InstanceOptions } from './compact-model.ts';
import { lamp } from './testing/lamp/index.ts';

const values = { is: 2e-14, n: 1.1, rs: 3, rth: 40, cj: 2e-12, tt: 1e-9, cth: 1e-7 };
const names = ['is', 'n', 'rs', 'rth', 'cj', 'tt', 'cth'] as const;
const instance = (own: Record<string, number>, type = 'up', options: InstanceOptions = {}): CompactInstance =>
  compactModel({ deviceKind: 'lamp', type }, [lamp])!.instance(own, { area: 2 }, 27, options);

/** Derivative of `f` at `x` by central differences at two steps. */
function slope(f: (x: number) => number, x: number, step = 1e-4 * Math.abs(x)): number {
  const at = (h: number) => (f(x + h) - f(x - h)) / (2 * h);
  return (4 * at(step / 2) - at(step)) / 3;
}
const close = (actual: number, expected: number, relative = 1e-6, floor = 0) =>
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected) + floor);

describe('compactModel', () => {
  it('is undefined for a card that belongs to no family', () => {
    expect(compactModel({ deviceKind: 'lamp', type: 'sideways' }, [lamp])).toBeUndefined();
  });

  it.each([
    ['everything', values], ['without a resistance', { ...values, rs: 0 }], ['without heat', { ...values, rth: 0 }], ['without inner nodes', { ...values, rs: 0, rth: 0 }],
  ])('solves what Kirchhoff and the heat say: %s', (_, own) => {
    const device = instance(own);
    for (const bias of own.rs > 0 ? [-3, 0, 0.5, 0.8, 1.2, 0.3, 2] : [-3, 0, 0.5, 0.8, 0.3]) {
      const [anode, cathode] = device.currents([bias + 1, 1]) as unknown as [number, number];
      expect(anode + cathode).toBeCloseTo(0, 12);
      // What the junction says of its own voltage and temperature.
      const inner = bias - anode * own.rs / 2;
      const rise = anode * bias * own.rth / 2;
      const expected = 4e-14 * Math.exp(0.02 * rise) * Math.expm1(inner / (1.1 * 8.617333262e-5 * (300.15 + rise))) + 1e-12 * inner;
      close(anode, expected, 1e-6, 1e-18);
    }
  });

  it('turns a p type around', () => {
    const [up, down] = [instance(values), instance(values, 'down')];
    expect([...down.currents([-0.9, 0])]).toEqual([...up.currents([0.9, 0])].map((current) => -current));
    const [one, other] = [instance(values, 'up', { parameters: ['is'] }).differentiate([0.9, 0]), instance(values, 'down', { parameters: ['is'] }).differentiate([-0.9, 0])];
    close(other.byBias[0]![0]!, one.byBias[0]![0]!);
    close(other.byParameter[0]![0]!, -one.byParameter[0]![0]!);
  });

  it.each([
    ['everything', values], ['without a resistance', { ...values, rs: 0 }], ['without inner nodes', { ...values, rs: 0, rth: 0 }],
  ])('differentiates currents exactly: %s', (_, own) => {
    const present = names.filter((name) => own[name] !== 0);
    for (const bias of own.rs > 0 ? [-1, 0.6, 0.85, 1.3] : [-1, 0.6, 0.85]) {
      const { currents, byBias, byParameter } = instance(own, 'up', { parameters: present }).differentiate([bias, 0]);
      [...instance(own).currents([bias, 0])].forEach((current, t) => close(currents[t]!, current, 1e-9));
      close(byBias[0]![0]!, slope((v) => instance(own).currents([v, 0])[0]!, bias, 1e-4), 1e-6, 1e-15);
      close(byBias[1]![0]!, -byBias[0]![0]!, 1e-8, 1e-15);
      present.forEach((name, k) => {
        close(byParameter[0]![k]!, slope((x) => instance({ ...own, [name]: x }).currents([bias, 0])[0]!, own[name]), 1e-5, 1e-12 / own[name] * Math.abs(currents[0]!));
      });
    }
  });

  it.each([['everything', values, 1e4], ['fast', values, 1e9], ['without inner nodes', { ...values, rs: 0, rth: 0 }, 1e6]])('measures capacitances like a meter, with exact derivatives: %s', (_, own, frequency) => {
    const present = names.filter((name) => own[name] !== 0);
    for (const bias of [-2, 0.3, 0.8]) {
      const measured = (x: Record<string, number>, parameters: readonly string[] = []) => instance(x, 'up', { parameters }).capacitance([bias, 0], ['a'], ['c'], frequency);
      const { value, byParameter } = measured(own, present);
      present.forEach((name, k) => {
        close(byParameter[k]!, slope((x) => measured({ ...own, [name]: x }).value, own[name]), 1e-5, 1e-8 * Math.abs(value / own[name]));
      });
    }
    // Reverse: the junction's own capacitance, which the resistance does not change at this frequency; the sidewall follows cj.
    close(instance({ ...values, tt: 0 }).capacitance([-1, 0], ['a'], ['c'], 1e4).value, 2 * 2e-12 * 1.1 * (1 - 0.4), 1e-6);
  });

  it('refuses what it does not have, unless asked to do without', () => {
    expect(() => instance({ ...values, strange: 1 })).toThrow(expect.objectContaining({ code: 'COMPACT_MODEL_UNSUPPORTED' }));
    expect(instance({ ...values, strange: 1 }, 'up', { approximate: true }).currents([0.5, 0])[0]).toBeGreaterThan(0);
    expect(() => instance(values, 'up', { parameters: ['cjsw'] })).toThrow(expect.objectContaining({ code: 'COMPACT_MODEL_VALUE' }));
    expect(() => instance({ ...values, is: NaN })).toThrow(expect.objectContaining({ code: 'COMPACT_MODEL_VALUE' }));
  });

  it('says where there is not a solution', () => {
    // The heat outgrows what the device gives off.
    expect(() => instance({ ...values, rs: 0.01, rth: 1e5 }).currents([5, 0])).toThrow(expect.objectContaining({ code: 'COMPACT_MODEL_NOT_SOLVED' }));
  });
});

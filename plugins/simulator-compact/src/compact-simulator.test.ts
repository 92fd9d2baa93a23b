import type { ModelCard, Testbench } from '@evospice/contracts';
import { NumberCard } from '@evospice/testbench';
import { testSimulator } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { CompactSimulator } from './compact-simulator.ts';

testSimulator('compact', () => new CompactSimulator(), { failing: [1e-14, 0, 10], textless: true });

const points = 11;
const x = Float64Array.from({ length: points }, (_, k) => (3.3 * k) / (points - 1));
const held = (value: number): Float64Array => new Float64Array(points).fill(value);

function cardOf(values: Readonly<Record<string, number>> = {}, type = 'nmos'): ModelCard {
  return new NumberCard({ name: 'm', type, file: 'm.mod' }, type === 'nmos' ? { level: 8, tox: 7.5e-9, vth0: 0.55, u0: 400, ...values } : values);
}

function benchOf(changes: Partial<Testbench> = {}): Testbench {
  return {
    id: 'transistor', device: { kind: 'mosfet', polarity: 'n', terminals: ['d', 'g', 's', 'b'], thermalNode: false },
    instances: [{ id: 'one', params: { w: 1e-5, l: 5e-7 }, info: {} }], card: cardOf(), parameters: ['vth0', 'u0'],
    curves: [{
      id: 'transfer', kind: 'idvg', instance: 'one', temperatureC: 27, split: 'train', sweep: 'vg', x, weight: 1, source: 'test',
      drives: [{ terminal: 'd', quantity: 'v', values: held(3.3) }, { terminal: 'g', quantity: 'v', values: x }, { terminal: 's', quantity: 'v', values: held(0) }, { terminal: 'b', quantity: 'v', values: held(0) }],
      measured: [{ column: 'id', kind: 'i', node: 'd', floor: 1e-12, values: held(0) }, { column: 'is', kind: 'i', node: 's', floor: 1e-12, values: held(0) }],
    }],
    ...changes,
  };
}

async function currents(testbench: Testbench, candidate: readonly number[]): Promise<readonly Float64Array[]> {
  const session = await new CompactSimulator().open(testbench);
  const [outcome] = await session.simulate({ candidates: [candidate] });
  if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
  return outcome.curves[0]!.vectors;
}

describe('compact models as a simulator', () => {
  it('says what it has', async () => {
    expect((await new CompactSimulator().probe()).scope).toContain('bsim3');
  });

  it('compute a transistor, whose current is that of its parameters', async () => {
    const [drain, source] = await currents(benchOf(), [0.55, 400]) as [Float64Array, Float64Array];
    expect(drain[0]).toBeLessThan(1e-10);
    expect(drain[10]).toBeGreaterThan(1e-3);
    expect(source[10]).toBeCloseTo(-drain[10]!, 10);
    const [faster] = await currents(benchOf(), [0.55, 500]) as [Float64Array];
    expect(faster[10]! / drain[10]!).toBeGreaterThan(1.05);
    // A parameter that the card does not state is taken from the candidate too.
    const [stated] = await currents(benchOf({ card: cardOf({ vsat: 6e4 }), parameters: ['vth0', 'u0'] }), [0.55, 400]) as [Float64Array];
    const [given] = await currents(benchOf({ parameters: ['vth0', 'u0', 'vsat'] }), [0.55, 400, 6e4]) as [Float64Array];
    expect([...given]).toEqual([...stated]);
  });

  it('do not take an unbalanced start for a solution where an exponential is very steep', async () => {
    // A base driven far on at low temperature: ngspice 39 has 16.017012 mA at the collector.
    const values = {
      level: 1, tnom: 27, is: 1.00694e-16, nf: 1.03298, bf: 238.564, ise: 1.53742e-14, ne: 1.94475, br: 4.81742, isc: 1.25262e-17, nc: 1.70327, vaf: 147.398, var: 12.4789,
      ikf: 0.038711, ikr: 0.00121638, rb: 515.207, rbm: 18.668, irb: 1.44732e-6, re: 4.29576, rc: 227.191, nr: 1.0306, nkf: 0.59484, eg: 1.12, xti: 3, xtb: 1.5,
    };
    const drive = (terminal: string, value: number) => ({ terminal, quantity: 'v' as const, values: Float64Array.of(value) });
    const [collector] = await currents(benchOf({
      device: { kind: 'bjt', polarity: 'n', terminals: ['c', 'b', 'e'], thermalNode: false }, card: cardOf(values, 'npn'), parameters: ['is'], instances: [{ id: 'one', params: { area: 4 }, info: {} }],
      curves: [{
        id: 'on', kind: 'gummel', instance: 'one', temperatureC: -40, split: 'train', sweep: 'vb', x: Float64Array.of(1), weight: 1, source: 'test',
        drives: [drive('c', 1), drive('b', 1), drive('e', 0)], measured: [{ column: 'ic', kind: 'i', node: 'c', floor: 1e-12, values: Float64Array.of(0) }],
      }],
    }), [1.00694e-16]) as [Float64Array];
    expect(collector[0]).toBeCloseTo(0.016017012, 5);
  });

  it.each<[string, string, RegExp, Partial<Testbench>]>([
    ['a model that is not known', 'SIMULATOR_MODEL', /no compact model for a mosfet/, { card: cardOf({ level: 68 }) }],
    ['a parameter that is not known', 'SIMULATOR_MODEL', /no_such_parameter/, { parameters: ['no_such_parameter'] }],
    ['a value on the card that is not known', 'SIMULATOR_MODEL', /strange=1/, { card: cardOf({ strange: 1 }) }],
    ['an option that is not known', 'SIMULATOR_MODEL', /scale=0.5/, { options: { scale: 0.5 } }],
    ['a version that is not known', 'SIMULATOR_MODEL', /version=3/, { card: cardOf({ version: 3 }) }],
    ['a library', 'SIMULATOR_TESTBENCH', /alone/, { libraries: ['/some/where.osdi'] }],
    ['a subcircuit', 'SIMULATOR_TESTBENCH', /alone/, { instances: [{ id: 'one', params: {}, info: {}, wrapper: { name: 'sub', nodes: [0, 1, 2, 3], elements: [], models: [] } }] }],
  ])('refuse %s by name', async (_, code, message, changes) => {
    await expect(new CompactSimulator().open(benchOf(changes))).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

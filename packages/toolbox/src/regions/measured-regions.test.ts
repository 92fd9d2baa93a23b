import type { ExtractionProblem, ProblemCurve } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuredRegions } from './measured-regions.ts';

const thermal = 0.025852;
const range = (from: number, to: number, count: number): number[] => Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const every = (measured: readonly number[]): number[] => [...measured.keys()];

interface Drive {
  readonly [terminal: string]: readonly number[] | number;
}

function curve(id: string, sweep: string, drives: Drive, vector: { readonly kind: 'i' | 'c'; readonly node?: string; readonly hi?: string[]; readonly lo?: string[] }, measured: readonly number[]): ProblemCurve {
  const x = drives[sweep] as readonly number[];
  return {
    id, kind: id, instance: 'one', geometry: {}, temperatureC: 27, sweep, x, weight: 1, budgetShare: 1, residuals: measured.length,
    drives: Object.fromEntries(Object.entries(drives).map(([terminal, values]) => [terminal, { quantity: 'v', values: typeof values === 'number' ? x.map(() => values) : values }])),
    vectors: [{ ...vector, floor: 1e-30, measured, scored: every(measured) }],
  };
}

const problemOf = (kind: string, curves: readonly ProblemCurve[], polarity?: 'p'): Pick<ExtractionProblem, 'curves' | 'device'> => ({ device: { kind, ...(polarity === undefined ? {} : { polarity }) }, curves });

interface Channel {
  readonly vth: number;
  readonly n: number;
  readonly leak: number;
}

/** Drain current by the EKV interpolation between weak and strong inversion (Enz, Krummenacher & Vittoz 1995). */
function drain({ vth, n, leak }: Channel, vg: number, vd: number): number {
  const charge = (v: number): number => Math.log1p(Math.exp(v / (2 * thermal))) ** 2;
  const pinch = (vg - vth) / n;
  return 1e-6 * (charge(pinch) - charge(pinch - vd)) + leak;
}

function transistor(channel: Channel, sign: 1 | -1): Pick<ExtractionProblem, 'curves' | 'device'> {
  const gate = range(-0.3, 1.5, 61);
  const out = range(0, 1.5, 31);
  const turned = (values: readonly number[]): number[] => values.map((value) => sign * value);
  const transfer = (vd: number): ProblemCurve => curve(`idvg ${vd}`, 'g', { g: turned(gate), d: sign * vd, s: 0, b: 0 }, { kind: 'i', node: 'd' }, turned(gate.map((vg) => drain(channel, vg, vd))));
  const output = curve('idvd', 'd', { d: turned(out), g: sign * 1.5, s: 0, b: 0 }, { kind: 'i', node: 'd' }, turned(out.map((vd) => drain(channel, 1.5, vd))));
  return problemOf('mosfet', [transfer(0.05), transfer(1.5), output], sign < 0 ? 'p' : undefined);
}

const main = ['leakage', 'subthreshold', 'linear', 'saturation'];

describe('regions of a transistor with a gate', () => {
  const channels = fc.record({ vth: between(0.3, 0.7), n: between(1, 1.6), leak: fc.constantFrom(0, 1e-13, 1e-12, 1e-11) });

  test('every point is in one of four, in order of the gate voltage, the same for both polarities', () => {
    fc.assert(fc.property(channels, (channel) => {
      const regions = measuredRegions(transistor(channel, 1));
      expect(measuredRegions(transistor(channel, -1))).toEqual(regions);
      for (const [vectors] of regions) for (const found of vectors!) expect(found.filter((region) => main.includes(region))).toHaveLength(1);
      for (const [points] of regions.slice(0, 2)) {
        const ranks = points!.map(([region]) => Math.min(2, main.indexOf(region!)));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }
    }), { numRuns: 40 });
  });

  test('the threshold is the device\'s, a low drain voltage linear, a high one saturated', () => {
    fc.assert(fc.property(channels, (channel) => {
      const [low, high, output] = measuredRegions(transistor(channel, 1)).map(([points]) => points!);
      const gate = range(-0.3, 1.5, 61);
      const on = gate[low!.findIndex((found) => found.includes('linear'))]!;
      // By the tangent the threshold lies some thermal voltages above that of the interpolation.
      expect(Math.abs(on - channel.vth)).toBeLessThan(0.15);
      expect(low!.some((found) => found.includes('saturation') && gate[low!.indexOf(found)]! > channel.vth + 0.2)).toBe(false);
      expect(high![40]).toContain('saturation');
      expect(output![1]).toContain('linear');
      expect(output!.at(-1)).toEqual(['saturation', 'high-field']);
    }), { numRuns: 40 });
  });

  test('a floor that does not follow the gate is leakage', () => {
    const [[low]] = measuredRegions(transistor({ vth: 0.5, n: 1.2, leak: 1e-10 }, 1)) as [[string[][]]];
    expect(low[0]).toEqual(['leakage']);
    expect(low[24]).toEqual(['subthreshold']);
    const [[clean]] = measuredRegions(transistor({ vth: 0.5, n: 1.2, leak: 0 }, 1)) as [[string[][]]];
    expect(clean.flat()).not.toContain('leakage');
  });

  test('a gate capacitance falls from accumulation and rises to inversion', () => {
    const gate = range(-2, 2, 41);
    const wave = gate.map((vg) => 1e-13 * (0.4 + 0.6 * Math.min(1, Math.abs(vg - 0.1) / 1.2)));
    const [[found]] = measuredRegions(problemOf('mosfet', [curve('cv', 'g', { g: gate, d: 0, s: 0, b: 0 }, { kind: 'c', hi: ['g'], lo: ['d', 's', 'b'] }, wave)])) as [[string[][]]];
    expect([found[0], found[21], found.at(-1)]).toEqual([['accumulation'], ['depletion'], ['inversion']]);
  });
});

describe('regions of junctions', () => {
  test('a diode goes from reverse over recombination and the exponential to its resistance', () => {
    fc.assert(fc.property(between(1, 10), between(-33, -28), between(0, 1e-9), (rs, log, recombination) => {
      const voltage = range(-1, 1, 81);
      const current = voltage.map((v) => {
        let [lower, upper] = [0, Math.max(0, v)];
        for (let k = 0; k < 60; k += 1) {
          const inner = (lower + upper) / 2;
          const through = Math.exp(log + inner / thermal) + recombination * Math.expm1(inner / (2 * thermal));
          if (inner + through * rs > v) upper = inner;
          else lower = inner;
        }
        return v <= 0 ? -1e-12 : Math.exp(log + lower / thermal) + recombination * Math.expm1(lower / (2 * thermal));
      });
      const [[found]] = measuredRegions(problemOf('diode', [curve('iv', 'a', { a: voltage, c: 0 }, { kind: 'i', node: 'a' }, current)])) as [[string[][]]];
      const order = ['reverse', 'low-current', 'mid-current', 'high-current'];
      const ranks = found.map((regions) => Math.max(...regions.map((region) => order.indexOf(region))));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(found.slice(0, 41).flat().every((region) => region === 'reverse')).toBe(true);
      expect(ranks).toContain(2);
      expect(found.at(-1)).toEqual(['forward', 'high-current']);
    }), { numRuns: 40 });
  });

  test('a junction capacitance is of depletion until it is forward biased', () => {
    const voltage = range(-2, 0.4, 13);
    const [[found]] = measuredRegions(problemOf('diode', [curve('cv', 'a', { a: voltage, c: 0 }, { kind: 'c', hi: ['a'], lo: ['c'] }, voltage.map((v) => 1e-12 * (1 - v / 0.8) ** -0.4))])) as [[string[][]]];
    expect(found.map(([region]) => region)).toEqual(voltage.map((v) => (v > 1e-9 ? 'forward' : 'depletion')));
  });

  test('a bipolar transistor has forward and reverse Gummel plots, and outputs that saturate at low voltages', () => {
    const base = range(0.4, 1, 31);
    const out = range(0.05, 3, 30);
    const collector = (vbe: number, vce: number): number => (1e-17 * Math.exp(vbe / thermal) * Math.tanh(vce / 0.15) * (1 + vce / 60)) / (1 + Math.exp((vbe - 0.85) / (2 * thermal)));
    const regions = measuredRegions(problemOf('bjt', [
      curve('gummel', 'b', { b: base, c: 1.5, e: 0, s: 0 }, { kind: 'i', node: 'c' }, base.map((vb) => collector(vb, 1.5))),
      curve('reverse', 'b', { b: base, c: -0.5, e: 0, s: 0 }, { kind: 'i', node: 'c' }, base.map((vb) => -1e-18 * Math.exp(vb / thermal))),
      curve('output', 'c', { c: out, b: 0.7, e: 0, s: 0 }, { kind: 'i', node: 'c' }, out.map((vc) => collector(0.7, vc))),
    ])).map(([points]) => points!);
    expect([regions[0]![5], regions[0]!.at(-1)]).toEqual([['forward', 'mid-current'], ['forward', 'high-current']]);
    expect(regions[1]![5]).toEqual(['reverse', 'mid-current']);
    expect([regions[2]![0], regions[2]![15], regions[2]!.at(-1)]).toEqual([['forward', 'mid-current', 'saturation'], ['forward', 'mid-current', 'active'], ['forward', 'mid-current', 'active', 'high-field']]);
  });

  test('a device of an unknown kind has none', () => {
    expect(measuredRegions(problemOf('resistor', [curve('iv', 'a', { a: [0, 1], b: 0 }, { kind: 'i', node: 'a' }, [1, 2])]))).toEqual([[[[], []]]]);
  });
});

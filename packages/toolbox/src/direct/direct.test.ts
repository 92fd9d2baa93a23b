import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviationResistance, junctionCapacitance, kneeCurrent, semilogFit } from './junction.ts';
import { earlyVoltage, thresholdByConstantCurrent, thresholdByMaximumGm, thresholdByRatio, thresholdInSaturation, transmissionLine } from './transistor.ts';

const thermal = 0.02587;
const range = (from: number, to: number, count: number): number[] => Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const near = (received: number | undefined, wanted: number, tolerance: number): void => {
  expect(Math.abs(received! / wanted - 1), `${received} for ${wanted}`).toBeLessThan(tolerance);
};

describe('a junction', () => {
  /** Current behind a series resistance, by bisection of V = I R + n kT/q ln(I/Is). */
  const behind = (v: number, is: number, n: number, r: number): number => {
    let [low, high] = [Math.log(is), Math.log(10)];
    for (let k = 0; k < 80; k += 1) {
      const middle = (low + high) / 2;
      if (Math.exp(middle) * r + n * thermal * (middle - Math.log(is)) > v) high = middle;
      else low = middle;
    }
    return Math.exp(low);
  };

  test('gives saturation current, ideality and series resistance', () => {
    fc.assert(fc.property(between(-40, -25), between(1, 1.8), between(1, 20), (log, n, r) => {
      const is = Math.exp(log);
      const voltage = range(0.3, 1, 36);
      const current = voltage.map((v) => behind(v, is, n, r));
      const fit = semilogFit(voltage, current, thermal)!;
      expect(Math.abs(fit.ideality - n)).toBeLessThan(0.03 * n);
      expect(Math.abs(Math.log(fit.saturation / is))).toBeLessThan(0.04 * -log);
      // Where it can be seen at all.
      if (Math.max(...current) * r > 4 * thermal) near(deviationResistance(voltage, current, { saturation: is, ideality: n }, thermal), r, 1e-6);
    }));
  });

  test('is refused where nothing rises', () => {
    expect(semilogFit([0, 0.1, 0.2, 0.3], [4, 3, 2, 1], thermal)).toBeUndefined();
    expect(semilogFit([0, 0.1], [1, 2], thermal)).toBeUndefined();
    expect(deviationResistance([0.5, 0.6], [0.5, 0.6].map((v) => 1e-12 * Math.exp(v / thermal)), { saturation: 1e-12, ideality: 1 }, thermal)).toBeUndefined();
  });

  test('gives zero-bias capacitance, built-in potential and grading', () => {
    fc.assert(fc.property(between(1e-15, 1e-9), between(0.4, 1.2), between(0.2, 0.6), (zeroBias, potential, grading) => {
      const voltage = range(-4, 0.2, 22);
      const found = junctionCapacitance(voltage, voltage.map((v) => zeroBias * (1 - v / potential) ** -grading))!;
      near(found.zeroBias, zeroBias, 1e-4);
      near(found.potential, potential, 1e-3);
      near(found.grading, grading, 1e-3);
    }));
    expect(junctionCapacitance([-1, -0.5, 0, 0.1], [4, 3, 2, 1])).toBeUndefined();
  });

  test('gives the knee of high injection', () => {
    const ideal = range(-12, 0, 40).map((log) => Math.exp(log));
    near(kneeCurrent(ideal, ideal.map((value) => (2 * value) / (1 + Math.sqrt(1 + (4 * value) / 3e-3)))), 3e-3, 1e-9);
    expect(kneeCurrent(ideal, ideal)).toBeUndefined();
  });
});

describe('a transistor', () => {
  const gate = range(0, 2, 81);
  const linear = (vg: number, vth: number, gain: number, vd: number, theta = 0): number => {
    const over = vg - vth;
    return over < vd ? gain * 0.5 * Math.max(0, over) ** 2 : (gain * (over - vd / 2) * vd) / (1 + theta * over);
  };

  test('gives threshold and gain in the linear region, with mobility degradation by the ratio of Ghibaudo', () => {
    fc.assert(fc.property(between(0.2, 0.8), between(1e-5, 1e-2), (vth, gain) => {
      const plain = thresholdByMaximumGm(gate, gate.map((vg) => linear(vg, vth, gain, 0.05)), 0.05)!;
      expect(Math.abs(plain.threshold - vth)).toBeLessThan(0.01);
      near(plain.gain, gain, 0.02);
      const degraded = gate.map((vg) => linear(vg, vth, gain, 0.05, 0.4));
      near(thresholdByRatio(gate, degraded, 0.05)!.gain, gain, 0.04);
      expect(thresholdByMaximumGm(gate, degraded, 0.05)!.gain).toBeLessThan(gain);
    }));
  });

  test('gives threshold and gain in saturation', () => {
    fc.assert(fc.property(between(-3, 0.8), between(1e-5, 1e-2), (vth, gain) => {
      const voltages = range(-4, 2, 61);
      const found = thresholdInSaturation(voltages, voltages.map((vg) => 0.5 * gain * Math.max(0, vg - vth) ** 2))!;
      expect(Math.abs(found.threshold - vth)).toBeLessThan(1e-6);
      near(found.gain, gain, 1e-6);
    }));
  });

  test('passes a constant current between its points', () => {
    const current = gate.map((vg) => 1e-9 * Math.exp(vg / 0.04));
    expect(thresholdByConstantCurrent(gate, current, 1e-9 * Math.exp(1.013 / 0.04))).toBeCloseTo(1.013, 9);
    expect(thresholdByConstantCurrent(gate, current, 1e30)).toBeUndefined();
  });

  test('gives the Early voltage of a straight output curve, and none of one that falls', () => {
    const voltage = range(0, 5, 26);
    near(earlyVoltage(voltage, voltage.map((v) => 1e-3 * (1 + v / 37))), 37, 1e-9);
    expect(earlyVoltage(voltage, voltage.map((v) => 1 - 0.1 * v))).toBeUndefined();
  });

  test('of several lengths gives contact resistance and length offset', () => {
    const lengths = [2e-7, 5e-7, 1e-6, 5e-6];
    const found = transmissionLine(lengths, [0.5, 0.8, 1.2].map((over) => lengths.map((length) => 180 + (length - 3e-8) / (2e-10 * over))))!;
    near(found.resistance, 180, 1e-6);
    near(found.lengthOffset, 3e-8, 1e-6);
    expect(transmissionLine([1e-6], [[1], [2]])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { CardValues } from '@evospice/contracts';
import { compactModel } from '../compact-model.ts';
import type { ModelIdentity } from '../model.ts';

/** A card with what ngspice computes for it. */
export interface GoldenCard {
  readonly name: string;
  readonly identity: ModelIdentity;
  readonly values: CardValues;
  readonly geometry: CardValues;
  readonly temperatureC: number;
  /** Voltages of the terminals (V), and the currents into them (A). */
  readonly points: readonly (readonly [bias: readonly number[], currents: readonly number[]])[];
  /** Capacitances (F) at 100 kHz. */
  readonly capacitances?: readonly { readonly bias: readonly number[]; readonly hi: string; readonly lo: string; readonly value: number }[];
}

/** ngspice adds up conductances times voltages, which leaves about this much (A), more where currents are large. */
const rounding = 5e-15;

/** Compares a family with golden values, and its derivatives with differences. */
export function describeGolden(family: string, deviceKind: string, cards: readonly GoldenCard[]): void {
  describe.each(cards)(`${family}: $name`, ({ identity, values, geometry, temperatureC, points, capacitances = [] }) => {
    const model = compactModel({ deviceKind, ...identity })!;

    it('has the currents that ngspice has', () => {
      expect(model.family).toBe(family);
      const device = model.instance(values, geometry, temperatureC);
      for (const [bias, expected] of points) {
        const largest = Math.max(...expected.map(Math.abs));
        device.currents(bias).forEach((current, t) => {
          const off = Math.abs(current - expected[t]!);
          expect(off, `terminal ${t} at ${bias}: ${current} for ${expected[t]}`).toBeLessThan(1e-6 * Math.abs(expected[t]!) + rounding * (1 + 10 * largest));
        });
      }
    });

    // Currents are solved to about 1e-9, which the differences see 1 / step times.
    it('has the derivatives of its currents', () => {
      const names = Object.keys(values).filter((name) => values[name] !== 0 && !['level', 'tlev', 'tlevc', 'quasimod', 'qbm', 'nkf'].includes(name));
      const [bias] = points[0]!;
      const { byParameter, currents } = model.instance(values, geometry, temperatureC, { parameters: names }).differentiate(bias);
      const at = (name: string, factor: number) => model.instance({ ...values, [name]: values[name]! * factor }, geometry, temperatureC).currents(bias);
      names.forEach((name, k) => {
        const by = values[name]!;
        const steps = [5e-4, -5e-4, 2.5e-4, -2.5e-4].map((step) => at(name, 1 + step));
        currents.forEach((current, t) => {
          const [wide, narrow] = [(steps[0]![t]! - steps[1]![t]!) / 1e-3, (steps[2]![t]! - steps[3]![t]!) / 5e-4];
          const slope = (4 * narrow - wide) / 3;
          const off = Math.abs(byParameter[t]![k]! * by - slope);
          expect(off, `terminal ${t} by ${name}: ${byParameter[t]![k]! * by} for ${slope}`).toBeLessThan(1e-5 * Math.abs(slope) + 2e-6 * Math.abs(current) + 1e-14);
        });
      });
    });

    it.runIf(capacitances.length > 0)('has the capacitances that ngspice has', () => {
      const device = model.instance(values, geometry, temperatureC);
      for (const { bias, hi, lo, value } of capacitances) {
        const measured = device.capacitance(bias, [hi], [lo], 1e5).value;
        expect(Math.abs(measured - value), `${hi} to ${lo} at ${bias}: ${measured} for ${value}`).toBeLessThan(1e-6 * Math.abs(value));
      }
    });
  });
}

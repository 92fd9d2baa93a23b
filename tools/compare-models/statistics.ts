import type { Curve, SimulatedCurve, Testbench } from '@evospice/contracts';
import type { FamilyPlan, Point } from './families/plan.ts';

/** The largest difference of a region, and where it is. */
export interface Worst {
  readonly difference: number;
  readonly place: string;
}

/** Differences of one region. */
class Differences {
  readonly values: number[] = [];
  worst: Worst = { difference: -1, place: '' };
  /** The largest difference of a value that is not small; undefined where all are. */
  worstOfLarge: Worst | undefined;

  add(difference: number, isLarge: boolean, place: () => string): void {
    this.values.push(difference);
    if (isLarge && difference > (this.worstOfLarge?.difference ?? -1)) this.worstOfLarge = { difference, place: place() };
    if (difference > this.worst.difference) this.worst = { difference, place: place() };
  }

  quantile(share: number): number {
    const sorted = Float64Array.from(this.values).sort();
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  }
}

/** Both simulators on one curve of one card. */
export interface Comparison {
  readonly testbench: Testbench;
  readonly curve: Curve;
  readonly candidate: readonly number[];
  readonly own: SimulatedCurve;
  readonly reference: SimulatedCurve;
  /** Of the case and card, for the place of the worst. */
  readonly title: string;
}

/** Values from which ngspice's own rounding cannot be seen: A, V, F. Its currents through a series resistance are differences of products, good to some 1e-13 A. */
export const large = { i: 1e-7, v: 1e-3, c: 1e-16 } as const;

/** Differences of a family by region. */
export class Statistics {
  readonly regions = new Map<string, Differences>();
  readonly #plan: FamilyPlan;

  constructor(plan: FamilyPlan) {
    this.#plan = plan;
  }

  add({ testbench, curve, candidate, own, reference, title }: Comparison): void {
    const sign = testbench.device.polarity === 'p' ? -1 : 1;
    const card = (name: string): number | undefined => {
      const at = testbench.parameters.indexOf(name);
      const value = at < 0 ? testbench.card.value(name) : candidate[at];
      return value === undefined ? undefined : ['vth0', 'vtho', 'vto'].includes(name) ? value * sign : value;
    };
    const geometry = testbench.instances.find(({ id }) => id === curve.instance)?.params ?? {};
    for (const [at, vector] of curve.measured.entries()) {
      const floor = this.#plan.floor[vector.kind];
      for (const point of curve.x.keys()) {
        const [a, b] = [own.vectors[at]![point]!, reference.vectors[at]![point]!];
        const difference = Number.isFinite(a) ? Math.abs(a - b) / Math.max(Math.abs(b), floor) : Infinity;
        const v = Object.fromEntries(curve.drives.flatMap(({ terminal, quantity, values }) => (quantity === 'v' ? [[terminal, values[point]! * sign]] : [])));
        const region = this.#plan.region({ v, vector, value: b * (vector.kind === 'c' ? 1 : sign), card, geometry } satisfies Point);
        const group = this.regions.get(region) ?? new Differences();
        this.regions.set(region, group);
        group.add(difference, Math.abs(b) >= large[vector.kind], () => `${title}, ${curve.id}, ${vector.column} at ${curve.sweep}=${curve.x[point]}: ${a.toPrecision(8)}, ngspice ${b.toPrecision(8)}`);
      }
    }
  }
}

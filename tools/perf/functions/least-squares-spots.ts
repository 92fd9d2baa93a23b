import type { TestFunction } from '@evospice/test-functions';
import { createRandom } from '@evospice/toolbox';

/** A sum of squares whose residuals an optimizer sees. */
export type LeastSquaresFunction = TestFunction & { readonly residualCount: number; residuals(x: readonly number[]): number[] };

interface Fit {
  readonly name: string;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly start: readonly number[];
  readonly residuals: (x: readonly number[]) => number[];
}

function fit({ residuals, ...about }: Fit): LeastSquaresFunction {
  return {
    ...about, residuals, dimension: about.start.length, residualCount: residuals(about.start).length, minimum: { value: 0 },
    evaluate: (x) => residuals(x).reduce((sum, value) => sum + value * value, 0),
  };
}

/**
 * A diode of 1e-14 A and 5 ohm fitted in relative errors from 1e-30 A over 50 and 36 decades: every current of the start lies below the floor of
 * 1e-15 A, which the residuals soften. The least value is 0.
 */
export function plateau(): LeastSquaresFunction {
  const floor = 1e-15;
  const thermal = 1.05 * 0.025852;
  const current = (logIs: number, logRs: number, volts: number): number => {
    // v = thermal ln(1 + i / is) + i rs, by halving the interval of v's drop in the junction.
    let [low, high] = [0, volts];
    for (let turn = 0; turn < 100; turn++) {
      const junction = (low + high) / 2;
      if (junction + 10 ** (logIs + logRs) * Math.expm1(junction / thermal) > volts) high = junction;
      else low = junction;
    }
    return 10 ** logIs * Math.expm1(low / thermal);
  };
  const volts = [0.4, 0.5, 0.6, 0.7];
  const measured = volts.map((v) => current(-14, Math.log10(5), v));
  const seen = (value: number): number => Math.log10(Math.hypot(value, floor));
  return fit({
    name: 'plateau', lower: [-40, -18], upper: [10, 18], start: [-30, Math.log10(5)],
    residuals: ([logIs, logRs]) => volts.map((v, index) => seen(current(logIs!, logRs!, v)) - seen(measured[index]!)),
  });
}

/** What the data of `flatDrain` are made with. */
export const flatDrainTruth: readonly number[] = [-0.61, Math.log10(0.0385), 0.0132, Math.log10(55), Math.log10(13.4)];

/**
 * Output curves of a JFET (Shichman & Hodges 1968, with series resistances) with 2 % of noise: threshold, decades of the gain, channel length
 * modulation, decades of the drain's and the source's resistance. The drain's matters at the lowest drain voltages only, and not at all near its lower bound.
 */
export function flatDrain(seed: number): LeastSquaresFunction {
  const gates = [-0.35, -0.25, -0.15, -0.05, 0];
  const drains = Array.from({ length: 12 }, (_, index) => index + 1);
  const biases = gates.flatMap((vg) => drains.map((vd) => [vg, vd] as const));
  const random = createRandom(seed);
  const noise = biases.map(() => 1 + 0.02 * random.normal());
  const measured = biases.map(([vg, vd], index) => noise[index]! * drainCurrent(flatDrainTruth, vg, vd));
  return fit({
    name: 'flat-drain', lower: [-3, -3, 0, -1, -1], upper: [-0.3, Math.log10(0.2), 0.1, Math.log10(200), Math.log10(200)], start: [-1.2, -2, 0.01, 1, 1],
    residuals: (x) => biases.map(([vg, vd], index) => drainCurrent(x, vg, vd) / measured[index]! - 1),
  });
}

function drainCurrent([vto, logBeta, lambda, logRd, logRs]: readonly number[], vg: number, vd: number): number {
  const [beta, rd, rs] = [10 ** logBeta!, 10 ** logRd!, 10 ** logRs!];
  const flows = (current: number): number => {
    const over = Math.max(0, vg - current * rs - vto!);
    const drop = Math.max(0, vd - current * (rd + rs));
    return beta * (1 + lambda! * drop) * (drop >= over ? over * over : drop * (2 * over - drop));
  };
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (flows(middle) > middle) low = middle;
    else high = middle;
  }
  return low;
}

import type { Curve, CurveSplit, DeviceInstance, Task, ProblemParameter } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import { NumberCard } from '@evospice/testbench';
import { simulateCurve, type AnalyticDiodeParameters } from './analytic-simulator.ts';

export interface AnalyticTaskOptions {
  /** Relative standard deviation of the measurement noise; 0.01 by default, 0 for exact data. */
  readonly noise?: number;
  /** Points a curve; 31 by default. */
  readonly points?: number;
}

export interface AnalyticTask extends Task {
  /** The parameters that made the data: what an extraction should find. */
  readonly truth: AnalyticDiodeParameters;
}

const floor = 1e-12;

/**
 * A small task for `analyticDiodeSimulator()`: forward I-V of three diodes of area 1, 10 (train) and 4 (validate),
 * with `is` (log), `n` (lin) and `rs` (log) to extract. One seed, one task; the true values and the noise are drawn from it.
 */
export function analyticDiodeTask(seed: number, options: AnalyticTaskOptions = {}): AnalyticTask {
  const { noise = 0.01, points = 31 } = options;
  const random = createRandom(seed);
  const truth: AnalyticDiodeParameters = {
    is: 10 ** (-15 + 2 * random.next()),
    n: 1.1 + 0.6 * random.next(),
    rs: 10 ** (0.5 + 1.5 * random.next()),
  };
  const start = { is: 1e-13, n: 1.4, rs: 100 };
  const card = new NumberCard({ name: 'analytic_dio', type: 'd', file: 'analytic.mod' }, start);
  const instances: DeviceInstance[] = [
    { id: 'small', params: { area: 1 }, info: {} },
    { id: 'large', params: { area: 10 }, info: {} },
    { id: 'middle', params: { area: 4 }, info: {} },
  ];
  const splits: Readonly<Record<string, CurveSplit>> = { small: 'train', large: 'train', middle: 'validate' };
  const curves = instances.map(({ id }) => {
    const empty = emptyCurve(id, splits[id] ?? 'train', points);
    const exact = simulateCurve({ card, instances }, empty, { ...truth }).vectors[0] as Float64Array;
    const values = exact.map((value) => value * (1 + noise * random.normal()));
    return { ...empty, measured: empty.measured.map((vector) => ({ ...vector, values })) };
  });
  return {
    id: `analytic-diode-${seed}`,
    title: `Analytic diode, seed ${seed}`,
    device: { kind: 'diode', polarity: 'n', terminals: ['a', 'c'], thermalNode: false },
    model: { family: 'diode', level: 1, simulator: 'analytic', card },
    instances,
    curves,
    tunables: tunables(start),
    notes: [],
    origin: 'generated',
    source: `analytic-diode-task:${seed}`,
    truth,
  };
}

function tunables(start: AnalyticDiodeParameters): readonly ProblemParameter[] {
  return [
    { name: 'is', lower: 1e-17, upper: 1e-11, start: start.is, scale: 'log', unit: 'A', role: 'saturation current', group: 'junction' },
    { name: 'n', lower: 0.9, upper: 2, start: start.n, scale: 'lin', role: 'emission coefficient', group: 'junction' },
    { name: 'rs', lower: 0.1, upper: 1000, start: start.rs, scale: 'log', unit: 'ohm', role: 'series resistance', group: 'resistance' },
  ];
}

function emptyCurve(instance: string, split: CurveSplit, points: number): Curve {
  const x = Float64Array.from({ length: points }, (_, point) => 0.2 + (0.7 * point) / (points - 1));
  return {
    id: `iv-${instance}`, kind: 'iv', instance, temperatureC: 27, split, sweep: 'va', x,
    drives: [
      { terminal: 'a', quantity: 'v', values: x },
      { terminal: 'c', quantity: 'v', values: new Float64Array(points) },
    ],
    measured: [{ column: 'ia', kind: 'i', node: 'a', floor, values: new Float64Array(points) }],
    weight: 1,
    source: `analytic:${instance}`,
  };
}

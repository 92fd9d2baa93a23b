import type { ControlTimes } from '../../../packages/bench/src/index.ts';
import { middle } from '../shared/measure.ts';

/** What `evospice try --json` prints, as far as it is read here. */
export interface Trial {
  readonly subject: string;
  readonly control: string;
  readonly budget: number;
  readonly runs: readonly TrialRun[];
  readonly controls: readonly TrialRun[];
  readonly controlTimes: ControlTimes;
}

interface TrialRun {
  readonly task: string;
  readonly errors: Readonly<Record<string, number | null>>;
  readonly seconds?: { readonly own: number };
}

export interface Comparison {
  readonly factors: readonly number[];
  readonly devices: readonly DeviceComparison[];
  /** Geometric mean over devices of the control's simulations over the optimizer's, by factor. */
  readonly ratio: Readonly<Record<string, number>>;
  /** Devices on which the optimizer took more simulations, by factor. */
  readonly lost: Readonly<Record<string, readonly string[]>>;
  /** By budget: devices on which the median error is lower by more than 0.1 %: the optimizer's, the control's. */
  readonly lower: Readonly<Record<string, readonly [number, number]>>;
  /** Devices on which the optimizer's median error at the full budget is below the control's, or above it by no more than 0.1 %. */
  readonly lowerOrEqual: number;
  /** Median own compute of a run of the optimizer. */
  readonly ownSeconds: number;
}

interface DeviceComparison {
  readonly task: string;
  readonly times: readonly { readonly own: number | null; readonly other: number | null; readonly ratio: number | null }[];
  /** Median errors of the optimizer and of the control by simulations. */
  readonly errors: Readonly<Record<number, readonly [number, number]>>;
}

const EQUAL = 1e-3;

/** @param keep which devices count; all by default */
export function comparisonOf({ subject, control, budget, runs, controls, controlTimes }: Trial, keep: (task: string) => boolean = () => true): Comparison {
  const { factors, times } = controlTimes;
  const tasks = [...new Set(runs.map(({ task }) => task))].filter(keep);
  const timeOf = (entry: string, task: string, factor: number) => times.find((one) => one.entry === entry && one.task === task && one.factor === factor);
  const devices = tasks.map((task): DeviceComparison => ({
    task,
    times: factors.map((factor) => {
      const own = timeOf(subject, task, factor);
      return { own: own?.simulations ?? null, other: timeOf(control, task, factor)?.simulations ?? null, ratio: own?.ratio ?? null };
    }),
    errors: Object.fromEntries(Object.keys(runs[0]?.errors ?? {}).map((at) => [at, [errorAt(runs, task, at), errorAt(controls, task, at)] as const])),
  }));
  const ratiosTo = (index: number): readonly number[] => devices.flatMap((device) => device.times[index]?.ratio ?? []);
  const looks = [60, 100, budget].filter((at, index, all) => at <= budget && all.indexOf(at) === index);
  const duel = (at: number): readonly [number, number] => {
    const pairs = devices.flatMap(({ errors }) => (errors[at] === undefined ? [] : [errors[at]]));
    return [pairs.filter(([own, other]) => own < other * (1 - EQUAL)).length, pairs.filter(([own, other]) => other < own * (1 - EQUAL)).length];
  };
  return {
    factors, devices,
    ratio: Object.fromEntries(factors.map((factor, index) => [factor, geometricMean(ratiosTo(index))])),
    lost: Object.fromEntries(factors.map((factor, index) => [factor, devices.filter((device) => (device.times[index]?.ratio ?? 1) < 1).map(({ task }) => task)])),
    lower: Object.fromEntries(looks.map((at) => [at, duel(at)])),
    lowerOrEqual: devices.length - duel(budget)[1],
    ownSeconds: middle(runs.filter(({ task }) => keep(task)).flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds.own]))),
  };
}

function errorAt(runs: readonly TrialRun[], task: string, at: string): number {
  return middle(runs.filter((run) => run.task === task).map(({ errors }) => errors[at] ?? Number.NaN));
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

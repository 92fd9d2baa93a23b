import {
  EvospiceError, type Curve, type ExtractionProblem, type ProblemCurve, type ProblemParameter, type Task, type TunableParameter,
} from '@evospice/contracts';
import { clipToBounds } from '@evospice/toolbox';
import { scorableCurve } from '../metric/scorable-curve.ts';
import { scoredCount } from '../metric/score-curve.ts';

export interface ProblemOptions {
  /** Error to bring down: `relative` (a fraction, the default) or `log` (decades). */
  readonly metric?: 'relative' | 'log';
}

/**
 * What an optimizer is told of a task: its parameters and its training curves, as plain JSON. Validation curves, the
 * card and the file names stay outside. A curve costs its share of the bias points, so that all together cost one unit.
 * @throws EvospiceError `EXTRACTION_TASK` when there is nothing to extract or nothing to compare with.
 */
export function createProblem(task: Task, options: ProblemOptions = {}): ExtractionProblem {
  const train = task.curves.filter((curve) => curve.split === 'train');
  if (train.length === 0) refuse(task, 'has no training curve', 'at least one curve with split: train');
  if (task.tunables.length === 0) refuse(task, 'has no tunable parameter', 'at least one entry in tunables');
  const points = train.reduce((sum, curve) => sum + curve.x.length, 0);
  const curves = train.map((curve) => problemCurve(task, curve, points));
  if (curves.every((curve) => curve.residuals === 0)) {
    refuse(task, 'has no measured training point at or above its floor', 'a floor below the measured values');
  }
  const { kind, polarity, vdd } = task.device;
  return {
    task: task.id,
    device: { kind, ...(polarity === undefined ? {} : { polarity }), ...(vdd === undefined ? {} : { vdd }) },
    modelFamily: task.model.family,
    parameters: task.tunables.map(problemParameter),
    curves,
    ...(task.constraints === undefined || task.constraints.length === 0 ? {} : { constraints: task.constraints }),
    metric: options.metric ?? 'relative',
  };
}

function problemParameter(tunable: TunableParameter): ProblemParameter {
  const { name, lower, upper, scale, increment, unit, role, group } = tunable;
  // A discrete parameter starts on its grid, so that the start is a candidate like any other.
  const [start] = clipToBounds([tunable], [tunable.start]) as [number];
  return {
    name, lower, upper, start, scale, ...(increment === undefined ? {} : { increment }),
    ...(unit === undefined ? {} : { unit }), ...(role === undefined ? {} : { role }), ...(group === undefined ? {} : { group }),
  };
}

function problemCurve(task: Task, curve: Curve, points: number): ProblemCurve {
  const instance = task.instances.find((other) => other.id === curve.instance);
  return {
    id: curve.id,
    kind: curve.kind,
    instance: curve.instance,
    geometry: { ...instance?.params },
    temperatureC: curve.temperatureC,
    sweep: curve.sweep,
    x: Array.from(curve.x),
    drives: Object.fromEntries(curve.drives.map((drive) => [drive.terminal, { quantity: drive.quantity, values: Array.from(drive.values) }])),
    vectors: curve.measured.map((vector) => ({
      kind: vector.kind, ...(vector.node === undefined ? {} : { node: vector.node }), floor: vector.floor, measured: Array.from(vector.values),
    })),
    weight: curve.weight,
    cost: curve.x.length / points,
    residuals: scoredCount(scorableCurve(curve)),
  };
}

function refuse(task: Task, message: string, expected: string): never {
  throw new EvospiceError('EXTRACTION_TASK', `task ${task.id} ${message}`, { received: task.source, expected, remedy: 'correct the task' });
}

import {
  EvospiceError, defined, type CardValues, type Curve, type DeviceInstance, type Evaluation, type ExtractionProblem, type ModelCard, type ProblemCurve,
  type ProblemModel, type ProblemParameter, type Task,
} from '@evospice/contracts';
import { clipToBounds } from '@evospice/toolbox';
import { scoredIndices } from '../metric/residuals.ts';

/** What of a task its curves depend on. */
export type CurvesTask = Pick<Task, 'device' | 'instances' | 'curves' | 'tunables'> & { readonly model: Pick<Task['model'], 'shifts'> };

export interface ProblemOptions {
  /** Error to bring down: `relative` (a fraction, the default) or `log` (decades). */
  readonly metric?: 'relative' | 'log';
}

/** `problem.start` before the driver has simulated the start card. */
const notSimulated: Evaluation = { ok: false, failure: { code: 'NOT_SIMULATED', message: 'the start card has not been simulated yet' } };

/**
 * What an optimizer is told of a task: its parameters, its start card and its training curves, as plain JSON. Validation curves and
 * file names stay outside. A curve costs its share of the bias points, so that all with a scored point together cost one unit.
 * `start` is a failure until the driver puts the start card's evaluation in its place.
 * @throws EvospiceError `EXTRACTION_TASK` when there is nothing to extract or nothing to compare with.
 */
export function createProblem(task: Task, options: ProblemOptions = {}): ExtractionProblem {
  const train = task.curves.filter((curve) => curve.split === 'train');
  if (train.length === 0) refuse(task, 'has no training curve', 'at least one curve with split: train');
  if (task.tunables.length === 0) refuse(task, 'has no tunable parameter', 'at least one entry in tunables');
  const unpriced = train.map((curve) => problemCurve(task, curve));
  const scored = unpriced.filter((curve) => curve.residuals > 0);
  if (scored.length === 0) refuse(task, 'has no measured training point at or above its floor', 'a floor below the measured values');
  const points = scored.reduce((sum, curve) => sum + curve.x.length, 0);
  const curves = [...scored, ...unpriced.filter((curve) => curve.residuals === 0)];
  const { kind, polarity, vdd, thermalNode } = task.device;
  const parameters = task.tunables.map(problemParameter);
  return {
    task: task.id,
    device: { kind, ...defined({ polarity, vdd }), ...(thermalNode ? { thermalNode } : {}) },
    modelFamily: task.model.family,
    model: problemModel(task, parameters),
    parameters,
    curves: curves.map((curve) => ({ ...curve, budgetShare: curve.x.length / points })),
    start: notSimulated,
    ...(task.constraints === undefined || task.constraints.length === 0 ? {} : { constraints: task.constraints }),
    metric: options.metric ?? 'relative',
  };
}

function problemParameter(tunable: ProblemParameter): ProblemParameter {
  const { name, lower, upper, scale, increment, unit, role, group } = tunable;
  // A discrete parameter starts on its grid, so that the start is a candidate like any other.
  const [start] = clipToBounds([tunable], [tunable.start]) as [number];
  return { name, lower, upper, start, scale, ...defined({ increment, unit, role, group }) };
}

/** The start card: whatever the card says of a tunable parameter, its value here is the start. */
function problemModel({ model }: Task, parameters: readonly ProblemParameter[]): ProblemModel {
  const starts = Object.fromEntries(parameters.map(({ name, start }) => [name, start]));
  const { card, cards = {}, level, options } = model;
  const own = Object.entries(cards).filter(([, other]) => other.toString() !== card.toString());
  return {
    type: card.type,
    ...defined({ level: level ?? card.value('level'), version: card.text('version'), options }),
    values: { ...cardValues(card), ...starts },
    ...(own.length === 0 ? {} : { instances: Object.fromEntries(own.map(([instance, other]) => [instance, { ...cardValues(other), ...starts }])) }),
  };
}

function cardValues(card: ModelCard): CardValues {
  return Object.fromEntries(card.names().flatMap((name) => {
    const value = card.value(name);
    return value === undefined ? [] : [[name, value]];
  }));
}

/** Curves of a task as what is read off curves wants them: of a device, scored points and all, without prices. */
export function deviceProblem(task: CurvesTask): Pick<ExtractionProblem, 'device' | 'curves'> {
  const { kind, polarity } = task.device;
  return { device: { kind, ...defined({ polarity }) }, curves: task.curves.map((curve) => ({ ...problemCurve(task, curve), budgetShare: 0 })) };
}

/** A curve of a task as an optimizer sees it, without its price. */
function problemCurve(task: CurvesTask, curve: Curve): Omit<ProblemCurve, 'budgetShare'> {
  const instance = task.instances.find((other) => other.id === curve.instance);
  const vectors = curve.measured.map((vector) => {
    const { kind, node, hi, lo, floor, values, weights } = vector;
    return {
      kind, ...defined({ node, hi, lo }), floor, measured: Array.from(values), scored: scoredIndices(vector), ...(weights === undefined ? {} : { weights: Array.from(weights) }),
    };
  });
  return {
    id: curve.id,
    kind: curve.kind,
    instance: curve.instance,
    geometry: { ...instance?.params },
    temperatureC: curve.temperatureC,
    sweep: curve.sweep,
    x: Array.from(curve.x),
    drives: Object.fromEntries(curve.drives.map((drive) => [drive.terminal, { quantity: drive.quantity, values: Array.from(drive.values) }])),
    vectors,
    ...defined({ frequency: curve.frequency }),
    ...(isWrapped(task, instance) ? { wrapped: true } : {}),
    weight: curve.weight,
    residuals: vectors.reduce((sum, { scored }) => sum + scored.length, 0),
  };
}

function isWrapped({ tunables, model }: CurvesTask, instance: DeviceInstance | undefined): boolean {
  return instance?.wrapper !== undefined || model.shifts?.[instance?.id ?? ''] !== undefined || tunables.some(({ of }) => of !== undefined);
}

function refuse(task: Task, message: string, expected: string): never {
  throw new EvospiceError('EXTRACTION_TASK', `task ${task.id} ${message}`, { received: task.source, expected, remedy: 'correct the task' });
}

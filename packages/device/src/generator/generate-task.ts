import {
  counted, EvospiceError, type Curve, type DeviceInstance, type SimulatedCurve, type SimulationFailure, type Simulator, type SimulatorSession, type Task,
} from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { sweepCurves, type SweepSize } from '../generic/sweep-curves.ts';
import type { GenericDevice } from '../generic/generic-device.ts';
import type { ModelFamily } from '../knowledge/model-family.ts';
import { genericDevice } from '../generic/generic-devices.ts';
import { testbenchOf } from '../tasks/testbench.ts';
import { drawBounds, drawOrder, drawValues, rounded, tunableOf, valueAt } from './draw-parameters.ts';
import { addNoise, type MeasurementNoise } from './measurement-noise.ts';

export interface GenerateSpec {
  readonly family: ModelFamily;
  /** `n` when left out. */
  readonly polarity?: 'n' | 'p';
  /** Safe integer; the same seed gives the same task on the same simulator. */
  readonly seed: number;
  readonly noise?: MeasurementNoise;
  /** `normal` when left out. */
  readonly points?: SweepSize;
}

export interface GeneratedTask {
  readonly task: Task;
  /** Hidden values by parameter: for tests and reports, never for an optimizer. */
  readonly truth: Readonly<Record<string, number>>;
}

/** The noise of a task, with its defaults. */
export function noiseOf({ noise }: GenerateSpec): Required<MeasurementNoise> {
  return { relative: noise?.relative ?? 0.005, additive: noise?.additive ?? 1 };
}

/** Draws of one parameter set before the generator gives up. */
const attempts = 20;
/** The start must be off by at least this much (root mean square of the relative error over scored points, each clipped to 1). */
const leastStartError = 0.15;
/** Share of the training points that the truth must lift above the floor. */
const leastScored = 0.3;
/** Device sizes are multiplied by a factor between 1/range and range. */
const sizeRange = 2;
/** Failures that say something about the parameters; others say something about the machine and end the generation. */
const redrawn = new Set(['NOT_CONVERGED', 'NON_FINITE', 'PARAMETER_REFUSED', 'DEADLINE', 'CRASHED']);

/**
 * A fresh extraction task without measured data: draws hidden parameters around a generic card, simulates the family's standard
 * bench with them, adds measurement noise, and starts elsewhere inside the bounds. Bounds, device size and the order of
 * the parameters are drawn too, so that there is no answer to memorise. Draws that cannot be simulated are repeated, and noted in the task.
 * @throws EvospiceError `TASK_GENERATE` when no draw could be used, or the family has no device of this polarity; whatever `simulator.open` throws
 */
export async function generateTask(spec: GenerateSpec, simulator: Simulator, options: { readonly signal?: AbortSignal } = {}): Promise<Task> {
  return (await generateTaskWithTruth(spec, simulator, options)).task;
}

/** As `generateTask`, with the hidden parameters. */
export async function generateTaskWithTruth(spec: GenerateSpec, simulator: Simulator, options: { readonly signal?: AbortSignal } = {}): Promise<GeneratedTask> {
  const device = genericDevice(spec.family, spec.polarity);
  const size = spec.points ?? 'normal';
  const noise = noiseOf(spec);
  const random = createRandom(spec.seed);
  // One generator for each purpose: a repeated draw of one does not move the others.
  const [sizes, boundsOf, truths, starts, orders, noises] = [random.split(), random.split(), random.split(), random.split(), random.split(), random.split()];
  const kind = spec.polarity === 'p' ? `${spec.family}-p` : spec.family;
  const id = `generated-${kind}-${spec.seed}${size === 'tiny' ? '-tiny' : ''}`;
  const source = `generator: family ${kind}, seed ${spec.seed}, points ${size}, noise ${noise.relative} relative and ${noise.additive} times the instrument's`;

  const instances = drawInstances(device, size, valueAt({ lower: 1 / sizeRange, upper: sizeRange, scale: 'log' }, sizes.next()));
  const card = new NgspiceDialect().parse(device.card, { file: `generic ${kind} card`, model: device.model.name });
  const generic = device.tunables.map(({ name }) => card.value(name)!);
  const bounds = device.tunables.map((tunable, index) => drawBounds(tunable, generic[index]!, boundsOf));
  const curves = sweepCurves(device, instances, size, source);

  const session = await simulator.open({ id, device: device.device, instances, curves, card, parameters: device.tunables.map(({ name }) => name) }, options);
  try {
    const draw = (what: string, random: typeof truths, accept: Accept): Promise<Drawn> =>
      drawUsable(session, what, () => drawValues(bounds, generic, random), accept, options);
    const truth = await draw('hidden parameters', truths, (simulated) => {
      const share = scoredShare(curves, simulated);
      return share >= leastScored ? undefined : `only ${Math.round(share * 100)} % of the training points rose above the floor`;
    });
    const order = drawOrder(bounds.length, orders);
    const measured = addNoise(curves, truth.simulated, noise, device.noiseFloor, noises);
    const nameOf = (index: number): string => device.tunables[index]!.name;
    const record = (values: readonly number[]): Record<string, number> => Object.fromEntries(values.map((value, index) => [nameOf(index), value]));
    const taskFrom = (values: readonly number[], notes: readonly string[] = []): Task => ({
      id,
      title: `${device.title}: generated with seed ${spec.seed}`,
      device: device.device,
      model: {
        family: device.model.family, ...(device.model.level === undefined ? {} : { level: device.model.level }),
        simulator: simulator.name, card: card.with(record(values)),
      },
      instances,
      curves: measured,
      tunables: order.map((index) => tunableOf(spec.family, nameOf(index), bounds[index]!, values[index]!)),
      notes: [`made by simulation with ${simulator.name}: nothing here was measured`, ...truth.notes, ...notes],
      origin: 'generated',
      source,
    });
    const start = await draw('start', starts, (simulated, values) => {
      const error = distance(curves, truth.simulated, simulated);
      return error >= leastStartError ? objectionAfresh(taskFrom(values), simulator, options) : `its error of ${rounded(error, 3)} is too small`;
    });
    return { truth: record(truth.values), task: taskFrom(start.values, start.notes) };
  } finally {
    await session.close();
  }
}

function drawInstances(device: GenericDevice, size: SweepSize, factor: number): DeviceInstance[] {
  return device.instances.slice(0, size === 'tiny' ? 1 : undefined).map(({ id, params, size: scaled }) => ({
    id,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, scaled.includes(name) ? rounded(value * factor, 3) : value])),
    info: {},
  }));
}

interface Drawn {
  readonly values: readonly number[];
  readonly simulated: readonly SimulatedCurve[];
  /** Why draws were repeated. */
  readonly notes: readonly string[];
}

/** What speaks against values that were simulated; undefined for nothing. */
type Accept = (simulated: readonly SimulatedCurve[], values: readonly number[]) => string | undefined | Promise<string | undefined>;

/**
 * What speaks against the start of a task when a session begins with it, as every extraction does: where a simulator finds a solution from the one of the
 * candidate before, it need not find it from nothing.
 */
async function objectionAfresh(task: Task, simulator: Simulator, options: { readonly signal?: AbortSignal }): Promise<string | undefined> {
  const session = await simulator.open(testbenchOf(task), options);
  try {
    const [outcome] = await session.simulate({ candidates: [task.tunables.map(({ start }) => start)], curves: task.curves.filter(({ split }) => split === 'train').map(({ id }) => id) }, options);
    if (outcome?.ok === true) return undefined;
    const failure = outcome?.failure;
    if (failure === undefined || !redrawn.has(failure.code)) throw unusable('start', failure);
    return `${failure.code} in a session of its own, ${failure.message}`;
  } finally {
    await session.close();
  }
}

function unusable(what: string, failure: SimulationFailure | undefined): EvospiceError {
  return new EvospiceError('TASK_GENERATE', `the ${what} could not be simulated: ${failure?.message ?? 'the simulator gave no outcome'}`, {
    received: failure?.code, expected: 'a simulation, or a failure that the parameters cause', remedy: 'see what is wrong with the simulator',
  });
}

async function drawUsable(
  session: SimulatorSession, what: string, draw: () => number[], accept: Accept, options: { readonly signal?: AbortSignal },
): Promise<Drawn> {
  const notes: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const values = draw();
    const [outcome] = await session.simulate({ candidates: [values] }, options);
    if (outcome?.ok === true) {
      const objection = await accept(outcome.curves, values);
      if (objection === undefined) return { values, simulated: outcome.curves, notes };
      notes.push(`draw ${attempt} of the ${what} was repeated: ${objection}`);
      continue;
    }
    const failure = outcome?.failure;
    if (failure === undefined || !redrawn.has(failure.code)) throw unusable(what, failure);
    notes.push(`draw ${attempt} of the ${what} was repeated: ${failure.code}, ${failure.message}`);
  }
  throw new EvospiceError('TASK_GENERATE', `none of ${counted(attempts, 'draw')} of the ${what} could be used; the last: ${notes.at(-1)}`, {
    received: attempts, expected: 'one that can be simulated and makes a real task', remedy: 'use another seed, or less noise',
  });
}

/** Calls back for each scored training point of the reference. */
function eachScored(curves: readonly Curve[], reference: readonly SimulatedCurve[], visit: (value: number, curve: number, vector: number, point: number) => void): number {
  let points = 0;
  curves.forEach((curve, c) => {
    if (curve.split !== 'train') return;
    curve.measured.forEach(({ floor }, v) =>
      reference[c]!.vectors[v]!.forEach((value, point) => {
        points++;
        if (Math.abs(value) >= floor) visit(value, c, v, point);
      }),
    );
  });
  return points;
}

function scoredShare(curves: readonly Curve[], simulated: readonly SimulatedCurve[]): number {
  let scored = 0;
  const points = eachScored(curves, simulated, () => scored++);
  return scored / points;
}

function distance(curves: readonly Curve[], truth: readonly SimulatedCurve[], other: readonly SimulatedCurve[]): number {
  let sum = 0;
  let scored = 0;
  eachScored(curves, truth, (value, c, v, point) => {
    const relative = Math.min(1, Math.abs(other[c]!.vectors[v]![point]! - value) / Math.abs(value));
    sum += relative * relative;
    scored++;
  });
  return Math.sqrt(sum / scored);
}

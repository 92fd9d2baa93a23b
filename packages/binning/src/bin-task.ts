import { defined, EvospiceError, type CurveSplit, type DeviceInstance, type ModelCard, type Optimizer, type OptimizerLibrary, type Simulator, type Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { extract, simulateSplit, type SplitErrors } from '@evospice/extraction';
import { drawnSize, effectiveSize, sizedValue } from '@evospice/rules-kit';
import { openTestbench } from '@evospice/testbench';
import { binFor, binsOf, type Bin } from './bins.ts';
import { gridOf, type GridPoint, type GridSize } from './grid.ts';

export interface BinningRequest {
  readonly task: Task;
  /** As `binnedParameters` has them. */
  readonly parameters: readonly string[];
  /** For the task of one geometry. */
  readonly optimizerOf: (local: Task) => Promise<Optimizer>;
  readonly optimizers: OptimizerLibrary;
  readonly simulator: Simulator;
  /** Budget units of each geometry: simulations of its training curves. */
  readonly budget: number;
  readonly seed: number;
  readonly metric?: 'relative' | 'log';
  readonly signal: AbortSignal;
  /** Called when a geometry is done. Must not throw. */
  readonly onLocal?: (local: LocalExtraction) => void;
}

/** What one geometry came to by itself. */
export interface LocalExtraction {
  readonly instance: string;
  /** Drawn, m. */
  readonly length: number;
  readonly width: number;
  readonly optimizer: string;
  readonly spent: number;
  /** Training errors of its curves: with the common card, and with its own values. */
  readonly start: SplitErrors;
  readonly final: SplitErrors;
  /** As the model computes with them there: base and terms together. */
  readonly values: Readonly<Record<string, number>>;
}

/** Errors of a geometry over all its scored curves of one split. */
export interface GeometryErrors {
  readonly instance: string;
  readonly split: CurveSplit;
  /** Index of its bin. */
  readonly bin: number;
  /** No bin holds it; the nearest was taken. */
  readonly outside: boolean;
  readonly before: SplitErrors;
  readonly after: SplitErrors;
}

export interface BinnedTask {
  readonly locals: readonly LocalExtraction[];
  readonly bins: readonly Bin[];
  /** The card of each bin, with its terms and without edges. */
  readonly cards: readonly ModelCard[];
  /** Drawn sizes that were filled in between their neighbours, m. */
  readonly filled: readonly { readonly length: number; readonly width: number }[];
  readonly geometries: readonly GeometryErrors[];
  /** Over all geometries, by split: with the common card and with the bins. */
  readonly errors: Readonly<Partial<Record<CurveSplit, { readonly before: SplitErrors; readonly after: SplitErrors }>>>;
}

/**
 * Extracts the binned parameters at each geometry that has training curves, everything else as on the task's card; puts terms of length and
 * width through them; and simulates what came of it on all curves, held-out geometries too.
 * @throws EvospiceError `BINNING_GRID`; `BINNING_SIZE` for an effective size that is not positive; what `extract` throws
 */
export async function binTask(request: BinningRequest): Promise<BinnedTask> {
  const { task, parameters, simulator, signal } = request;
  const card = task.model.card.with(Object.fromEntries(task.tunables.filter(({ of }) => of === undefined).map(({ name, start }) => [name, start])));
  const sizeAt = (params: DeviceInstance['params']): GridSize => gridSize(card, params);
  const trained = task.instances.filter(({ id }) => task.curves.some(({ instance, split }) => instance === id && split === 'train'));
  const locals: LocalExtraction[] = [];
  for (const instance of trained) {
    const local = await localExtraction(request, card, instance);
    locals.push(local);
    request.onLocal?.(local);
  }
  const known = trained.map((instance, index): GridPoint => ({ size: sizeAt(instance.params), values: locals[index]!.values }));
  const grid = gridOf(known, (length, width) => sizeAt({ ...trained[0]!.params, l: length, w: width }));
  const bins = binsOf(grid);
  const cards = bins.map(({ values }) => card.with(values));
  const places = new Map(task.instances.map((instance) => [instance.id, binFor(bins, drawnSize(instance))]));
  const binned: Task = { ...task, model: { ...task.model, card, cards: Object.fromEntries([...places].map(([id, { bin }]) => [id, cards[bin]!])) } };
  const before = await simulated(simulator, { ...task, model: { ...task.model, card } }, signal);
  const after = await simulated(simulator, binned, signal);
  const splits = [...new Set(task.curves.map(({ split }) => split))];
  return {
    locals, bins, cards, filled: grid.filled,
    errors: Object.fromEntries(splits.map((split) => [split, { before: before.of(split), after: after.of(split) }])),
    geometries: task.instances.flatMap(({ id }) => splits.filter((split) => task.curves.some((curve) => curve.instance === id && curve.split === split)).map((split): GeometryErrors => ({
      instance: id, split, ...places.get(id)!, before: before.of(split, id), after: after.of(split, id),
    }))),
  };
}

function gridSize(card: ModelCard, params: DeviceInstance['params']): GridSize {
  const instance: DeviceInstance = { id: '', params, info: {} };
  const drawn = drawnSize(instance);
  const effective = effectiveSize(card, instance);
  if (!(effective.length > 0 && effective.width > 0)) {
    throw new EvospiceError('BINNING_SIZE', 'a device has no effective length or width', { received: effective, expected: 'sizes above 0', remedy: 'look at lint, wint, xl and xw of the card' });
  }
  const unit = (card.value('binunit') ?? 1) === 1 ? 1e-6 : 1;
  return { ...drawn, byLength: unit / effective.length, byWidth: unit / effective.width };
}

/** The extraction of one geometry by itself: terms are folded into the base, which is exact at one size. */
async function localExtraction({ task, parameters, optimizerOf, optimizers, simulator, budget, seed, metric, signal }: BinningRequest, card: ModelCard, instance: DeviceInstance): Promise<LocalExtraction> {
  const size = effectiveSize(card, instance);
  const sized = Object.fromEntries(parameters.map((name) => [name, sizedValue(card, name, size)!]));
  const flat = card.with(Object.fromEntries(parameters.flatMap((name) => [[name, sized[name]!], ...['l', 'w', 'p'].filter((term) => card.value(`${term}${name}`) !== undefined).map((term) => [`${term}${name}`, 0] as const)])));
  const local: Task = {
    ...task, id: `${task.id}/${instance.id}`, instances: [instance],
    curves: task.curves.filter((curve) => curve.instance === instance.id && curve.split === 'train'),
    model: { ...task.model, card: flat },
    tunables: task.tunables.filter(({ name, of }) => of === undefined && parameters.includes(name)).map((tunable) => {
      const start = sized[tunable.name]!;
      return { ...tunable, start, lower: Math.min(tunable.lower, start), upper: Math.max(tunable.upper, start) };
    }),
  };
  const optimizer = await optimizerOf(local);
  const session = await openTestbench(simulator, testbenchOf(local, ['train']), { signal });
  try {
    const result = await extract({ task: local, optimizer, optimizers, session, simulator: simulator.name, budget, seed, signal, fits: false, positions: false, ...defined({ metric }) });
    const { length, width } = drawnSize(instance);
    return { instance: instance.id, length, width, optimizer: optimizer.name, spent: result.budget.spent, start: result.start.train, final: result.final.train, values: result.parameters };
  } finally {
    await session.close();
  }
}

interface Simulated {
  of(split: CurveSplit, instance?: string): SplitErrors;
}

/** Errors of the task's cards as they are, by split and geometry. */
async function simulated(simulator: Simulator, task: Task, signal: AbortSignal): Promise<Simulated> {
  const fixed: Task = { ...task, tunables: [] };
  const session = await openTestbench(simulator, testbenchOf(fixed, ['train', 'validate', 'extra']), { signal });
  const parts = new Map<string, SplitErrors>();
  try {
    for (const split of new Set(task.curves.map((curve) => curve.split))) {
      const curves = task.curves.filter((curve) => curve.split === split);
      parts.set(split, (await simulateSplit(session, curves, [], signal)).errors);
      for (const instance of new Set(curves.map((curve) => curve.instance))) {
        parts.set(`${split} ${instance}`, (await simulateSplit(session, curves.filter((curve) => curve.instance === instance), [], signal)).errors);
      }
    }
  } finally {
    await session.close();
  }
  return { of: (split, instance) => parts.get(instance === undefined ? split : `${split} ${instance}`)! };
}

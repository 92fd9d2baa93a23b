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
  /** Whether one card for all geometries is extracted first, from which each of them begins; else that is the task's. */
  readonly common: boolean;
  /** For the task of all geometries, and of each. */
  readonly optimizerOf: (task: Task) => Promise<Optimizer>;
  readonly optimizers: OptimizerLibrary;
  readonly simulator: Simulator;
  /** Budget units of the common card, and of each geometry: simulations of the training curves. */
  readonly budget: number;
  readonly seed: number;
  readonly metric?: 'relative' | 'log';
  /** Part by which the training error of a geometry may grow for values that are nearer to the common card. */
  readonly tolerance: number;
  readonly signal: AbortSignal;
  /** Called when a geometry is done. Must not throw. */
  readonly onLocal?: (local: LocalExtraction) => void;
}

/** What the common card came to. */
export interface CommonExtraction {
  readonly optimizer: string;
  readonly spent: number;
  /** Training errors over all geometries. */
  readonly start: SplitErrors;
  readonly final: SplitErrors;
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
  /** Null where the task's card was taken as it is. */
  readonly common: CommonExtraction | null;
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
  const { task, simulator, signal } = request;
  const trained = task.instances.filter(({ id }) => task.curves.some(({ instance, split }) => instance === id && split === 'train'));
  const spanned = (sizeAt: (params: DeviceInstance['params']) => GridSize, valuesAt: (index: number) => GridPoint['values']) =>
    gridOf(trained.map(({ params }, index): GridPoint => ({ size: sizeAt(params), values: valuesAt(index) })), (length, width) => sizeAt({ ...trained[0]!.params, l: length, w: width }));
  // Before anything is simulated: sizes that span no grid are refused.
  spanned((params) => gridSize(task.model.card, params), () => ({}));
  const { card, common } = await commonCard(request);
  const locals: LocalExtraction[] = [];
  for (const instance of trained) {
    const local = await localExtraction(request, card, instance);
    locals.push(local);
    request.onLocal?.(local);
  }
  const grid = spanned((params) => gridSize(card, params), (index) => locals[index]!.values);
  const bins = binsOf(grid);
  const cards = bins.map(({ values }) => card.with(values));
  const places = new Map(task.instances.map((instance) => [instance.id, binFor(bins, drawnSize(instance))]));
  const binned: Task = { ...task, model: { ...task.model, card, cards: Object.fromEntries([...places].map(([id, { bin }]) => [id, cards[bin]!])) } };
  const before = await simulated(simulator, { ...task, model: { ...task.model, card } }, signal);
  const after = await simulated(simulator, binned, signal);
  const splits = [...new Set(task.curves.map(({ split }) => split))];
  return {
    common, locals, bins, cards, filled: grid.filled,
    errors: Object.fromEntries(splits.map((split) => [split, { before: before.of(split), after: after.of(split) }])),
    geometries: task.instances.flatMap(({ id }) => splits.filter((split) => task.curves.some((curve) => curve.instance === id && curve.split === split)).map((split): GeometryErrors => ({
      instance: id, split, ...places.get(id)!, before: before.of(split, id), after: after.of(split, id),
    }))),
  };
}

/** The card that all geometries begin with, and are compared with. */
async function commonCard({ task, common, optimizerOf, optimizers, simulator, budget, seed, metric, signal }: BinningRequest): Promise<{ readonly card: ModelCard; readonly common: CommonExtraction | null }> {
  const begun = task.model.card.with(Object.fromEntries(task.tunables.filter(({ of }) => of === undefined).map(({ name, start }) => [name, start])));
  if (!common) return { card: begun, common: null };
  const optimizer = await optimizerOf(task);
  const session = await openTestbench(simulator, testbenchOf(task), { signal });
  try {
    const { parameters, start, final, budget: { spent } } = await extract({ task, optimizer, optimizers, session, simulator: simulator.name, budget, seed, signal, fits: false, positions: false, ...defined({ metric }) });
    return { card: begun.with(parameters), common: { optimizer: optimizer.name, spent, start: start.train, final: final.train } };
  } finally {
    await session.close();
  }
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
async function localExtraction({ task, parameters, optimizerOf, optimizers, simulator, budget, seed, metric, tolerance, signal }: BinningRequest, card: ModelCard, instance: DeviceInstance): Promise<LocalExtraction> {
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
    const result = await extract({ task: local, optimizer, optimizers, session, simulator: simulator.name, budget, seed, signal, fits: false, positions: false, ...defined({ metric, regularise: tolerance > 0 ? tolerance : undefined }) });
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

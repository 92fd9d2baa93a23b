import { EvospiceError, type CurveSplit, type DeviceInstance, type ModelCard, type Simulator, type Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { poolErrors, simulateSplit, splitErrors, type SplitErrors } from '@evospice/extraction';
import { drawnSize, effectiveSize, foldedCard, sizedValue } from '@evospice/rules-kit';
import { openTestbench } from '@evospice/testbench';
import { commonCard, startCard, type CommonExtraction, type ExtractionMeans } from '../local/common-card.ts';
import { localExtraction, type LocalExtraction } from '../local/local-extraction.ts';
import { binFor, binsOf, type Bin } from './bins.ts';
import { gridOf, type GridPoint, type GridSize } from './grid.ts';

export interface BinningRequest {
  readonly task: Task;
  /** As `binnedParameters` has them. */
  readonly parameters: readonly string[];
  /** Whether one card for all geometries is extracted first, from which each of them begins; else that is the task's. */
  readonly common: boolean;
  /** Part by which the training error of a geometry may grow for values that are nearer to the common card. */
  readonly tolerance: number;
  readonly means: ExtractionMeans;
  /** Called when a geometry is done. Must not throw. */
  readonly onLocal?: (local: GeometryExtraction) => void;
}

/** What one geometry came to by itself; values are those that the model computes with there, base and terms together. */
export interface GeometryExtraction extends LocalExtraction {
  readonly instance: string;
  /** Drawn, m. */
  readonly length: number;
  readonly width: number;
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
  readonly locals: readonly GeometryExtraction[];
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
  const { task, means, means: { simulator, signal } } = request;
  const trained = task.instances.filter(({ id }) => task.curves.some(({ instance, split }) => instance === id && split === 'train'));
  const spanned = (sizeAt: (params: DeviceInstance['params']) => GridSize, valuesAt: (index: number) => GridPoint['values']) =>
    gridOf(trained.map(({ params }, index): GridPoint => ({ size: sizeAt(params), values: valuesAt(index) })), (length, width) => sizeAt({ ...trained[0]!.params, l: length, w: width }));
  // Before anything is simulated: sizes that span no grid are refused.
  spanned((params) => gridSize(task.model.card, params), () => ({}));
  const { card, common } = request.common ? await commonCard(task, means) : { card: startCard(task), common: null };
  const locals: GeometryExtraction[] = [];
  for (const instance of trained) {
    const local = await geometryExtraction(request, card, instance);
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
async function geometryExtraction({ task, parameters, tolerance, means }: BinningRequest, card: ModelCard, instance: DeviceInstance): Promise<GeometryExtraction> {
  const size = effectiveSize(card, instance);
  const start = Object.fromEntries(parameters.map((name) => [name, sizedValue(card, name, size)!]));
  const flat = foldedCard(card, instance, parameters);
  const part: Task = {
    ...task, id: `${task.id}/${instance.id}`, instances: [instance], model: { ...task.model, card: flat }, curves: task.curves.filter((curve) => curve.instance === instance.id),
  };
  const { length, width } = drawnSize(instance);
  return { instance: instance.id, length, width, ...(await localExtraction(part, { parameters, start, tolerance }, means)) };
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
      const whole = await simulateSplit(session, curves, [], signal);
      parts.set(split, whole.errors);
      for (const instance of new Set(curves.map((curve) => curve.instance))) {
        // A geometry that fails leaves the others their errors.
        const errors = whole.failure === undefined
          ? splitErrors(poolErrors(whole.residuals.filter((_, index) => curves[index]!.instance === instance)))
          : (await simulateSplit(session, curves.filter((curve) => curve.instance === instance), [], signal)).errors;
        parts.set(`${split} ${instance}`, errors);
      }
    }
  } finally {
    await session.close();
  }
  return { of: (split, instance) => parts.get(instance === undefined ? split : `${split} ${instance}`)! };
}

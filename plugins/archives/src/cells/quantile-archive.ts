import type { AddResult, Archive, ArchiveAxis, ArchiveEntry, ArchiveShape, ArchiveStatistics, Elite, MovedElite } from '@evospice/contracts';
import { CellArchive, type CellArchiveOptions, type Cells } from './cell-archive.ts';
import { checkGrid, coordinatesOf, type GridAxis } from './grid-archive.ts';

export interface QuantileArchiveOptions extends Omit<CellArchiveOptions, 'learningRate' | 'thresholdMin'> {
  /** At least one of scale `quantile`. */
  readonly axes: readonly GridAxis[];
  /** Entries after which borders are drawn anew. */
  readonly remap: number;
  /** Entries that are remembered, the newest ones, to draw borders by. */
  readonly memory: number;
}

type Remembered = Pick<ArchiveEntry, 'id' | 'measures'>;

/**
 * A grid whose borders move so that each bin of a `quantile` axis has seen as many programs as the others (MAP-Elites with sliding boundaries,
 * Fontaine et al. 2019, arXiv:1904.10656). After every `remap` entries borders are drawn anew by the remembered ones,
 * and the elites are added again in the order in which they came: where several meet in one cell, the best stays.
 */
export class QuantileArchive implements Archive {
  readonly axes: readonly ArchiveAxis[];
  readonly shape: ArchiveShape = { kind: 'grid' };
  readonly #options: QuantileArchiveOptions;
  #borders: readonly (readonly number[])[];
  #grid: CellArchive;
  /** Newest last. */
  #memory: Remembered[] = [];
  /** Of each elite, when it came. */
  readonly #arrivals = new Map<string, number>();
  #count = 0;
  #sinceRemap = 0;

  /** @throws EvospiceError `ARCHIVE_AXES` */
  constructor(options: QuantileArchiveOptions) {
    checkGrid(options.axes);
    this.#options = options;
    this.axes = options.axes.map((axis) => Object.freeze({ ...axis }));
    // Until programs have been seen, bins are of equal width.
    this.#borders = options.axes.map(evenBorders);
    this.#grid = this.#gridOf(this.#borders);
  }

  get size(): number {
    return this.#grid.size;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    const results = this.#grid.add(entries);
    this.#arrived(entries, results);
    this.#memory = [...this.#memory, ...entries.map(({ id, measures }) => ({ id, measures: { ...measures } }))].slice(-this.#options.memory);
    this.#sinceRemap += entries.length;
    return this.#sinceRemap < this.#options.remap || entries.length === 0 ? results : this.#remap(entries, results);
  }

  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#memory = this.#memory.filter(({ id }) => !gone.has(id));
    for (const id of ids) this.#arrivals.delete(id);
    this.#grid.remove(ids);
  }

  best(): Elite | undefined {
    return this.#grid.best();
  }

  elites(): readonly Elite[] {
    return this.#grid.elites();
  }

  statistics(): ArchiveStatistics {
    const borders = this.axes.map(({ scale }, axis) => (scale === 'quantile' ? (this.#borders[axis] as readonly number[]) : null));
    return { ...this.#grid.statistics(), borders };
  }

  /** Draws borders anew and says, with the last result, what has become of the others. */
  #remap(entries: readonly ArchiveEntry[], results: readonly AddResult[]): readonly AddResult[] {
    this.#sinceRemap = 0;
    const before = this.#grid.elites();
    this.#borders = this.axes.map((axis, index) => (axis.scale === 'quantile' ? quantileBorders(axis as GridAxis, this.#memory) : (this.#borders[index] as readonly number[])));
    this.#grid = this.#gridOf(this.#borders);
    const byArrival = before.toSorted((a, b) => (this.#arrivals.get(a.id) as number) - (this.#arrivals.get(b.id) as number));
    for (const { cell: _cell, ...entry } of byArrival) this.#grid.add([entry]);
    const now = new Map(this.#grid.elites().map(({ id, cell }) => [id, cell]));
    for (const { id } of before) if (!now.has(id)) this.#arrivals.delete(id);
    const own = new Set(entries.map(({ id }) => id));
    const others = before.filter(({ id }) => !own.has(id));
    const removed = others.filter(({ id }) => !now.has(id)).map(({ id }) => id);
    const moved: MovedElite[] = others.flatMap(({ id, cell }) => {
      const next = now.get(id);
      return next === undefined || next?.join() === cell?.join() ? [] : [{ id, cell: next }];
    });
    return results.map((result, index) => {
      const last = index === results.length - 1;
      const told = { ...result, cell: now.get((entries[index] as ArchiveEntry).id) ?? null };
      return last ? { ...told, removed: [...result.removed, ...removed], ...(moved.length > 0 ? { moved } : {}) } : told;
    });
  }

  #arrived(entries: readonly ArchiveEntry[], results: readonly AddResult[]): void {
    for (const [index, { id }] of entries.entries()) {
      const { cell, removed } = results[index] as AddResult;
      for (const gone of removed) this.#arrivals.delete(gone);
      this.#count += 1;
      if (cell !== null) this.#arrivals.set(id, this.#count);
    }
  }

  #gridOf(borders: readonly (readonly number[])[]): CellArchive {
    return new CellArchive(borderedCells(this.#options.axes, borders), this.#options.offset === undefined ? {} : { offset: this.#options.offset });
  }
}

/** A grid whose bins on each axis lie between ascending borders; a measure on a border counts to the upper bin. */
function borderedCells(axes: readonly GridAxis[], borders: readonly (readonly number[])[]): Cells {
  return {
    axes,
    shape: { kind: 'grid' },
    count: axes.reduce((product, { bins }) => product * bins, 1),
    locate: (point) => axes.reduce((cell, { bins }, axis) => cell * bins + binOf(point[axis] as number, borders[axis] as readonly number[]), 0),
    nameOf: (cell) => coordinatesOf(cell, axes),
  };
}

function binOf(measure: number, borders: readonly number[]): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((borders[middle] as number) <= measure) low = middle + 1;
    else high = middle;
  }
  return low;
}

function evenBorders({ low, high, bins, scale }: GridAxis): readonly number[] {
  const isLog = scale === 'log';
  const [from, to] = isLog ? [Math.log(low), Math.log(high)] : [low, high];
  return Array.from({ length: bins - 1 }, (_, index) => {
    const place = from + ((to - from) * (index + 1)) / bins;
    return isLog ? Math.exp(place) : place;
  });
}

/** Borders between as many remembered entries each; measures outside the axis count to its ends. */
function quantileBorders({ descriptor, low, high, bins }: GridAxis, memory: readonly Remembered[]): readonly number[] {
  const measures = Float64Array.from(memory, ({ measures: { [descriptor]: measure = low } }) => Math.min(Math.max(measure, low), high)).sort();
  return Array.from({ length: bins - 1 }, (_, index) => measures[Math.floor(((index + 1) * measures.length) / bins)] as number);
}

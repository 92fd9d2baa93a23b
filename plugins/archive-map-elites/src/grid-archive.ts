import {
  EvospiceError, type AddResult, type Archive, type ArchiveAxis, type ArchiveEntry, type ArchiveShape, type ArchiveStatistics, type Elite,
} from '@evospice/contracts';

/** Keeps a measure that lies on the border of two cells, but for rounding, in the upper one (pyribs' `epsilon`). */
const EPSILON = 1e-6;

/** An axis cut into bins. */
export type GridAxis = ArchiveAxis & { readonly bins: number };

export interface GridArchiveOptions {
  /** At least one; the product of the bins is at most 2^31 - 1. */
  readonly axes: readonly GridAxis[];
  /** Subtracted from each objective in the quality-diversity score, so that an elite never lowers it. Default 0. */
  readonly offset?: number;
}

/**
 * MAP-Elites grid (Mouret and Clune 2015, arXiv:1504.04909): descriptor space cut into equal boxes, each keeping the
 * best program that fell into it.
 *
 * It follows the grid archive of pyribs:
 * - coordinate on an axis: `floor((bins * (measure - low) + eps) / (high - low))`, eps 1e-6, clipped into the axis, so that
 *   measures outside the range count to the outermost cell. Cells are numbered row by row, the last axis fastest.
 * - an entry replaces the holder of its cell only when its objective is greater; a tie leaves the holder.
 * - status and value of each entry of a batch are relative to the archive before the batch: two entries that meet in one empty
 *   cell are both reported as having opened it. Only the best of them enters; at a tie the earlier.
 *
 * Elites are kept in cell order and sums are carried along, so neither adding nor asking depends on how many entries were ever added.
 */
export class GridArchive implements Archive {
  readonly axes: readonly GridAxis[];
  readonly shape: ArchiveShape = { kind: 'grid' };
  readonly #offset: number;
  readonly #strides: readonly number[];
  readonly #cells: number;
  /** Numbers of the occupied cells, ascending, and who holds them. */
  readonly #occupied: number[] = [];
  #elites: Elite[] = [];
  /** The list of elites was handed out, and must not change under whoever has it. */
  #shared = false;
  readonly #sum = new CompensatedSum();
  #best: Elite | undefined;

  /** @throws EvospiceError `ARCHIVE_AXES` for no axis, two axes of one descriptor, an empty range or too few bins. */
  constructor(options: GridArchiveOptions) {
    checkAxes(options.axes);
    this.axes = options.axes.map((axis) => Object.freeze({ ...axis }));
    this.#offset = options.offset ?? 0;
    const strides: number[] = [];
    let cells = 1;
    for (const axis of this.axes.toReversed()) {
      strides.unshift(cells);
      cells *= axis.bins;
    }
    this.#strides = strides;
    this.#cells = cells;
  }

  get size(): number {
    return this.#elites.length;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    // All are located first: a bad entry must leave the archive as it was.
    const placed = entries.map((entry) => {
      const cell = this.#coordinates(entry);
      const index = cell.reduce((number, coordinate, axis) => number + coordinate * (this.#strides[axis] as number), 0);
      return { entry, cell, index, before: this.#holder(index) };
    });
    for (const { entry, cell, index } of placed) this.#place(entry, index, cell);
    return placed.map(({ entry, cell, index, before }): AddResult => {
      const holds = this.#holder(index)?.id === entry.id;
      const held = { cell: holds ? cell : null, removed: holds && before !== undefined ? [before.id] : [] };
      if (before === undefined) return { status: 2, value: entry.objective, ...held };
      return { status: entry.objective > before.objective ? 1 : 0, value: entry.objective - before.objective, ...held };
    });
  }

  best(): Elite | undefined {
    return this.#best;
  }

  elites(): readonly Elite[] {
    this.#shared = true;
    return this.#elites;
  }

  statistics(): ArchiveStatistics {
    const elites = this.size;
    const sum = this.#sum.value;
    return {
      elites,
      cells: this.#cells,
      coverage: elites / this.#cells,
      qdScore: sum - elites * this.#offset,
      best: this.#best?.objective ?? null,
      mean: elites === 0 ? null : sum / elites,
    };
  }

  #place(entry: ArchiveEntry, index: number, cell: readonly number[]): void {
    const at = this.#position(index);
    const held = this.#occupied[at] === index ? (this.#elites[at] as Elite) : undefined;
    if (held !== undefined && !(entry.objective > held.objective)) return;
    const elite: Elite = Object.freeze({
      ...entry, measures: Object.freeze({ ...entry.measures }), parents: Object.freeze([...entry.parents]), cell: Object.freeze([...cell]),
    });
    if (this.#shared) this.#elites = [...this.#elites];
    this.#shared = false;
    if (held === undefined) {
      this.#occupied.splice(at, 0, index);
      this.#elites.splice(at, 0, elite);
    } else {
      this.#elites[at] = elite;
      this.#sum.add(-held.objective);
    }
    this.#sum.add(elite.objective);
    if (this.#best === undefined || elite.objective > this.#best.objective) this.#best = elite;
  }

  /** @throws EvospiceError `ARCHIVE_MEASURE`. */
  #coordinates(entry: ArchiveEntry): readonly number[] {
    if (!Number.isFinite(entry.objective)) throw refusal(entry, 'objective', entry.objective);
    return this.axes.map(({ descriptor, low, high, bins }) => {
      const measure = Object.hasOwn(entry.measures, descriptor) ? entry.measures[descriptor] : undefined;
      if (measure === undefined || !Number.isFinite(measure)) throw refusal(entry, `measure "${descriptor}"`, measure);
      // Clipping the measure first keeps the product below overflow; it changes no coordinate.
      const inside = Math.min(Math.max(measure, low), high);
      const coordinate = Math.floor((bins * (inside - low) + EPSILON) / (high - low));
      return Math.min(Math.max(coordinate, 0), bins - 1);
    });
  }

  #holder(index: number): Elite | undefined {
    const at = this.#position(index);
    return this.#occupied[at] === index ? this.#elites[at] : undefined;
  }

  /** Where a cell is among the occupied ones, or would be. */
  #position(index: number): number {
    let [low, high] = [0, this.#occupied.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#occupied[middle] as number) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A running sum that keeps what rounding cuts off (Neumaier 1974), so that replacements leave no trace in it. */
class CompensatedSum {
  #sum = 0;
  #lost = 0;

  get value(): number {
    return this.#sum + this.#lost;
  }

  add(term: number): void {
    const sum = this.#sum + term;
    this.#lost += Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - sum + term : term - sum + this.#sum;
    this.#sum = sum;
  }
}

function refusal(entry: ArchiveEntry, what: string, received: number | undefined): EvospiceError {
  return new EvospiceError('ARCHIVE_MEASURE', `the ${what} of program ${entry.id} is ${received === undefined ? 'missing' : String(received)}`, {
    received, expected: 'a finite number', remedy: 'give the archive only axes whose descriptors are measured',
  });
}

function checkAxes(axes: readonly GridAxis[]): void {
  const fail = (message: string, received: unknown, expected: string): never => {
    throw new EvospiceError('ARCHIVE_AXES', message, { received, expected });
  };
  if (axes.length === 0) fail('a grid needs at least one axis', 0, 'one axis or more');
  const names = new Set<string>();
  let cells = 1;
  for (const { descriptor, low, high, bins } of axes) {
    if (names.has(descriptor)) fail(`two axes measure "${descriptor}"`, descriptor, 'one axis per descriptor');
    names.add(descriptor);
    if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) fail(`axis "${descriptor}" has an empty range`, [low, high], 'finite numbers with low < high');
    if (!Number.isInteger(bins) || bins < 1) fail(`axis "${descriptor}" has ${bins} bins`, bins, 'an integer from 1');
    cells *= bins;
  }
  if (cells > 2 ** 31 - 1) fail('the grid is too large', cells, 'at most 2147483647 cells in all');
}

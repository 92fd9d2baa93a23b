import {
  EvospiceError, type AddResult, type Archive, type ArchiveAxis, type ArchiveEntry, type ArchiveStatistics, type Elite, type RandomSource,
} from '@evospice/contracts';

/** Keeps a measure that lies on the border of two cells, but for rounding, in the upper one (pyribs' `epsilon`). */
const EPSILON = 1e-6;

export interface GridArchiveOptions {
  /** At least one; the product of the bins is at most 2^31 - 1. */
  readonly axes: readonly ArchiveAxis[];
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
 * Objectives stand in one flat array over all cells, so adding is a comparison; a list of the occupied cells makes sampling
 * independent of the size of the grid.
 */
export class GridArchive implements Archive {
  readonly axes: readonly ArchiveAxis[];
  readonly #offset: number;
  readonly #strides: readonly number[];
  /** Objective by cell; NaN marks an empty one. */
  readonly #objectives: Float64Array;
  readonly #holders = new Map<number, Elite>();
  /** Occupied cells in cell order, made when asked for after a change. */
  #order: readonly number[] | undefined = [];
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
    this.#objectives = new Float64Array(cells).fill(Number.NaN);
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    // All are located first: a bad entry must leave the archive as it was.
    const cells = entries.map((entry) => this.#coordinates(entry));
    const indices = cells.map((cell) => cell.reduce((index, coordinate, axis) => index + coordinate * (this.#strides[axis] as number), 0));
    const results = entries.map((entry, position) => this.#judge(entry.objective, this.#objectives[indices[position] as number] as number));
    for (const [position, entry] of entries.entries()) this.#place(entry, indices[position] as number, cells[position] as readonly number[]);
    return results;
  }

  sample(count: number, random: RandomSource): readonly Elite[] {
    const occupied = this.#occupied();
    if (occupied.length === 0) {
      throw new EvospiceError('ARCHIVE_EMPTY', 'nothing can be sampled from an empty archive', { expected: 'at least one elite' });
    }
    return Array.from({ length: count }, () => this.#holder(occupied[random.integer(0, occupied.length - 1)] as number));
  }

  best(): Elite | undefined {
    return this.#best;
  }

  elites(): readonly Elite[] {
    return this.#occupied().map((index) => this.#holder(index));
  }

  statistics(): ArchiveStatistics {
    const elites = this.#holders.size;
    const cells = this.#objectives.length;
    // Summed afresh in cell order: a running sum would keep the rounding of every replacement.
    const sum = this.elites().reduce((total, elite) => total + elite.objective, 0);
    return {
      elites,
      cells,
      coverage: elites / cells,
      qdScore: sum - elites * this.#offset,
      best: this.#best?.objective ?? null,
      mean: elites === 0 ? null : sum / elites,
    };
  }

  #judge(objective: number, standing: number): AddResult {
    if (Number.isNaN(standing)) return { status: 2, value: objective };
    return { status: objective > standing ? 1 : 0, value: objective - standing };
  }

  #place(entry: ArchiveEntry, index: number, cell: readonly number[]): void {
    const standing = this.#objectives[index] as number;
    if (!Number.isNaN(standing) && !(entry.objective > standing)) return;
    if (Number.isNaN(standing)) this.#order = undefined;
    this.#objectives[index] = entry.objective;
    const elite: Elite = Object.freeze({ id: entry.id, objective: entry.objective, measures: Object.freeze({ ...entry.measures }), cell: Object.freeze([...cell]) });
    this.#holders.set(index, elite);
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

  #holder(index: number): Elite {
    return this.#holders.get(index) as Elite;
  }

  #occupied(): readonly number[] {
    this.#order ??= [...this.#holders.keys()].toSorted((a, b) => a - b);
    return this.#order;
  }
}

function refusal(entry: ArchiveEntry, what: string, received: number | undefined): EvospiceError {
  return new EvospiceError('ARCHIVE_MEASURE', `the ${what} of program ${entry.id} is ${received === undefined ? 'missing' : String(received)}`, {
    received, expected: 'a finite number', remedy: 'give the archive only axes whose descriptors are measured',
  });
}

function checkAxes(axes: readonly ArchiveAxis[]): void {
  const fail = (message: string, received: unknown, expected: string): never => {
    throw new EvospiceError('ARCHIVE_AXES', message, { received, expected });
  };
  if (axes.length === 0) fail('a grid needs at least one axis', 0, 'one axis or more');
  const names = new Set<string>();
  let cells = 1;
  for (const { descriptor, low, high, bins } of axes) {
    if (names.has(descriptor)) fail(`two axes measure "${descriptor}"`, descriptor, 'one axis a descriptor');
    names.add(descriptor);
    if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) fail(`axis "${descriptor}" has an empty range`, [low, high], 'finite numbers with low < high');
    if (!Number.isInteger(bins) || bins < 1) fail(`axis "${descriptor}" has ${bins} bins`, bins, 'an integer from 1');
    cells *= bins;
  }
  if (cells > 2 ** 31 - 1) fail('the grid is too large', cells, 'at most 2147483647 cells in all');
}

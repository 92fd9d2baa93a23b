import type { AddResult, Archive, ArchiveAxis, ArchiveEntry, ArchiveShape, ArchiveStatistics, Cell, Elite, Rival } from '@evospice/contracts';
import { CompensatedSum } from '../common/compensated-sum.ts';
import { checkObjective, eliteOf, figureOf, greatest, statisticsOf } from '../common/entries.ts';
import { Thresholds, type ThresholdOptions } from './thresholds.ts';

/** How descriptor space is cut into cells. */
export interface Cells {
  readonly axes: readonly ArchiveAxis[];
  readonly shape: ArchiveShape;
  readonly count: number;
  /** Number of the cell, from 0. @param point finite, a measure per axis in their order; not kept */
  locate(point: Float64Array): number;
  /** How the archive names a cell. */
  nameOf(cell: number): Cell;
}

export interface CellArchiveOptions extends ThresholdOptions {
  /** Subtracted from each objective in the quality-diversity score, so that an elite never lowers it. Default 0. */
  readonly offset?: number;
}

/**
 * MAP-Elites (Mouret and Clune 2015, arXiv:1504.04909): descriptor space is cut into cells, each keeping the best program that fell into it.
 *
 * It follows the archives of pyribs:
 * - an entry replaces the holder of its cell only when its objective is greater; a tie leaves the holder
 * - status and value of each entry of a batch are relative to the archive before the batch: two entries that meet in one empty
 *   cell are both reported as having opened it. Only the best of them enters; at a tie the earlier
 * - with thresholds that creep, an entry enters that exceeds the threshold, even if the holder is better. `best` is then the best that was ever
 *   held, and may be there no longer
 *
 * Elites are kept in cell order and sums are carried along, so neither adding nor asking depends on how many entries were ever added.
 */
export class CellArchive implements Archive {
  readonly #cells: Cells;
  readonly #offset: number;
  readonly #thresholds: Thresholds;
  readonly #point: Float64Array;
  /** Numbers of the occupied cells, ascending, and who holds them. */
  readonly #occupied: number[] = [];
  #elites: Elite[] = [];
  /** Of each, how many had been held before it. */
  readonly #arrivals: number[] = [];
  #count = 0;
  /** The list of elites was handed out, and must not change under whoever has it. */
  #shared = false;
  #sum = new CompensatedSum();
  #best: Elite | undefined;

  /** @throws EvospiceError `ARCHIVE_THRESHOLD` */
  constructor(cells: Cells, options: CellArchiveOptions = {}) {
    this.#cells = cells;
    this.#offset = options.offset ?? 0;
    this.#thresholds = new Thresholds(options);
    this.#point = new Float64Array(cells.axes.length);
  }

  get axes(): readonly ArchiveAxis[] {
    return this.#cells.axes;
  }

  get shape(): ArchiveShape {
    return this.#cells.shape;
  }

  get size(): number {
    return this.#elites.length;
  }

  add(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    const [only] = entries;
    return entries.length === 1 && only !== undefined ? [this.#addOne(only)] : this.#addBatch(entries);
  }

  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    const bestIsGone = this.#best !== undefined && gone.has(this.#best.id);
    for (let at = this.#elites.length - 1; at >= 0; at -= 1) {
      const elite = this.#elites[at] as Elite;
      if (!gone.has(elite.id)) continue;
      this.#own();
      this.#thresholds.forget(this.#occupied[at] as number);
      this.#sum.add(-elite.objective);
      this.#occupied.splice(at, 1);
      this.#elites.splice(at, 1);
      this.#arrivals.splice(at, 1);
    }
    if (this.#elites.length === 0) this.#sum = new CompensatedSum();
    if (bestIsGone) this.#best = greatest([...this.#elites.keys()].toSorted((a, b) => (this.#arrivals[a] as number) - (this.#arrivals[b] as number)).map((at) => this.#elites[at] as Elite));
  }

  best(): Elite | undefined {
    return this.#best;
  }

  elites(): readonly Elite[] {
    this.#shared = true;
    return this.#elites;
  }

  rival(entry: ArchiveEntry): Rival | undefined {
    const cell = this.#locate(entry);
    const at = this.#position(cell);
    const held = this.#occupied[at] === cell ? this.#elites[at] : undefined;
    return held === undefined ? undefined : { id: held.id, objective: this.#thresholds.of(cell, held.objective) };
  }

  statistics(): ArchiveStatistics {
    return statisticsOf({ elites: this.size, cells: this.#cells.count, sum: this.#sum.value, offset: this.#offset, best: this.#best });
  }

  #addOne(entry: ArchiveEntry): AddResult {
    const cell = this.#locate(entry);
    const at = this.#position(cell);
    const held = this.#occupied[at] === cell ? this.#elites[at] : undefined;
    const threshold = this.#thresholds.of(cell, held?.objective);
    const value = this.#thresholds.gain(entry.objective, threshold);
    if (!(entry.objective > threshold)) return { status: 0, value, cell: null, removed: [] };
    this.#thresholds.exceeded(cell, 1, entry.objective);
    const elite = this.#hold(entry, cell, at);
    return { status: held === undefined ? 2 : 1, value, cell: elite.cell, removed: held === undefined ? [] : [held.id] };
  }

  #addBatch(entries: readonly ArchiveEntry[]): readonly AddResult[] {
    // All are located first: a bad entry must leave the archive as it was.
    const cells = new Int32Array(entries.length);
    for (const [index, entry] of entries.entries()) cells[index] = this.#locate(entry);
    const results: AddResult[] = [];
    /** By cell: who exceeded its threshold. */
    const meetings = new Map<number, { best: number; sum: number; count: number }>();
    for (const [index, entry] of entries.entries()) {
      const cell = cells[index] as number;
      const at = this.#position(cell);
      const held = this.#occupied[at] === cell ? (this.#elites[at] as Elite).objective : undefined;
      const threshold = this.#thresholds.of(cell, held);
      const enters = entry.objective > threshold;
      results[index] = { status: enters ? (held === undefined ? 2 : 1) : 0, value: this.#thresholds.gain(entry.objective, threshold), cell: null, removed: NOBODY };
      if (!enters) continue;
      const meeting = meetings.get(cell);
      if (meeting === undefined) meetings.set(cell, { best: index, sum: entry.objective, count: 1 });
      else {
        if (entry.objective > (entries[meeting.best] as ArchiveEntry).objective) meeting.best = index;
        meeting.sum += entry.objective;
        meeting.count += 1;
      }
    }
    for (const [cell, { best, sum, count }] of meetings) {
      const at = this.#position(cell);
      const held = this.#occupied[at] === cell ? this.#elites[at] : undefined;
      this.#thresholds.exceeded(cell, count, sum / count);
      const elite = this.#hold(entries[best] as ArchiveEntry, cell, at);
      results[best] = { ...(results[best] as AddResult), cell: elite.cell, removed: held === undefined ? NOBODY : [held.id] };
    }
    return results;
  }

  /** @param at where the cell is among the occupied ones, or would be */
  #hold(entry: ArchiveEntry, cell: number, at: number): Elite {
    const elite = eliteOf(entry, this.#cells.nameOf(cell));
    this.#own();
    if (this.#occupied[at] === cell) {
      this.#sum.add(-(this.#elites[at] as Elite).objective);
      this.#elites[at] = elite;
      this.#arrivals[at] = this.#count;
    } else {
      this.#occupied.splice(at, 0, cell);
      this.#elites.splice(at, 0, elite);
      this.#arrivals.splice(at, 0, this.#count);
    }
    this.#count += 1;
    this.#sum.add(elite.objective);
    if (this.#best === undefined || elite.objective > this.#best.objective) this.#best = elite;
    return elite;
  }

  /** @throws EvospiceError `ARCHIVE_MEASURE`. */
  #locate(entry: ArchiveEntry): number {
    checkObjective(entry);
    const point = this.#point;
    for (const [axis, { descriptor }] of this.#cells.axes.entries()) point[axis] = figureOf(entry, entry.measures, 'measure', descriptor);
    return this.#cells.locate(point);
  }

  #own(): void {
    if (this.#shared) this.#elites = [...this.#elites];
    this.#shared = false;
  }

  #position(cell: number): number {
    let [low, high] = [0, this.#occupied.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#occupied[middle] as number) < cell) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NOBODY: readonly string[] = [];

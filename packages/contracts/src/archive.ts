/** What an archive is told about a judged program. */
export interface ArchiveEntry {
  /** Program id, unique in its run. */
  readonly id: string;
  /** Objective, larger is better; finite. */
  readonly objective: number;
  /** Descriptor values by name; finite. */
  readonly measures: Readonly<Record<string, number>>;
  /** Ids of the programs it was made from: an island needs them to know where a child belongs. Empty for a seed. */
  readonly parents: readonly string[];
  /** Further objectives by name, larger is better, for archives that keep a front. */
  readonly objectives?: Readonly<Record<string, number>>;
}

/** Names one cell: a coordinate per axis in a grid, one index where cells are numbered. */
export type Cell = readonly number[];

/** An entry that the archive holds. `cell` is null in an archive without cells. */
export interface Elite extends ArchiveEntry {
  readonly cell: Cell | null;
}

/** 0 not added, 1 improved its cell, 2 opened a cell: pyribs' statuses, relative to the archive before the batch. */
export type AddStatus = 0 | 1 | 2;

export interface AddResult {
  readonly status: AddStatus;
  /** Objective minus that of the previous holder (minus 0 for a new cell). */
  readonly value: number;
  /** The cell that the entry holds after the batch; null if it holds none, and in an archive without cells. */
  readonly cell: Cell | null;
  /** Entries that the archive held before and holds no longer, because of this entry. */
  readonly removed: readonly string[];
}

/** A descriptor along which an archive spreads its elites. */
export interface ArchiveAxis {
  readonly descriptor: string;
  readonly low: number;
  readonly high: number;
  /** Equal intervals from `low` to `high`; left out where the axis is not cut into bins. */
  readonly bins?: number;
}

/**
 * How an archive's cells lie, for pictures.
 * - `grid`: a cell is one bin on each axis, and its coordinates are the bins' numbers from 0
 * - `centroids`: a cell is what lies nearest to one of the points, measured with each axis scaled to [0, 1], and its only coordinate is the
 *   point's index
 * - `list`: there are no cells
 */
export type ArchiveShape =
  | { readonly kind: 'grid' }
  | { readonly kind: 'centroids'; readonly centroids: readonly (readonly number[])[] }
  | { readonly kind: 'list' };

/** Figures of an archive at one moment, for displays and reports. */
export interface ArchiveStatistics {
  readonly elites: number;
  /** Cells there are; the largest number of elites in an archive without cells. */
  readonly cells: number;
  /** elites / cells. */
  readonly coverage: number;
  /** Sum over elites of objective - offset, the offset being an option of the archive and 0 where it has none; 0 without elites. */
  readonly qdScore: number;
  /** Greatest objective; null without elites. */
  readonly best: number | null;
  /** Mean objective of the elites; null without any. */
  readonly mean: number | null;
}

/**
 * Keeps elites. Deterministic for one order of additions. What becomes a parent is not its business: a `ParentSelector` chooses
 * among `elites`.
 *
 * `size`, `best` and `statistics` must not take longer the more entries have been added.
 */
export interface Archive {
  /** Empty where elites are not spread over descriptors. */
  readonly axes: readonly ArchiveAxis[];
  readonly shape: ArchiveShape;
  /** Number of elites. */
  readonly size: number;
  /** Of one batch only the best enters a cell; ties go to the earlier one; a tie with the holder is not added.
   * @throws EvospiceError `ARCHIVE_MEASURE` for a missing or non-finite measure or objective; nothing is added then. */
  add(entries: readonly ArchiveEntry[]): readonly AddResult[];
  /** The elite with the greatest objective, the earlier one of two equal ones; undefined while there is none. */
  best(): Elite | undefined;
  /** In cell order, or in the archive's own fixed order where it has no cells; each id once. */
  elites(): readonly Elite[];
  /** How full and how good it is now. Means and bests are null while there is no elite; the quality-diversity score is 0 then. */
  statistics(): ArchiveStatistics;
}
export const Archive = Symbol.for('evospice.Archive');

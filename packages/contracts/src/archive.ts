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
  /** What it is worth on each case, larger is better; several seeds of one case are averaged. For archives that keep specialists. */
  readonly cases?: Readonly<Record<string, number>>;
  /** Number of the island its parent was chosen on, from 0; left out where there are no islands, and for a seed. */
  readonly island?: number;
}

/** Names one cell: a coordinate per axis in a grid, one index where cells are numbered. */
export type Cell = readonly number[];

/** An entry that the archive holds. `cell` is null in an archive without cells. */
export interface Elite extends ArchiveEntry {
  readonly cell: Cell | null;
}

/** An elite that went to another cell without having been added again. */
export interface MovedElite {
  readonly id: string;
  readonly cell: Cell | null;
}

/** 0 not added, 1 improved its cell, 2 opened a cell: pyribs' statuses, relative to the archive before the batch. */
export type AddStatus = 0 | 1 | 2;

export interface AddResult {
  readonly status: AddStatus;
  /** Objective minus what had to be exceeded: the previous holder's, or the threshold of an archive that has thresholds (minus 0 for a new cell). */
  readonly value: number;
  /** The cell that the entry holds after the batch; null if it holds none, and in an archive without cells. */
  readonly cell: Cell | null;
  /** Entries that the archive held before and holds no longer, because of this entry. */
  readonly removed: readonly string[];
  /** Elites that this entry made move: by a migration, or because the borders of cells moved. Left out where there are none. */
  readonly moved?: readonly MovedElite[];
}

/** Whom an entry would have to exceed to be kept. */
export interface Rival {
  readonly id: string;
  /** What has to be exceeded: its objective, or the threshold of an archive that has thresholds. */
  readonly objective: number;
}

/** A descriptor along which an archive spreads its elites. */
export interface ArchiveAxis {
  readonly descriptor: string;
  readonly low: number;
  readonly high: number;
  /** Intervals from `low` to `high`; left out where the axis is not cut into bins. */
  readonly bins?: number;
  /**
   * How the bins are cut: equal widths (`linear`, as when left out), equal ratios (`log`), or so that each holds as many of the programs seen so far
   * as the others (`quantile`): those borders move, and are told by `ArchiveStatistics.borders`.
   */
  readonly scale?: 'linear' | 'log' | 'quantile';
}

/**
 * How an archive's cells lie, for pictures.
 * - `grid`: a cell is one bin on each axis, and its coordinates are the bins' numbers from 0
 * - `centroids`: a cell is what lies nearest to one of the points, measured with each axis scaled to [0, 1], and its only coordinate is the
 *   point's index
 * - `list`: there are no cells
 * - `front`: there are no cells; elites are those that no other exceeds in all of the objectives named, of which `score` is the entry's objective
 * - `specialists`: there are no cells; elites are those that are best on a case
 * - `islands`: the first coordinate of a cell is the number of an island, from 0, the others are those of the archive on it
 */
export type ArchiveShape =
  | { readonly kind: 'grid' }
  | { readonly kind: 'centroids'; readonly centroids: readonly (readonly number[])[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'front'; readonly objectives: readonly string[] }
  | { readonly kind: 'specialists' }
  | { readonly kind: 'islands'; readonly islands: number; readonly of: ArchiveShape };

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
  /** Inner borders of the bins of each axis, ascending, where borders move; null for an axis whose borders do not. */
  readonly borders?: readonly (readonly number[] | null)[];
  /** Of each island: what lives there, migrants included, so that these may add up to more than `elites`. */
  readonly islands?: readonly { readonly elites: number; readonly best: number | null }[];
}

/** What choices go by: the archive, or one of its islands. */
export type ArchiveView = Pick<Archive, 'axes' | 'size' | 'best' | 'elites'>;

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
  /**
   * Takes programs out, such as one that was found to cheat, or what another island's elites replace. Ids that it does not hold are passed over.
   * A cell that gets empty is as if it had never been filled.
   */
  remove(ids: readonly string[]): void;
  /** In the order of their numbers, where elites live on islands: a child's parents are chosen on one of them. */
  readonly islands?: readonly ArchiveView[];
  /**
   * Opens another island and puts these entries on it. Left out where there are no islands.
   * @returns the entries that the archive did not hold before, with their cells
   * @throws EvospiceError `ARCHIVE_MEASURE` like `add`
   */
  spawn?(entries: readonly ArchiveEntry[]): readonly MovedElite[];
  /** The elite with the greatest objective, the earlier one of two equal ones; undefined while there is none. */
  best(): Elite | undefined;
  /** In cell order, or in the archive's own fixed order where it has no cells; each id once. */
  elites(): readonly Elite[];
  /**
   * Whom an entry would have to exceed to be kept, asked without adding it; undefined where there is room for it, and where that cannot be said. Left out by
   * archives of which it can never be said, such as those that go by several objectives.
   * @throws EvospiceError `ARCHIVE_MEASURE` like `add`
   */
  rival?(entry: ArchiveEntry): Rival | undefined;
  /** How full and how good it is now. Means and bests are null while there is no elite; the quality-diversity score is 0 then. */
  statistics(): ArchiveStatistics;
}
export const Archive = Symbol.for('evospice.Archive');

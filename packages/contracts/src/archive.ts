import type { RandomSource } from './services.ts';

export interface ArchiveEntry {
  /** Program id. */
  readonly id: string;
  /** Objective, larger is better. */
  readonly objective: number;
  /** Descriptor values by name; finite. */
  readonly measures: Readonly<Record<string, number>>;
}

/** An entry with the cell it holds; `cell` is the coordinate on each axis, empty where an archive has no cells. */
export interface Elite extends ArchiveEntry {
  readonly cell: readonly number[];
}

/** 0 not added, 1 improved its cell, 2 opened a cell: pyribs' statuses, relative to the archive before the batch. */
export type AddStatus = 0 | 1 | 2;

export interface AddResult {
  readonly status: AddStatus;
  /** Objective minus what stood there before (minus 0 for a new cell). */
  readonly value: number;
}

export interface ArchiveAxis {
  readonly descriptor: string;
  readonly low: number;
  readonly high: number;
  readonly bins: number;
}

export interface ArchiveStatistics {
  readonly elites: number;
  readonly cells: number;
  /** elites / cells. */
  readonly coverage: number;
  /** Sum of (objective - offset). */
  readonly qdScore: number;
  readonly best: number | null;
  readonly mean: number | null;
}

/** Keeps and offers elites. Deterministic for one order of additions. */
export interface Archive {
  readonly axes: readonly ArchiveAxis[];
  /** Of one batch only the best enters a cell; ties go to the earlier one; a tie with the holder is not added.
   * @throws EvospiceError `ARCHIVE_MEASURE` for a missing or non-finite measure or objective; nothing is added then. */
  add(entries: readonly ArchiveEntry[]): readonly AddResult[];
  /** Uniform over elites, with replacement. @throws EvospiceError `ARCHIVE_EMPTY`. */
  sample(count: number, random: RandomSource): readonly Elite[];
  best(): Elite | undefined;
  /** In cell order. */
  elites(): readonly Elite[];
  statistics(): ArchiveStatistics;
}
export const Archive = Symbol.for('evospice.Archive');

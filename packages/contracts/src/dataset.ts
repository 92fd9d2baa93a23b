/** One table of a measured file: the inner sweep at fixed outer biases. */
export interface DatasetBlock {
  /** Line of the column heading, counted from 1. */
  readonly line: number;
  /** Quantities constant in this block (`ICCAP_VAR` and the like), by name as written. */
  readonly variables: Readonly<Record<string, number>>;
  /** Column names in order, as written. */
  readonly columns: readonly string[];
  /** Unit of each column where the file states one. */
  readonly units: Readonly<Record<string, string>>;
  /** Values by column; all of one length, at least 1. NaN where the instrument wrote a mark (overflow, compliance) in place of a value. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Line of each row, counted from 1. */
  readonly rowLines: Int32Array;
}

/** Something a reader found in a file that its user should know of. */
export interface DatasetNote {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A measured file as read, before a task gives its columns a meaning. */
export interface Dataset {
  readonly file: string;
  /** Name of the column swept innermost, if the format says so. */
  readonly sweep?: string;
  /** Header facts (geometry, temperature, operator), as written. */
  readonly header: Readonly<Record<string, string>>;
  /** Lines of the header's facts, counted from 1, where the reader knows them. */
  readonly headerLines?: Readonly<Record<string, number>>;
  /** Compliance of the instrument by column, greater than 0 in the column's unit, where the file states it. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly blocks: readonly DatasetBlock[];
  readonly notes?: readonly DatasetNote[];
}

/** Reads one measured file format. */
export interface DatasetReader {
  /** `format` in `task.yaml`. */
  readonly format: string;
  /**
   * @throws EvospiceError `DATASET_*` with file and line: truncated, wrong number of columns,
   * not a number, NaN, empty sweep, missing unit, unknown sweep kind.
   */
  read(text: string, source: { readonly file: string }): Dataset;
}
export const DatasetReader = Symbol.for('evospice.DatasetReader');

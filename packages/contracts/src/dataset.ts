/** One table of a measured file: the inner sweep at fixed outer biases. */
export interface DatasetBlock {
  /** File of the block, where a dataset is made of several; else that of the dataset. */
  readonly file?: string;
  /** Line of the column heading, counted from 1. */
  readonly line: number;
  /** Quantities constant in this block (`ICCAP_VAR` and the like), by name as written. */
  readonly variables: Readonly<Record<string, number>>;
  /** Column names in order, as written. */
  readonly columns: readonly string[];
  /** Unit of each column where the file states one, without prefix; a column that is left out is in a unit that only the task can know. */
  readonly units: Readonly<Record<string, string>>;
  /** Values by column; all of one length, at least 1. NaN where the instrument wrote a mark (overflow, compliance) in place of a value. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Line of each row, counted from 1. */
  readonly rowLines: Int32Array;
}

/** Something a reader found in a file that its user should know of. */
export interface DatasetNote {
  /** File that it is about, where a dataset is made of several. */
  readonly file?: string;
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

/** A file as it was measured, before a reader makes anything of it. */
export interface MeasuredFile {
  /** Path, for messages; its ending may help to recognise the format. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /**
   * The bytes as text, without a byte order mark.
   * @throws EvospiceError `TEXT_ENCODING` where they are not text
   */
  readonly text: string;
}

/** Reads one measured file format. */
export interface DatasetReader {
  /** `format` in `task.yaml`. */
  readonly format: string;
  /**
   * How certain it is that a file is of this format, from its beginning and perhaps its name: 0 is not, 0.5 would read it, but others may
   * know better, 1 is without doubt. Whether the file is whole and right is the business of `read`.
   * @throws EvospiceError `TEXT_ENCODING` where it looks for text and finds none, which counts as 0
   */
  recognise(measured: MeasuredFile): number;
  /**
   * @throws EvospiceError `DATASET_*` with file and line: truncated, wrong number of columns,
   * not a number, NaN, empty sweep, unknown unit, unknown sweep kind.
   */
  read(measured: MeasuredFile): Dataset | Promise<Dataset>;
}
export const DatasetReader = Symbol.for('evospice.DatasetReader');

/** Formats that `readWaveforms` knows, as named by `format`. */
export const waveformFormats = [
  'spice-raw', 'xyce-table', 'xyce-probe', 'xyce-tecplot', 'xyce-measure', 'csv',
  'hspice-post', 'hspice-measure', 'hspice-listing', 'hspice-saved-point', 'hspice-subcircuits',
  'psf-ascii', 'psf-binary', 'eldo-listing', 'number-table',
] as const;

export type WaveformFormat = (typeof waveformFormats)[number];

/** What was simulated, as far as the file says; `sweep` is a file that only lists outer sweep values. */
export type AnalysisKind = 'op' | 'dc' | 'ac' | 'tran' | 'noise' | 'tf' | 'sweep' | 'unknown';

/** One column of a plot. */
export interface Variable {
  /** Name as the file has it (case, missing brackets and all). */
  readonly name: string;
  /** `voltage`, `current`, `time`, `frequency`, `temperature`, `index`, `step`, or the file's own word; `unknown` if it has none. */
  readonly quantity: string;
  /** Unit where the file states one. */
  readonly unit?: string;
  /** True if `imaginary` has an array for it. */
  readonly complex: boolean;
}

/** One outer sweep value that holds for a whole plot. */
export interface OuterValue {
  readonly name: string;
  readonly value: number;
}

/** One table of numbers: the inner sweep at fixed outer values, or a single point. */
export interface Plot {
  /** Name as the file has it, or the format's word for the table. */
  readonly name: string;
  readonly analysis: AnalysisKind;
  readonly variables: readonly Variable[];
  /** Positions of the swept variables in `variables`; empty if the file does not say what was swept. */
  readonly independent: readonly number[];
  readonly outer: readonly OuterValue[];
  /** Circuit temperature in °C where the file states it for this plot. */
  readonly temperature?: number;
  readonly points: number;
  /**
   * One array for each variable, `points` values long; an unpadded raw file may hold shorter ones.
   * A NaN or an infinity that the program itself wrote is passed on.
   */
  readonly real: readonly Float64Array[];
  /** Imaginary part, for complex variables only. */
  readonly imaginary: readonly (Float64Array | undefined)[];
}

export interface Complex {
  readonly re: number;
  readonly im: number;
}

export type RecordValue = number | string | Complex | readonly RecordValue[] | { readonly [member: string]: RecordValue };

/** A named set of facts: a device's operating point, a pole, an entry of an index file. */
export interface WaveformRecord {
  readonly name: string;
  /** Type of the record as the file names it (`bsim3v3`, `mosfets`, `analysisInst`). */
  readonly kind: string;
  readonly values: Readonly<Record<string, RecordValue>>;
  readonly properties: Readonly<Record<string, number | string>>;
}

/** Results of `.measure` statements at one set of outer values; `undefined` is a measure that failed. */
export interface MeasureSet {
  readonly outer: readonly OuterValue[];
  readonly values: ReadonlyMap<string, number | undefined>;
}

/** A message of the program, from a listing. */
export interface ProgramMessage {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly line: number;
}

/** Everything one output file says. */
export interface Waveforms {
  readonly file: string;
  readonly format: WaveformFormat;
  /** Title, date, program, version and other header facts, as written. */
  readonly header: Readonly<Record<string, number | string>>;
  readonly plots: readonly Plot[];
  readonly measures: readonly MeasureSet[];
  readonly records: readonly WaveformRecord[];
  readonly messages: readonly ProgramMessage[];
  /** How the run ended, in formats that say so. No plots are given for an aborted run. */
  readonly outcome?: 'concluded' | 'aborted';
}

/** What every reader takes besides the bytes. */
export interface WaveformSource {
  /** Name of the file, for messages and as a hint about the analysis. */
  readonly file: string;
}

/** Fills the parts of `Waveforms` that a format does not have. */
export function waveforms(file: string, format: WaveformFormat, parts: Partial<Omit<Waveforms, 'file' | 'format'>>): Waveforms {
  return { file, format, header: {}, plots: [], measures: [], records: [], messages: [], ...parts };
}

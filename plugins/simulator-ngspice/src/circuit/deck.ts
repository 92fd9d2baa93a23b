/** Where one vector of a curve is found in the results of a deck. */
export type DeckOutput = { readonly curve: string; readonly vector: number } & (
  /** A vector of the sweep, by its index. */
  | { readonly kind: 'column'; readonly index: number }
  /** A capacitance a point: -Im(sum of these currents, by index) / (2 pi frequency), at 1 V of excitation. */
  | { readonly kind: 'capacitance'; readonly frequency: number; readonly currents: readonly (readonly number[])[] }
);

/** A circuit with one analysis, which simulates one or many curves at once. */
export interface Deck {
  /** First line of the circuit, by which its results are known again. */
  readonly title: string;
  /** Command that runs the analysis. */
  readonly analysis: string;
  /** Rows that a complete result has. */
  readonly rows: number;
  /** Names of the vectors that are saved and read. */
  readonly vectors: readonly string[];
  /** Whether its analysis looks at charges; sweeps do not, and some models can leave them out. */
  readonly charges: boolean;
  /** Part of them that is read. */
  readonly part: 'real' | 'imaginary';
  readonly outputs: readonly DeckOutput[];
  /** Ids of the curves in it. */
  readonly curves: readonly string[];
  /** Whole circuit around this `.model` statement. */
  text(model: string): string;
}

/** Default tolerances leave up to 11 % at picoamperes; these are met to 1e-9 and cost no further iterations. `gmin` stays at its default. */
export const TOLERANCES = 'reltol=1e-9 abstol=1e-15 vntol=1e-12';

/** Options of every circuit. `bypass` lets a device whose voltages did not move keep its last evaluation. */
export const OPTIONS = `.options ${TOLERANCES} bypass=1`;

/**
 * And of those with a thermal node. Its voltage is a temperature rise, K, which for a device without current is some 1e-12 by rounding alone:
 * to be right to that is more than ngspice can do.
 */
export const WARM_OPTIONS = '.options vntol=1e-10';

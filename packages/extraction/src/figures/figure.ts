/** What a modelling engineer reads off curves first. */
export interface Figure {
  /** Such as `Vth, maximum gm` or `beta, peak`. */
  readonly name: string;
  /** `V`, `A`, `S`, `Ω`, `F`, `V/dec`, `V/V`; empty for a ratio. */
  readonly unit: string;
  readonly value: number;
  /** How two of them are compared: by their difference, of voltages, or by their ratio. */
  readonly compared: 'difference' | 'ratio';
  readonly instance: string;
  readonly temperatureC: number;
  /** Biases in words, such as `Vd = 0.05 V, Vb = 0 V`. */
  readonly at: string;
  /** Curves that it was read off. */
  readonly curves: readonly string[];
}

/** A figure read off what was measured and what was simulated, at the same points by the same formula. */
export interface ComparedFigure extends Omit<Figure, 'value'> {
  /** Null where the curve does not show it. */
  readonly measured: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

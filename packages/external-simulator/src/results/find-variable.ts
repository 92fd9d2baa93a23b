import type { Signal } from '@evospice/testbench';

/** What of `Plot` the mapping needs. */
export interface ResultPlot {
  readonly variables: readonly { readonly name: string }[];
  readonly points: number;
  readonly real: readonly Float64Array[];
  readonly imaginary: readonly (Float64Array | undefined)[];
}

/** Column of a signal, with how to read its imaginary part. */
export interface FoundVariable {
  readonly real: Float64Array;
  /** Imaginary part; undefined where the file has none. */
  readonly imaginary: Float64Array | undefined;
}

/**
 * Finds a signal by the names that programs give it, whatever their case: `v(n)`, `n`, `V(N`; `i(va)`, `va#branch`,
 * `va:p`, `I(va`; and as two real columns `re(i(va))`, `im(i(va))`.
 */
export class VariableFinder {
  readonly #plot: ResultPlot;
  readonly #positions = new Map<string, number>();

  constructor(plot: ResultPlot) {
    this.#plot = plot;
    for (const [at, { name }] of plot.variables.entries()) {
      const key = normal(name);
      if (!this.#positions.has(key)) this.#positions.set(key, at);
    }
  }

  signal(signal: Signal): FoundVariable | undefined {
    const names = signalNames(signal);
    const at = this.#position(names);
    if (at !== undefined) return this.#column(at, this.#plot.imaginary[at]);
    const real = this.#position(names.map((name) => `re(${name})`));
    const imaginary = this.#position(names.map((name) => `im(${name})`));
    return real === undefined || imaginary === undefined ? undefined : this.#column(real, this.#plot.real[imaginary]);
  }

  /** The frequency axis, if there is one. */
  frequency(): Float64Array | undefined {
    const at = this.#position(['frequency', 'freq', 'hertz']);
    return at === undefined ? undefined : this.#plot.real[at];
  }

  #column(at: number, imaginary: Float64Array | undefined): FoundVariable {
    return { real: this.#plot.real[at] as Float64Array, imaginary };
  }

  #position(names: readonly string[]): number | undefined {
    for (const name of names) {
      const at = this.#positions.get(normal(name));
      if (at !== undefined) return at;
    }
    return undefined;
  }
}

function signalNames(signal: Signal): readonly string[] {
  if (signal.kind === 'voltage') return [`v(${signal.node})`, signal.node];
  const { source } = signal;
  return [`i(${source})`, `${source}#branch`, `${source}:p`, `${source}:1`];
}

/** Lower case, without blanks and braces, and without the closing brackets that HSPICE leaves out. */
function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[\s{}"]/g, '').replace(/\)+$/, '');
}

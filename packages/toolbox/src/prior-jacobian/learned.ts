/** A parameter whose effect was learned. */
export interface LearnedParameter {
  readonly name: string;
  readonly role?: string;
  readonly group?: string;
  readonly scale: 'lin' | 'log';
  /** Width of the generic device's bounds: of the value, or of its natural logarithm on a log scale. Effects are per width. */
  readonly width: number;
  /** Its effect has the other sign in a p type. */
  readonly mirrored?: true;
}

export interface LearnedFamily {
  readonly family: string;
  /** Kind of device. */
  readonly kind: string;
  /** Levels of ngspice; -1 for a card without level. */
  readonly levels: readonly number[];
  readonly devices: number;
  readonly parameters: readonly LearnedParameter[];
  /**
   * By `kind|region`: the number of devices, then an entry per parameter: median and spread of d ln|y| per width in hundredths, as
   * `median:spread`, or `0` where it has no effect.
   */
  readonly regions: Readonly<Record<string, string>>;
}

/** What learning it all cost, once. */
export interface LearnedCost {
  readonly devices: number;
  /** Full sets of curves that a simulator computed. */
  readonly simulations: number;
  /** Full sets of curves that compact models computed, one of each device with derivatives by all parameters. */
  readonly modelEvaluations: number;
  /** On the clock, on two cores that others used too. */
  readonly seconds: number;
}

export interface Effect {
  /** d ln|y| per width. */
  readonly mean: number;
  readonly spread: number;
  readonly devices: number;
}

/** Effects of a family's parameters by region, with fewer and fewer words of it where a region was never seen. */
export class LearnedEffects {
  readonly family: LearnedFamily;
  readonly #rows: readonly { readonly kind: string; readonly words: readonly string[]; readonly effects: readonly Effect[] }[];
  readonly #found = new Map<string, readonly Effect[] | undefined>();

  constructor(family: LearnedFamily) {
    this.family = family;
    this.#rows = Object.entries(family.regions).map(([key, text]) => {
      const [kind = '', words = ''] = key.split('|');
      const [devices = '0', ...entries] = text.split(' ');
      const effects = entries.map((entry): Effect => {
        const [mean = 0, spread = 0] = entry.split(':').map((hundredths) => Number(hundredths) / 100);
        return { mean, spread, devices: Number(devices) };
      });
      return { kind, words: words.split(' '), effects };
    });
  }

  /** One effect per parameter of the family; undefined where no curve of this kind was seen. */
  at(kind: string, region: readonly string[]): readonly Effect[] | undefined {
    const key = `${kind}|${region.join(' ')}`;
    if (!this.#found.has(key)) this.#found.set(key, this.#find(kind, region));
    return this.#found.get(key);
  }

  #find(kind: string, region: readonly string[]): readonly Effect[] | undefined {
    for (let length = region.length; length >= 0; length -= 1) {
      const rows = this.#rows.filter((row) => row.kind === kind && region.slice(0, length).every((word, index) => row.words[index] === word));
      if (rows.length > 0) return this.family.parameters.map((_, index) => pooled(rows.map(({ effects }) => effects[index]!)));
    }
    return undefined;
  }
}

/** Several effects as one: their mean by number of devices, their own spread and that between them. */
export function pooled(effects: readonly Effect[]): Effect {
  const devices = effects.reduce((sum, one) => sum + one.devices, 0);
  const mean = effects.reduce((sum, one) => sum + one.devices * one.mean, 0) / devices;
  const variance = effects.reduce((sum, one) => sum + one.devices * (one.spread ** 2 + (one.mean - mean) ** 2), 0) / devices;
  return { mean, spread: Math.sqrt(variance), devices };
}

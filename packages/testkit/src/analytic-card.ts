import { EvospiceError, type ModelCard } from '@evospice/contracts';

/** A `.model` card of numbers only, for testbenches that no real simulator reads. */
export class AnalyticCard implements ModelCard {
  readonly name: string;
  readonly type: string;
  readonly file = 'analytic.mod';
  readonly dialect = 'ngspice';
  readonly #values: ReadonlyMap<string, number>;

  constructor(name: string, type: string, values: Readonly<Record<string, number>>) {
    this.name = name;
    this.type = type;
    this.#values = new Map(Object.entries(values));
  }

  names(): readonly string[] {
    return [...this.#values.keys()];
  }

  value(name: string): number | undefined {
    return this.#values.get(name);
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return value === undefined ? undefined : String(value);
  }

  with(values: Readonly<Record<string, number>>): ModelCard {
    for (const [name, value] of Object.entries(values)) {
      if (!Number.isFinite(value)) {
        throw new EvospiceError('CARD_VALUE', `${name} is not a finite number`, { received: value, expected: 'a finite number', file: this.file });
      }
    }
    return new AnalyticCard(this.name, this.type, { ...Object.fromEntries(this.#values), ...values });
  }

  toString(): string {
    const body = [...this.#values].map(([name, value]) => `${name}=${value}`).join(' ');
    return `.model ${this.name} ${this.type} (${body})\n`;
  }
}

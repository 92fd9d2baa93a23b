import { EvospiceError, type ModelCard } from '@evospice/contracts';

/** What a card of numbers is besides its numbers. */
interface NumberCardHead {
  readonly name: string;
  readonly type: string;
  /** Where it is said to come from. */
  readonly file: string;
  /** `ngspice` when left out. */
  readonly dialect?: string;
}

/** A `.model` statement of numbers only, for testbenches that no real simulator reads. */
export class NumberCard implements ModelCard {
  readonly name: string;
  readonly type: string;
  readonly file: string;
  readonly dialect: string;
  readonly #values: ReadonlyMap<string, number>;

  constructor({ name, type, file, dialect = 'ngspice' }: NumberCardHead, values: Readonly<Record<string, number>>) {
    this.name = name;
    this.type = type;
    this.file = file;
    this.dialect = dialect;
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
    return new NumberCard(this, { ...Object.fromEntries(this.#values), ...values });
  }

  toString(): string {
    return [`.model ${this.name} ${this.type}`, ...[...this.#values].map(([name, value]) => `+ ${name}=${value}`), ''].join('\n');
  }
}

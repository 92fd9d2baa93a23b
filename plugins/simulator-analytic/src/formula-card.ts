import { EvospiceError, type ModelCard } from '@evospice/contracts';

/** Type of the model statement of a test function's card. */
export const formulaType = 'formula';

/** A `.model` statement of numbers: the name says which test function, `dimension` and `instance` which of its kind, `x1`, `x2`, … where. */
export class FormulaCard implements ModelCard {
  readonly name: string;
  readonly type = formulaType;
  readonly file = 'test function';
  readonly dialect = 'analytic';
  readonly #values: ReadonlyMap<string, number>;

  constructor(name: string, values: Readonly<Record<string, number>>) {
    this.name = name;
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
    const wrong = Object.entries(values).find(([, value]) => !Number.isFinite(value));
    if (wrong !== undefined) {
      throw new EvospiceError('CARD_VALUE', `${wrong[0]} is not a finite number`, { received: wrong[1], expected: 'a finite number', file: this.file });
    }
    return new FormulaCard(this.name, { ...Object.fromEntries(this.#values), ...values });
  }

  toString(): string {
    return [`.model ${this.name} ${this.type}`, ...[...this.#values].map(([name, value]) => `+ ${name}=${value}`), ''].join('\n');
  }
}

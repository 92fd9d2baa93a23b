import { EvospiceError } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { readUnit, unitExamples } from '@evospice/readers';

/** What somebody says of columns; it holds for every file that has them. */
export interface ColumnOptions {
  /** Column, or volts, by terminal. */
  readonly bias: Readonly<Record<string, string | number>>;
  /** Terminal that a current flows into, or `hi:lo` of a capacitance, by column. */
  readonly measure: Readonly<Record<string, string>>;
  /** Unit by column. */
  readonly unit: Readonly<Record<string, string>>;
  /** Columns whose sign is turned. */
  readonly negate: readonly string[];
  readonly sweep?: string;
}

/** @throws EvospiceError `USAGE_IMPORT` for a column that is in no file, or a unit that is none */
export function checkColumnOptions({ bias, measure, unit, negate, sweep }: ColumnOptions, known: ReadonlySet<string>): void {
  const named: readonly (readonly [string, string])[] = [
    ...Object.entries(bias).flatMap(([terminal, value]) => (typeof value === 'string' ? [[`--bias ${terminal}=${value}`, value] as const] : [])),
    ...Object.keys(measure).map((name) => [`--measure ${name}=${measure[name]}`, name] as const),
    ...Object.keys(unit).map((name) => [`--unit ${name}=${unit[name]}`, name] as const),
    ...negate.map((name) => [`--negate ${name}`, name] as const),
    ...(sweep === undefined ? [] : [[`--sweep ${sweep}`, sweep] as const]),
  ];
  for (const [option, name] of named) {
    if (known.has(name)) continue;
    const guess = nearest(name, [...known]);
    throw new EvospiceError('USAGE_IMPORT', `${option}: no file has a column "${name}"`, {
      received: name, expected: `one of ${[...known].join(', ')}`, remedy: guess === undefined ? 'name a column of the files' : `did you mean "${guess}"?`,
    });
  }
  for (const [name, text] of Object.entries(unit)) {
    if (readUnit(text) === undefined) throw new EvospiceError('USAGE_IMPORT', `--unit ${name}=${text}: "${text}" is not a known unit`, { received: text, expected: unitExamples, remedy: 'write the unit as it is shown under "expected"' });
  }
}

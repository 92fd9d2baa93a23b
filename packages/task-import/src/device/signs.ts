import type { AssignedColumns } from '../columns/assign-columns.ts';
import { namesOf, type ImportedKind } from '../kinds.ts';

/** Volts from which a sign says something; a saturated bipolar transistor gives base current back at its collector below. */
const clearFor = (kind: ImportedKind): number => (kind === 'bjt' ? 0.3 : 0.05);
/** Part of the largest reading from which a sign says something. */
const clearPart = 1e-3;
const fewest = 3;
const most = 0.9;

/** Voltage at a terminal, row by row; undefined where it is driven by a current. */
export function voltageOf({ bias, valuesOf }: AssignedColumns, terminal: string): ((row: number) => number) | undefined {
  const drive = bias[terminal];
  if (typeof drive === 'number') return () => drive;
  if (typeof drive !== 'string') return undefined;
  const values = valuesOf(drive);
  return (row) => values[row]!;
}

/** n or p by the sign of the voltages at which most current flows; undefined where they say nothing. */
export function polarityOf(assigned: readonly AssignedColumns[], kind: ImportedKind): 'n' | 'p' | undefined {
  const { main, reference, control } = namesOf(kind);
  const signs = assigned.map((columns) => {
    const current = columns.measure.find(({ node }) => node === main || node === reference);
    const [high, low] = kind === 'bjt' && control !== undefined && voltageOf(columns, control) !== undefined ? [control, reference] : [main, reference];
    const [above, below] = [voltageOf(columns, high), voltageOf(columns, low)];
    // A bridge that measures capacitances sweeps both ways, which says nothing.
    if (current === undefined || above === undefined || below === undefined) return 0;
    const values = columns.valuesOf(current.col);
    const at = values.reduce((best, value, row) => (Math.abs(value) > Math.abs(values[best] ?? 0) || Number.isNaN(values[best]) ? row : best), 0);
    const voltage = above(at) - below(at);
    return Math.abs(voltage) < clearFor(kind) ? 0 : Math.sign(voltage);
  });
  const sum = signs.reduce<number>((total, sign) => total + sign, 0);
  return sum === 0 ? undefined : sum > 0 ? 'n' : 'p';
}

export interface WrongSign {
  readonly column: string;
  readonly node: string;
  readonly other: string;
  readonly wrong: number;
  readonly clear: number;
}

/** A current of the main path whose sign cannot be that of the terminal it is said to flow into, at nearly all points; undefined where there is none. */
export function wrongSign(columns: AssignedColumns, kind: ImportedKind): WrongSign | undefined {
  const { main, reference } = namesOf(kind);
  for (const { col, node } of columns.measure) {
    const other = node === main ? reference : node === reference ? main : undefined;
    const [here, there] = node === undefined || other === undefined ? [] : [voltageOf(columns, node), voltageOf(columns, other)];
    if (node === undefined || other === undefined || here === undefined || there === undefined) continue;
    const values = columns.valuesOf(col);
    const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
    const rows = Array.from(values, (_, row) => row).filter((row) => Math.abs(here(row) - there(row)) > clearFor(kind) && Math.abs(values[row]!) >= clearPart * largest);
    const wrong = rows.filter((row) => Math.sign(values[row]!) !== Math.sign(here(row) - there(row))).length;
    if (wrong >= fewest && wrong > most * rows.length) return { column: col, node, other, wrong, clear: rows.length };
  }
  return undefined;
}

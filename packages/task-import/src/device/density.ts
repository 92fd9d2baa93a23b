import type { Assumptions } from '../assumptions.ts';
import { assignedUnit, type AssignedColumns } from '../columns/assign-columns.ts';
import type { ImportedKind } from '../kinds.ts';
import { plainNumber } from '../plain-number.ts';
import type { Source } from '../source.ts';

/** Largest currents of transistors per metre of width, A/m: from a power device hardly on to the best of short channels. */
const [least, most] = [0.01, 1e4];

/** Says where the largest current is not that of a transistor of this width: a unit, or the width, is then wrong. */
export function sayDensity(source: Source, columns: AssignedColumns, kind: ImportedKind, { w, m = 1 }: Readonly<Record<string, number>>, assumptions: Assumptions): void {
  const current = columns.measure.find((each) => each.kind === 'i' && each.node === 'd');
  if ((kind !== 'mosfet' && kind !== 'soi') || w === undefined || current === undefined || assignedUnit(source.columns, columns, current.col)?.includes('/') === true) return;
  const largest = columns.valuesOf(current.col).reduce((size, value) => (Number.isFinite(value) ? Math.max(size, Math.abs(value)) : size), 0);
  const density = largest / (w * m);
  if (largest === 0 || (density >= least && density <= most)) return;
  assumptions.add(`the largest ${current.col} is ${plainNumber(Number(largest.toPrecision(2)))} A, ${plainNumber(Number((density * 1e-3).toPrecision(2)))} mA per micrometre of width, which no transistor in full conduction has: see whether the unit and the width are right`, source.name);
}

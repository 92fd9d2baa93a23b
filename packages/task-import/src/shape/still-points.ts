import type { AssignedColumns } from '../columns/assign-columns.ts';
import { voltageOf } from '../device/signs.ts';
import { namesOf, type ImportedKind } from '../kinds.ts';
import type { CurveShape } from './curve-shape.ts';

/** Volts between the ends of the main path below which what is measured is offset and noise. */
const still = 0.015;

/**
 * Range of the swept column that leaves out points at which nothing drives a current, where the sweep begins or ends there; undefined where
 * there are none, or the sweep goes on beyond them.
 */
export function withoutStillPoints(assigned: AssignedColumns, shape: CurveShape, kind: ImportedKind): Readonly<Record<string, readonly [number, number]>> | undefined {
  const { main, reference, control } = namesOf(kind);
  if (control === undefined || shape.terminal !== main || assigned.measure.every((each) => each.kind !== 'i')) return undefined;
  const [high, low] = [voltageOf(assigned, main), voltageOf(assigned, reference)];
  if (high === undefined || low === undefined) return undefined;
  const swept = assigned.valuesOf(shape.sweep);
  const apart = Array.from(swept, (_, row) => high(row) - low(row));
  const moving = [...swept].filter((_, row) => Math.abs(apart[row]!) > still);
  const sign = Math.sign(moving[0] ?? 0);
  if (moving.length === swept.length || moving.length === 0 || apart.some((voltage) => Math.abs(voltage) > still && Math.sign(voltage) !== sign)) return undefined;
  const nearest = Math.min(...moving.map(Math.abs));
  const farthest = Math.max(...moving.map(Math.abs));
  const [inner, outer] = [Number((nearest * 0.75).toPrecision(3)), Number((farthest * 1.1).toPrecision(3))];
  return { [shape.sweep]: sign > 0 ? [inner, outer] : [-outer, -inner] };
}

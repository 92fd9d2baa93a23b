import type { Sweep } from './sweep.ts';

/** The terminal that carries the main current, by kind of device, and the one that it leaves by. */
const paths: Readonly<Record<string, readonly [into: string, out?: string]>> = { mosfet: ['d'], vdmos: ['d'], jfet: ['d'], bjt: ['c'], diode: ['a', 'c'] };

/** Drain, collector or anode current of a sweep, as an n type's; undefined where it is not known or has a point without a value. */
export function mainCurrent(sweep: Sweep, kind: string): Float64Array | undefined {
  const [into, out] = paths[kind] ?? [];
  const values = (into === undefined ? undefined : sweep.current(into)) ?? (out === undefined ? undefined : sweep.current(out)?.map((value) => -value));
  return values?.every(Number.isFinite) === true ? values : undefined;
}

/** What the main current is called. */
export function currentName(kind: string): string {
  return kind === 'bjt' ? 'Ic' : kind === 'diode' ? 'I' : 'Id';
}

/** Index of the smallest value. */
export function indexOfLeast(values: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! < values[best]!) best = k;
  return best;
}

/** Largest value. */
export function largestOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let k = 0; k < values.length; k++) most = Math.max(most, Math.abs(values[k]!));
  return most;
}

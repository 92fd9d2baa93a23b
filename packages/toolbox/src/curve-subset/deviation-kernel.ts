import { maternCorrelation } from '../gaussian-process/matern.ts';

/** A point of a curve, as far as changes there go together with changes elsewhere. */
export interface CurvePoint {
  /** Place over bias, geometry and temperature, each coordinate in the length over which changes stay alike. */
  readonly place: readonly number[];
  /** Points of different groups, such as currents of different terminals, have nothing to do with each other. */
  readonly group: string;
}

/** Correlation of changes at two points, in [0, 1]: Matern 5/2 within a group. */
export function deviationCorrelation(a: CurvePoint, b: CurvePoint): number {
  if (a.group !== b.group) return 0;
  let square = 0;
  for (let k = 0; k < a.place.length; k++) square += (a.place[k]! - b.place[k]!) ** 2;
  return maternCorrelation(Math.sqrt(square));
}

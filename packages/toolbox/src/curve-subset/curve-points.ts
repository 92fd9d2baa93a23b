import type { ExtractionProblem } from '@evospice/contracts';
import { scoredPoints } from '../budget/budget.ts';
import type { CurvePoint } from './deviation-kernel.ts';

/**
 * Places of the scored points of each curve, for `chooseCurves` and `carryDeviations`: every voltage in thirds of its range over all curves, the logarithm of
 * each size that differs, and the temperature in steps of 60 degrees. Points of one vector make a group.
 * @returns for each curve its points, in the order of its residuals.
 */
export function curvePoints({ curves }: Pick<ExtractionProblem, 'curves'>): CurvePoint[][] {
  const terminals = [...new Set(curves.flatMap(({ drives }) => Object.keys(drives)))].toSorted();
  const widths = terminals.map((terminal) => {
    const values = curves.flatMap(({ drives }) => [...(drives[terminal]?.values ?? [])]);
    return (Math.max(...values) - Math.min(...values)) / 3;
  });
  const sizes = [...new Set(curves.flatMap(({ geometry }) => Object.keys(geometry)))].toSorted()
    .filter((size) => new Set(curves.map(({ geometry }) => geometry[size])).size > 1 && curves.every(({ geometry }) => (geometry[size] ?? 0) > 0));
  return curves.map(({ drives, geometry, temperatureC, vectors }) => {
    const fixed = [...sizes.map((size) => Math.log(geometry[size]!) / 2), temperatureC / 60];
    return vectors.flatMap((vector) => {
      const group = [vector.kind, vector.node ?? [...(vector.hi ?? []), '/', ...(vector.lo ?? [])].join('')].join(' ');
      return scoredPoints(vector).map((point): CurvePoint => ({
        group, place: [...terminals.map((terminal, k) => (widths[k]! > 0 ? (drives[terminal]?.values[point] ?? 0) / widths[k]! : 0)), ...fixed],
      }));
    });
  });
}

import { assembleJacobian, differencePoints, finiteDifferenceSteps } from '@evospice/toolbox';
import { residualsOf, type Point, type Points, type ResidualKind } from './points.ts';

/**
 * Forward-difference Jacobian of the residuals at a point: one batch of n simulations. Columns whose simulation failed
 * are tried in the other direction, in a second batch; a column that fails twice is zero, which leaves its parameter
 * where it is.
 */
export async function measureJacobian(points: Points, point: Point, kind: ResidualKind, size: number): Promise<number[][]> {
  const steps = finiteDifferenceSteps(point.unit, size);
  const moved = await points.evaluate(differencePoints(point.unit, steps));
  const failed = moved.flatMap((found, index) => (found === undefined ? [index] : []));
  const back = failed.filter((index) => point.unit[index]! - steps[index]! >= 0 && point.unit[index]! - steps[index]! <= 1);
  if (back.length > 0 && points.affordable > 0) {
    for (const index of back) steps[index] = -steps[index]!;
    const all = differencePoints(point.unit, steps);
    const again = await points.evaluate(back.map((index) => all[index]!));
    for (const [place, index] of back.entries()) moved[index] = again[place];
  }
  return assembleJacobian(residualsOf(point, kind), steps, moved.map((found) => (found === undefined ? undefined : residualsOf(found, kind))));
}

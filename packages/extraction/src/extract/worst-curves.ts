import type { Curve } from '@evospice/contracts';
import { rms } from '@evospice/toolbox';
import { weightedSquares, type CurveResiduals } from '../metric/curve-residuals.ts';
import type { WorstCurve } from '../result.ts';

const COUNT = 4;

/** The curves that make up most of the squared error. @param residuals of the curves that were simulated */
export function worstCurves(curves: readonly Curve[], residuals: readonly CurveResiduals[], metric: 'relative' | 'log'): readonly WorstCurve[] {
  const sized = residuals.filter((own) => own[metric].length > 0).map((own) => {
    const error = rms(own[metric]);
    return { curve: own.id, kind: curves.find(({ id }) => id === own.id)?.kind ?? '', error, squares: weightedSquares(own, metric) };
  });
  const total = sized.reduce((sum, { squares }) => sum + squares, 0);
  if (!(total > 0) || !Number.isFinite(total)) return [];
  return sized.toSorted((a, b) => b.squares - a.squares).slice(0, COUNT).map(({ squares, ...own }) => ({ ...own, share: squares / total }));
}

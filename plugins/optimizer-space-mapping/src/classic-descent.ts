import { descendLeastSquares, type LeastSquaresPoint } from '@evospice/toolbox';
import type { ModelMinimum, ModelSearch } from './model-search.ts';
import type { Kind } from './residuals.ts';

/** First radius as a share of the length of the start, refusals in a row and least gain from Jacobian to Jacobian: as `lm` has them. */
const settings = { factor: 0.1, refusals: 4, xtol: 1e-6, ftol: 0, scaling: 'identity' } as const;
const tolerance = { decades: 0.02, relative: 1e-3 };
/** Jacobians of one descent at most. */
const mostJacobians = 40;

/**
 * The way that `lm` takes on a model: Levenberg-Marquardt in decades until few are left, then in the problem's own error. Its steps are short at first, so
 * that it ends in the basin of its start more often than descents that look for the lowest place of a wide region.
 * @param errorFrom decades at which it turns
 */
export async function classicDescent(search: ModelSearch, from: readonly number[], last: Kind, errorFrom: number): Promise<ModelMinimum> {
  const decades = await descend(search, from, 'decades', last === 'decades' ? 0 : errorFrom, last === 'decades');
  if (last === 'decades' || decades === undefined) return decades ?? { unit: from, error: Infinity };
  return (await descend(search, decades.unit, last, 0, true)) ?? { unit: from, error: Infinity };
}

async function descend(search: ModelSearch, from: readonly number[], kind: Kind, enough: number, final: boolean): Promise<ModelMinimum | undefined> {
  const model = search.model(kind);
  const at = (x: readonly number[]): LeastSquaresPoint | undefined => {
    const residuals = model.residuals(x);
    return residuals === undefined ? undefined : { x, residuals };
  };
  const start = at(from);
  if (start === undefined) return undefined;
  let left = mostJacobians;
  const { point } = await descendLeastSquares({
    lower: from.map(() => 0), upper: from.map(() => 1),
    get affordable() {
      return left > 0 ? Infinity : 0;
    },
    evaluate: (points) => Promise.resolve(points.map(at)),
    jacobian({ x }) {
      left--;
      model.residuals(x);
      return model.jacobian(x).map((row) => [...(row as Float64Array)]);
    },
  }, start, { ...settings, tolerance: final ? tolerance.relative : tolerance.decades, enough: enough / Math.sqrt(start.residuals.length) });
  return { unit: point.x, error: Math.hypot(...point.residuals) };
}

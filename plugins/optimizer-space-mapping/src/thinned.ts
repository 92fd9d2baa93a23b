import type { ExtractionProblem, ProblemCurve } from '@evospice/contracts';

/** A problem of every k-th scored point, and where its scored points are among those of the whole, row by row. */
export interface Thinned {
  readonly problem: ExtractionProblem;
  /** Index into the scored points of the whole problem, one per scored point of the thinned one. */
  readonly rows: readonly number[];
}

/** Keeps, of each curve, every k-th of the points at which some vector is scored; at least one a vector. Points that are not scored are never kept. */
export function thinned(problem: ExtractionProblem, every: number): Thinned {
  const rows: number[] = [];
  let first = 0;
  const curves = problem.curves.filter(({ residuals }) => residuals > 0).map((curve): ProblemCurve => {
    const kept = keptPoints(curve, every);
    const place = new Map(kept.map((point, index) => [point, index]));
    const vectors = curve.vectors.map((vector) => {
      const scored = vector.scored.flatMap((point, index) => {
        const at = place.get(point);
        if (at === undefined) return [];
        rows.push(first + index);
        return [at];
      });
      first += vector.scored.length;
      return {
        ...vector, measured: kept.map((point) => vector.measured[point]!), scored, ...(vector.weights === undefined ? {} : { weights: kept.map((point) => vector.weights![point]!) }),
      };
    });
    return {
      ...curve, vectors, x: kept.map((point) => curve.x[point]!), residuals: vectors.reduce((sum, { scored }) => sum + scored.length, 0),
      drives: Object.fromEntries(Object.entries(curve.drives).map(([terminal, { quantity, values }]) => [terminal, { quantity, values: kept.map((point) => values[point]!) }])),
    };
  });
  return { problem: { ...problem, curves }, rows };
}

function keptPoints({ vectors }: ProblemCurve, every: number): number[] {
  const kept = new Set(vectors.flatMap(({ scored }) => scored.filter((_, index) => index % every === Math.min(every >> 1, scored.length - 1) % every)));
  return [...kept].sort((a, b) => a - b);
}

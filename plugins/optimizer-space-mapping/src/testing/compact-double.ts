import type { Candidate, CompactCurves, CompactModels, ExtractionProblem } from '@evospice/contracts';

/** Value at one x of a curve. */
export type Formula = (x: number, values: readonly number[], curve: number) => number;

/** A compact model that is a formula; derivatives by differences. Thinned problems are answered at their own points. */
export function modelsOf({ problem }: { readonly problem: ExtractionProblem }, formula: Formula, covered: (curve: number) => boolean = () => true): CompactModels {
  const curveOf = (id: string): number => problem.curves.findIndex((curve) => curve.id === id);
  const curvesOf = (asked: ExtractionProblem): CompactCurves => {
    const predict = (candidate: Candidate): Float64Array[][] => asked.curves.map(({ id, x }) => [
      Float64Array.from(x, (at) => (covered(curveOf(id)) ? formula(at, candidate, curveOf(id)) : Number.NaN)),
    ]);
    return {
      family: 'formula', unsupported: [], covered: asked.curves.map(({ id }) => [covered(curveOf(id))]), predict,
      differentiate: (candidate) => {
        const values = predict(candidate);
        const moved = candidate.map((value, axis) => ({ h: 1e-6 * (Math.abs(value) + 1e-12), axis })).map(({ h, axis }) => ({ h, values: predict(candidate.map((value, j) => (j === axis ? value + h : value))) }));
        const jacobian = values.map(([vector], curve) => [Float64Array.from({ length: vector!.length * candidate.length }, (_, k) => {
          const [point, axis] = [Math.floor(k / candidate.length), k % candidate.length];
          return (moved[axis]!.values[curve]![0]![point]! - vector![point]!) / moved[axis]!.h;
        })]);
        return { values, jacobian };
      },
    };
  };
  return { without: [], ofProblem: curvesOf };
}

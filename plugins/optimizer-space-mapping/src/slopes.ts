import { StageEnded } from '@evospice/optimizer-kit';
import { differencePoints, filled, finiteDifferenceSteps, fromUnit, fromLogRatio, fromLogRatioDerivative, simulationCost, type Secant } from '@evospice/toolbox';
import type { Bench } from './bench.ts';
import type { Simulated } from './evidence.ts';
import type { ScoredPoints } from './scored-points.ts';

/**
 * How thin curves may be simulated so that differences still say enough: the largest k whose points, every k-th of each curve, number `wanted` or
 * more and leave none of the scored vectors empty.
 */
export function sparsest(scored: ScoredPoints, wanted: number): number {
  const vectors = new Set(scored.points.map(({ curve, vector }) => `${curve}/${vector}`)).size;
  const longest = Math.max(...scored.problem.curves.map(({ x }) => x.length));
  let best = 1;
  let least = Infinity;
  for (let every = 2; every <= longest; every++) {
    const rows = scored.sampled(every);
    if (rows.length < wanted) break;
    const reached = new Set(rows.map((row) => `${scored.points[row]!.curve}/${scored.points[row]!.vector}`)).size;
    const cost = simulationCost(scored.problem, { every });
    if (reached === vectors && cost < least) [best, least] = [every, cost];
  }
  return best;
}

/** Rounding of the difference of two logarithms. */
const noise = 1e-5;

/**
 * Forward differences at a simulated point, on every k-th point of each curve; between them, what the model and earlier evidence say is
 * corrected by what the neighbours on the curve do. One batch. Parameters whose simulation failed or could not be paid are left out.
 */
export async function measureSlopes({ context, problem, options, scored, response, evidence, additive }: Bench, at: Simulated, every: number): Promise<Secant[]> {
  if (context.signal.aborted) throw new StageEnded();
  const { parameters } = problem;
  // A thinned sweep takes other steps than the whole one, so its differences need a longer step.
  const steps = finiteDifferenceSteps(at.unit, every === 1 ? options.difference / 6 : options.difference);
  const places = differencePoints(at.unit, steps);
  const rows = every === 1 ? [...scored.points.keys()] : scored.sampled(every);
  const evaluations = await context.simulate(places.map((unit) => fromUnit(parameters, unit)), every === 1 ? {} : { every });
  const known = evidence.difference(at);
  return places.flatMap((unit, axis): Secant[] => {
    const evaluation = evaluations[axis];
    if (evaluation?.ok !== true) return [];
    const model = response.logs(unit) ?? at.model;
    const expected = known.map((row, index) => model[index]! - at.model[index]! + steps[axis]! * row[axis]!);
    const sampled = scored.logsOf(evaluation).map((value, k) => changeOf(scored, rows[k]!, at, value, additive[axis]!));
    const deviations = interpolate(scored, rows, sampled.map((value, k) => value - expected[rows[k]!]!));
    return [{ from: at.unit, to: unit, noise, change: deviations.map((value, row) => value + expected[row]! - (model[row]! - at.model[row]!)) }];
  });
}

/** Change of a logarithm; where the parameter adds to a current, that which the change of the current would be if it were small. */
function changeOf({ points }: ScoredPoints, row: number, at: Simulated, value: number, adds: boolean): number {
  const before = at.logs[row]!;
  const { floor } = points[row]!;
  return adds ? (fromLogRatio(value, floor) - fromLogRatio(before, floor)) / fromLogRatioDerivative(before, floor) : value - before;
}

/** Values at some rows carried along their curves: on straight lines between neighbours, constant beyond the last; 0 on curves without any. */
function interpolate({ points }: ScoredPoints, rows: readonly number[], values: readonly number[]): number[] {
  if (rows.length === points.length) return [...values];
  const result = filled(points.length, 0);
  let next = 0;
  for (const [row, { curve, vector, point }] of points.entries()) {
    const same = (k: number): boolean => k >= 0 && k < rows.length && points[rows[k]!]!.curve === curve && points[rows[k]!]!.vector === vector;
    while (next < rows.length && rows[next]! < row) next++;
    const [before, after] = [same(next - 1), same(next)];
    if (before && after) {
      const [low, high] = [points[rows[next - 1]!]!.point, points[rows[next]!]!.point];
      const share = (point - low) / (high - low);
      result[row] = (1 - share) * values[next - 1]! + share * values[next]!;
    } else if (after) result[row] = values[next]!;
    else if (before) result[row] = values[next - 1]!;
  }
  return result;
}

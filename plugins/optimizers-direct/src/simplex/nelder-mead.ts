import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { byCost, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { initialSimplex, moveAlongAxis, simplexDiameter, simplexMoves } from '@evospice/toolbox';
import type { NelderMeadOptions } from './options.ts';
import { StagnationWatch } from './stagnation-watch.ts';
import { coincide, evaluateVertices, placesOf, vertexAt, type Vertex } from './vertex.ts';

/**
 * Simplex method of Nelder & Mead 1965 with the coefficients of Gao & Han 2012 ("Implementing the Nelder-Mead simplex
 * algorithm with adaptive parameters"), which depend on the number of parameters, and the oriented restart of Kelley 1999
 * against stagnation. Works in the unit cube; moves are clipped to it, failed points count as infinitely high. One
 * simulation at a time, since only the outcome tells which point is wanted next, unless `speculative`.
 */
export async function nelderMeadSearch(problem: ExtractionProblem, context: OptimizerContext, options: NelderMeadOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => search(options, objective, start));
}

async function search(options: NelderMeadOptions, objective: Objective, start: Sample): Promise<void> {
  let simplex = byCost([vertexAt(start), ...(await evaluateVertices(objective, firstCorners(options, objective, start.unit)))]);
  const watch = new StagnationWatch(options.orientedRestarts);
  while (!converged(options, simplex)) {
    const next = await moved(options, objective, simplex);
    const restart = watch.restartAfter(simplex, next);
    simplex = restart === undefined ? next : byCost([next[0]!, ...(await evaluateVertices(objective, restart.slice(1)))]);
  }
}

/** Corners of the first simplex; a discrete parameter is moved by one increment at least. */
function firstCorners(options: NelderMeadOptions, { parameters }: Objective, unit: readonly number[]): number[][] {
  const corners = initialSimplex(unit, options.step).slice(1);
  return corners.map((corner, axis) => corner.map((place, other) => (other === axis && place !== unit[axis] ? moveAlongAxis(parameters[axis]!, unit[axis]!, place - unit[axis]!) : place)));
}

function converged(options: NelderMeadOptions, simplex: readonly Vertex[]): boolean {
  const { diameter, spread } = options;
  const width = simplexDiameter(placesOf(simplex));
  const best = simplex[0]!.cost;
  return width <= diameter || (width <= 1e-3 && simplex.at(-1)!.cost - best <= spread * Math.abs(best)) || coincide(simplex);
}

/** The simplex after one move, sorted. `simplex` is sorted. */
async function moved(options: NelderMeadOptions, objective: Objective, simplex: readonly Vertex[]): Promise<Vertex[]> {
  const moves = simplexMoves(placesOf(simplex));
  const ready = new Map<readonly number[], Vertex>();
  if (options.speculative) {
    const wanted = [moves.reflected, moves.expanded, moves.contractedOutside, moves.contractedInside];
    for (const [index, vertex] of (await evaluateVertices(objective, wanted)).entries()) ready.set(wanted[index]!, vertex);
  }
  const at = async (place: readonly number[]): Promise<Vertex> => ready.get(place) ?? (await evaluateVertices(objective, [place]))[0]!;

  const worst = simplex.at(-1)!.cost;
  const replaced = (vertex: Vertex): Vertex[] => byCost([...simplex.slice(0, -1), vertex]);
  const reflected = await at(moves.reflected);
  if (reflected.cost < simplex[0]!.cost) {
    const expanded = await at(moves.expanded);
    return replaced(expanded.cost < reflected.cost ? expanded : reflected);
  }
  if (reflected.cost < simplex.at(-2)!.cost) return replaced(reflected);
  if (reflected.cost < worst) {
    const contracted = await at(moves.contractedOutside);
    if (contracted.cost <= reflected.cost) return replaced(contracted);
  } else {
    const contracted = await at(moves.contractedInside);
    if (contracted.cost < worst) return replaced(contracted);
  }
  return byCost([simplex[0]!, ...(await evaluateVertices(objective, moves.shrunk.slice(1)))]);
}

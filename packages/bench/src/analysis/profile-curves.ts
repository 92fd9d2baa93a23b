import type { ProfileCurve, TaskFacts } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { reachTimes } from './run-track.ts';
import { cumulativeShare } from './step-curve.ts';

/** Shares of the possible reduction that may be left, as in Moré and Wild 2009. */
const TAUS: readonly number[] = [1e-1, 1e-3, 1e-5];

export interface Profiles {
  readonly dataProfiles: readonly ProfileCurve[];
  readonly performanceProfiles: readonly ProfileCurve[];
}

/** One problem to one entry: budget units until it was solved, Infinity if never. */
interface Solution {
  readonly entry: string;
  /** Task and seed. */
  readonly problem: string;
  readonly units: number;
  /** n + 1, the cost of one simplex gradient. */
  readonly simplex: number;
}

/** Precision after precision, entry after entry. An entry is judged over the problems it has runs on. */
export function profileCurves(grid: BenchGrid, facts: readonly TaskFacts[], taus: readonly number[] = TAUS): Profiles {
  const end = Math.max(...facts.map((fact) => grid.budget / (fact.parameters + 1)));
  const both = taus.map((tau) => {
    const solutions = solutionsAt(grid, facts, tau);
    return { data: dataProfiles(grid, solutions, tau, end), performance: performanceProfiles(grid, solutions, tau) };
  });
  return { dataProfiles: both.flatMap(({ data }) => data), performanceProfiles: both.flatMap(({ performance }) => performance) };
}

/** Equation 2.2 of Moré and Wild: solved where f(x0) − f(x) ≥ (1 − τ)(f(x0) − fL). */
function solutionsAt(grid: BenchGrid, facts: readonly TaskFacts[], tau: number): readonly Solution[] {
  return facts.flatMap(({ task, startError, best, parameters }) => grid.ofTask(task).map((track) => ({
    entry: track.entry, problem: JSON.stringify([task, track.seed]), simplex: parameters + 1,
    units: reachTimes(track, [best + tau * (startError - best)])[0]!,
  })));
}

function dataProfiles(grid: BenchGrid, solutions: readonly Solution[], tau: number, end: number): readonly ProfileCurve[] {
  return grid.entries.map((entry) => {
    const own = solutions.filter((solution) => solution.entry === entry);
    return { entry, tau, points: cumulativeShare(own.map(({ units, simplex }) => units / simplex), own.length, 0, end) };
  });
}

function performanceProfiles(grid: BenchGrid, solutions: readonly Solution[], tau: number): readonly ProfileCurve[] {
  const fastest = new Map<string, number>();
  for (const { problem, units } of solutions) fastest.set(problem, Math.min(units, fastest.get(problem) ?? Number.POSITIVE_INFINITY));
  const ratios = grid.entries.map((entry) => solutions.filter((solution) => solution.entry === entry).map(({ problem, units }) => ratio(units, fastest.get(problem)!)));
  // At least 2, so that there is a curve to draw where the fastest is the only one.
  const end = Math.max(2, ...ratios.flat().filter(Number.isFinite));
  return grid.entries.map((entry, index) => ({ entry, tau, points: cumulativeShare(ratios[index]!, ratios[index]!.length, 1, end) }));
}

/** A problem already solved at the start has ratio 1 for every entry; an unsolved one Infinity. */
function ratio(units: number, fastest: number): number {
  if (!Number.isFinite(units)) return Number.POSITIVE_INFINITY;
  return units === fastest ? 1 : units / fastest;
}

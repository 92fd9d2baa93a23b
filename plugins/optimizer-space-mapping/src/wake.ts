import { drawGated, fromUnit, simulationCost, withoutEffect, type Secant } from '@evospice/toolbox';
import type { Bench } from './bench.ts';
import type { Simulated } from './evidence.ts';
import { errorOf, residualSlopes, type Kind } from './residuals.ts';

/** Share of the largest effect below which a parameter has none. */
const none = 1e-4;
/** Spreads of the batches of trials: anywhere, then about the best. */
const spreads = [undefined, undefined, 0.3, 0.15, 0.07] as const;
/** Trials of a batch, and the budget units that all of them may cost. */
const trials = { least: 6, most: 16, units: 6 };
/** Share of the sampled error that they must save to be worth a whole simulation. */
const saving = 0.97;

/** Parameters that measured slopes show to have no effect at a point. */
export function idleAxes({ scored, dimension }: Bench, at: Simulated, slopes: readonly Secant[], kind: Kind): number[] {
  const factors = residualSlopes(scored.points, at.logs, kind);
  const axes = slopes.map(({ from, to }) => to.findIndex((value, axis) => value !== from[axis]));
  const columns = slopes.map(({ from, to, change }, k) => factors.map((factor, row) => (factor * change[row]!) / (to[axes[k]!]! - from[axes[k]!]!)));
  const idle = withoutEffect(factors.map((_, row) => columns.map((column) => column[row]!)), none);
  return idle.map((k) => axes[k]!).filter((axis) => axis >= 0 && axis < dimension);
}

/**
 * Puts parameters without effect where they have one that helps: random trials, simulated at every k-th point of each curve only.
 * @returns the best of them, simulated whole; undefined where none saves anything or few points cost too much.
 */
export async function wake(bench: Bench, at: Simulated, axes: readonly number[], every: number, kind: Kind): Promise<Simulated | undefined> {
  const { context, problem: { parameters }, scored } = bench;
  const count = Math.min(trials.most, Math.floor(trials.units / (spreads.length * simulationCost(bench.problem, { every }))));
  if (axes.length === 0 || count < trials.least) return undefined;
  const rows = scored.sampled(every);
  const points = rows.map((row) => scored.points[row]!);
  const before = errorOf(points, rows.map((row) => at.logs[row]!), kind);
  let best = { unit: at.unit, error: before };
  for (const spread of spreads) {
    const units = Array.from({ length: count }, () => drawGated({ at: best.unit, axes, opens: (axis) => bench.gates[axis]!, ...(spread === undefined ? {} : { spread }) }, context.random));
    const evaluations = await context.simulate(units.map((unit) => fromUnit(parameters, unit)), { every });
    for (const [k, evaluation] of evaluations.entries()) {
      const error = evaluation.ok ? errorOf(points, scored.logsOf(evaluation), kind) : Infinity;
      if (error < best.error) best = { unit: units[k]!, error };
    }
  }
  context.log(`${context.budget.spent.toFixed(1)} ${axes.map((axis) => parameters[axis]!.name).join(', ')} without effect: ${before.toPrecision(4)} to ${best.error.toPrecision(4)} at every ${every} points`);
  return best.error < saving * before ? bench.simulate(best.unit) : undefined;
}

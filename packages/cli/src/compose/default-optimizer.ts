import { createProblem, loadCompactModels } from '@evospice/extraction';
import type { CompactModels, Task } from '@evospice/contracts';

/** The optimizer of an extraction that names none, and why it is this one. */
export interface DefaultOptimizer {
  readonly name: string;
  /** Half a sentence: `space-mapping, since …`. */
  readonly why: string;
}

/** Share of the scored points that a compact model must have. */
const wantedCoverage = 0.8;

/**
 * `space-mapping` where a compact model has what the card asks for and most of what was measured, since it then needs the fewest
 * simulations by far; elsewhere `champion`, which needs the fewest without a model (docs/champion.md). Neither moves in steps: `psade` does.
 * @param given options of the optimizer were given without its name: they have always been those of `lm`
 */
export async function defaultOptimizer(task: Task, given: boolean, models?: CompactModels): Promise<DefaultOptimizer> {
  if (given) return { name: 'lm', why: 'options were given without a name' };
  const discrete = task.tunables.filter(({ increment }) => increment !== undefined).map(({ name }) => name);
  if (discrete.length > 0) return { name: 'psade', why: `${discrete.join(', ')} can only be moved in steps` };
  const without = (reason: string): DefaultOptimizer => ({ name: 'champion', why: `${reason}, and it needs the fewest simulations without one` });
  // A task without tunables has no problem; what is wrong with it, or with its model, is said where it is extracted.
  if (task.tunables.length === 0) return { name: 'champion', why: 'the task has no tunable parameter' };
  const problem = createProblem(task);
  const curves = (models ?? await loadCompactModels()).ofProblem(problem);
  if (curves === undefined) return without(`no compact model covers ${task.model.family}`);
  const lacking = curves.unsupported.map(({ parameter, value }) => `${parameter} = ${value}`);
  if (lacking.length > 0) return without(`the compact model ${curves.family} does not have ${lacking.join(', ')}`);
  const scored = problem.curves.flatMap(({ vectors }, curve) => vectors.map(({ scored: points }, vector) => ({ points: points.length, covered: curves.covered[curve]?.[vector] === true })));
  const points = scored.reduce((sum, one) => sum + one.points, 0);
  const covered = scored.reduce((sum, one) => sum + (one.covered ? one.points : 0), 0);
  return covered < wantedCoverage * points
    ? without(`the compact model ${curves.family} has ${covered} of ${points} scored points only`)
    : { name: 'space-mapping', why: `the compact model ${curves.family} covers the device` };
}

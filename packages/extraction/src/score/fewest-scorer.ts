import { EvospiceError, type CaseScore, type OptimizerRun, type Scorer } from '@evospice/contracts';
import { geometricMean } from '@evospice/toolbox';
import { combineCases } from './combine-cases.ts';

export interface FewestScorerOptions {
  /** By task: the error that is to be reached, for example what a classical optimizer ends at with a large budget. Greater than 0. */
  readonly marks: Readonly<Record<string, number>>;
  /** Multiples of a mark that are to be reached, each greater than 0. */
  readonly factors: readonly number[];
}

/** A target that was missed counts at most so many budgets. */
const mostBudgets = 100;

/**
 * How few simulations a program takes to given errors. For a run with the budget N, a mark m and a factor f, n(f) is the budget spent up to the first full
 * evaluation with an error of f · m or less, at least 1. Where none comes that far, n(f) = N (E / (f · m))² with the least error E, at most 100 N: so that coming nearer pays too.
 *
 *     score of a run = geometric mean over the factors of N / n(f)
 *
 * Over runs the geometric mean, which weighs devices alike however many simulations they need; `spread` is the standard deviation (population) of the
 * logarithms. Parts of a run are named `to 2`, `to 1.25`, …: N / n(f). A failed evaluation costs what it was charged.
 */
export function createFewestScorer({ marks, factors }: FewestScorerOptions): Scorer {
  return {
    name: 'fewest',
    score({ runs }) {
      return combineCases(runs.map((run) => scoreRun(run, markOf(run.task, marks), factors)), factors.map(partOf));
    },
  };
}

/** @throws EvospiceError `SCORE_MARK` */
function markOf(task: string, marks: FewestScorerOptions['marks']): number {
  const mark = marks[task];
  if (mark !== undefined) return mark;
  throw new EvospiceError('SCORE_MARK', `the scorer has no mark for task ${task}`, { received: Object.keys(marks), expected: task, remedy: 'state the error that is to be reached there under `marks`' });
}

function scoreRun(run: OptimizerRun, mark: number, factors: readonly number[]): CaseScore {
  const parts = Object.fromEntries(factors.map((factor) => [partOf(factor), run.allowed / simulationsTo(factor * mark, run)]));
  return { case: run.task, seed: run.seed, value: geometricMean(Object.values(parts)), parts: { ...parts, toMark: leastError(run) / mark } };
}

function simulationsTo(target: number, run: OptimizerRun): number {
  if (run.startError <= target) return 1;
  const reached = run.trajectory.find(({ best }) => best !== null && best <= target);
  return reached === undefined ? run.allowed * Math.min(mostBudgets, (leastError(run) / target) ** 2) : Math.max(1, reached.spent);
}

function leastError({ trajectory, startError }: OptimizerRun): number {
  return Math.min(startError, trajectory.at(-1)?.best ?? Infinity);
}

function partOf(factor: number): string {
  return `to ${factor}`;
}

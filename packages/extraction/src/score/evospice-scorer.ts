import { EvospiceError, type OptimizerRun, type RunScore, type Score, type Scorer } from '@evospice/contracts';
import { geometricMean, mean } from '@evospice/toolbox';
import { areaUnder, errorSteps, failedUnits, finalRatio } from './error-curve.ts';

export interface EvospiceScorerOptions {
  /** Weight of the efficiency, in [0, 1]; 0.3 by default. */
  readonly alpha?: number;
  /**
   * Area that a run's own is compared with, in budget units; by default that of the flat line (the start error until the
   * budget is gone), which makes the efficiency's S lie in [0, 1]. An area of a baseline's run on the same task makes S
   * positive only where the program beats it; it must lie in [0, run.allowed].
   */
  readonly referenceArea?: (run: OptimizerRun) => number;
}

/** Scores below this count as it in the spread, which is taken of logarithms. */
const smallest = 1e-12;

/**
 * The score of a program over its runs. With e(s) the best-so-far error after s budget units over the starting card's,
 * clipped to [0, 1], A the area under it from 0 to the budget N, and E = e(N):
 *
 *     score = 1 / (1 + E)  ·  (1 + α (A_reference − A) / N)  ·  (1 − N_failed / N)
 *
 * N_failed is the budget spent on evaluations that failed (licence failures apart). Over runs: the geometric mean, so one
 * run that fails throughout cannot be bought back by the others; `spread` is the standard deviation (population) of the logarithms. The
 * three factors of `Score` are geometric means too: their product is the value.
 */
export function createEvospiceScorer(options: EvospiceScorerOptions = {}): Scorer {
  const alpha = options.alpha ?? 0.3;
  const referenceArea = options.referenceArea ?? ((run: OptimizerRun) => run.allowed);
  return {
    name: 'evospice',
    score(runs) {
      if (runs.length === 0) throw new EvospiceError('SCORE_EMPTY', 'there is no run to score', { expected: 'at least one run' });
      return combine(runs.map((run) => scoreRun(run, alpha, referenceArea(run))));
    },
  };
}

function scoreRun(run: OptimizerRun, alpha: number, reference: number): RunScore {
  const steps = errorSteps(run);
  const ratio = finalRatio(steps);
  const precision = 1 / (1 + ratio);
  const efficiency = 1 + (alpha * (reference - areaUnder(steps, run.allowed))) / run.allowed;
  const robustness = Math.min(1, Math.max(0, 1 - failedUnits(run) / run.allowed));
  return { task: run.task, seed: run.seed, finalRatio: ratio, precision, efficiency, robustness, score: precision * efficiency * robustness };
}

function combine(runs: readonly RunScore[]): Score {
  const over = (pick: (run: RunScore) => number): number => geometricMean(runs.map(pick));
  const logarithms = runs.map((run) => Math.log(Math.max(run.score, smallest)));
  const centre = mean(logarithms);
  return {
    value: over((run) => run.score),
    spread: Math.sqrt(mean(logarithms.map((value) => (value - centre) ** 2))),
    precision: over((run) => run.precision),
    efficiency: over((run) => run.efficiency),
    robustness: over((run) => run.robustness),
    runs,
  };
}

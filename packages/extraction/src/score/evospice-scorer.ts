import { countFindings, defined, EvospiceError, type CaseScore, type OptimizerRun, type PhysicsFinding, type Scorer } from '@evospice/contracts';
import { mean } from '@evospice/toolbox';
import { programLength } from '../descriptors/program-length.ts';
import { combineCases } from './combine-cases.ts';
import { areaUnder, errorSteps, failedUnits, finalRatio } from './error-curve.ts';

/** How much findings and length cost; 0 for nothing, which is the default of each. */
export interface ScorePenalties {
  /** Per violation that physics rules found in the resulting card of a run. */
  readonly violation?: number;
  /** Per warning. */
  readonly warning?: number;
  /** For a program as long as the descriptor `program-length` counts as 1. */
  readonly length?: number;
}

export interface EvospiceScorerOptions {
  /** Weight of the efficiency, in [0, 1]; 0.3 by default. */
  readonly alpha?: number;
  /**
   * Optimizer whose area a run's own is compared with; by default it is the flat line (the start error until the budget is gone), which makes the
   * efficiency's S lie in [0, 1]. With a reference S is positive only where the program beats it.
   */
  readonly reference?: NonNullable<Scorer['reference']>;
  readonly penalties?: ScorePenalties;
}

/**
 * The score of a program over its runs. With e(s) the best-so-far error after s budget units over the starting card's,
 * clipped to [0, 1], A the area under it from 0 to the budget N, and E = e(N):
 *
 *     score = 1 / (1 + E)  ·  (1 + α (A_reference − A) / N)  ·  (1 − N_failed / N)
 *
 * A_reference is N, or the area of the reference's run on the same task where there is one (then a case has the further figure `toReference`: its E over the
 * reference's). N_failed is the budget spent on evaluations that failed (licence failures apart). Over runs: the geometric mean, so one
 * run that fails throughout cannot be bought back by the others; `spread` is the standard deviation (population) of the logarithms. The
 * three factors, `parts.precision`, `parts.efficiency` and `parts.robustness`, are geometric means too: their product is the value.
 *
 * Penalties come as further factors, each a part of its own: `findings` = 1 / (1 + violations · weight + warnings · weight) of each run,
 * `length` = 1 / (1 + length · weight).
 */
export function createEvospiceScorer(options: EvospiceScorerOptions = {}): Scorer {
  const { penalties = {} } = options;
  const alpha = options.alpha ?? 0.3;
  const { reference } = options;
  return {
    name: 'evospice',
    ...defined({ reference }),
    score({ runs, source, findings, references }) {
      const cases = runs.map((run, index) => scoreRun(run, { alpha, ...(reference === undefined ? { area: run.allowed } : comparison(run, references?.[index], reference.name)), ...findingsFactor(findings?.[index], penalties) }));
      const score = combineCases(cases, Object.keys(cases[0]?.parts ?? {}).filter((name) => name !== 'finalRatio' && name !== 'toReference'));
      const weight = penalties.length ?? 0;
      if (weight === 0 || source === undefined) return score;
      const length = 1 / (1 + weight * programLength.measure({ runs, source }));
      return { ...score, value: score.value * length, parts: { ...score.parts, length } };
    },
  };
}

/** Nothing where findings cost nothing, so that scores show only what enters them. */
function findingsFactor(findings: readonly PhysicsFinding[] | undefined, { violation = 0, warning = 0 }: ScorePenalties): { readonly findings?: number } {
  if (findings === undefined || violation + warning === 0) return {};
  const counts = countFindings(findings);
  return { findings: 1 / (1 + violation * counts.violation + warning * counts.warning) };
}

/** What the reference did on the task of a run; over seeds, the means. @throws EvospiceError `SCORE_REFERENCE` */
function comparison(run: OptimizerRun, references: readonly OptimizerRun[] = [], name: string): Pick<RunTerms, 'area' | 'reached'> {
  if (references.length === 0 || references.some(({ allowed }) => allowed !== run.allowed)) {
    throw new EvospiceError('SCORE_REFERENCE', `there is no run of ${name} on task ${run.task} to compare with`, {
      received: references.map(({ allowed }) => allowed), expected: `a run with a budget of ${run.allowed}`, remedy: 'run the reference on every task that is scored',
    });
  }
  const steps = references.map(errorSteps);
  return { area: mean(steps.map((own) => areaUnder(own, run.allowed))), reached: mean(steps.map(finalRatio)) };
}

interface RunTerms {
  readonly alpha: number;
  /** What the run's own area is compared with, in budget units. */
  readonly area: number;
  /** Final ratio of the reference. */
  readonly reached?: number;
  readonly findings?: number;
}

function scoreRun(run: OptimizerRun, { alpha, area, reached, findings }: RunTerms): CaseScore {
  const steps = errorSteps(run);
  const ratio = finalRatio(steps);
  const precision = 1 / (1 + ratio);
  const efficiency = 1 + (alpha * (area - areaUnder(steps, run.allowed))) / run.allowed;
  const robustness = Math.min(1, Math.max(0, 1 - failedUnits(run) / run.allowed));
  const factors = { precision, efficiency, robustness, ...(findings === undefined ? {} : { findings }) };
  const value = Object.values(factors).reduce((product, factor) => product * factor);
  return { case: run.task, seed: run.seed, value, parts: { ...factors, finalRatio: ratio, ...(reached === undefined || reached === 0 ? {} : { toReference: ratio / reached }) } };
}

import { EvospiceError, type Evaluation, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/kernel';
import type { MghProblem } from '@evospice/test-functions';
import { createRandom, rms, toolbox } from '@evospice/toolbox';

/** The problem as an optimizer sees it: one curve of m points whose residuals are the problem's own, parameters in the problem's box. */
function problemOf({ name, start, lower, upper, residualCount }: MghProblem): ExtractionProblem {
  const x = Array.from({ length: residualCount }, (_, index) => index);
  return {
    task: name, device: { kind: 'diode' }, modelFamily: 'formula', metric: 'relative',
    parameters: start.map((value, index) => ({ name: `x${index + 1}`, start: value, lower: lower[index]!, upper: upper[index]!, scale: 'lin' })),
    curves: [{
      id: 'residuals', kind: 'iv', instance: 'only', geometry: {}, temperatureC: 27, sweep: 'index', x, drives: {},
      vectors: [{ kind: 'i', floor: Number.MIN_VALUE, measured: x.map(() => 1) }], weight: 1, cost: 1, residuals: residualCount,
    }],
  };
}

export interface ResidualRun {
  /** Evaluation, counted from 1, that first came within tau of the least known value (Moré & Wild 2009); null if none did. */
  readonly reached: number | null;
  readonly failure?: unknown;
}

/**
 * Runs an optimizer until f(x) - f* <= tau (f(x0) - f*). Both errors of an evaluation are the root mean square of the
 * residuals, so that an optimizer which needs one number sees a rising function of f.
 */
export async function runResiduals(optimizer: Optimizer, problem: MghProblem, options: { readonly budget: number; readonly seed: number; readonly tau: number }): Promise<ResidualRun> {
  const { budget, seed, tau } = options;
  const { value: least } = problem.minimum;
  const target = least + tau * (problem.evaluate(problem.start) - least);
  const abort = new AbortController();
  let spent = 0;
  let reached: number | null = null;
  const evaluate = (candidate: readonly number[]): Evaluation => {
    spent++;
    const residuals = problem.residuals(candidate.map((value, index) => Math.min(problem.upper[index]!, Math.max(problem.lower[index]!, value))));
    const error = rms(residuals);
    if (!Number.isFinite(error)) return { ok: false, failure: { code: 'NON_FINITE', message: 'a residual is not finite' } };
    if (reached === null && error * error * residuals.length <= target) {
      reached = spent;
      abort.abort(new EvospiceError('EXTRACTION_CANCELLED', 'the target was reached'));
    }
    const curve = { id: 'residuals', relativeRms: error, logRms: error, simulated: [residuals.map((value) => 1 + value)] };
    return { ok: true, full: true, error, relativeRms: error, logRms: error, residuals, relativeResiduals: residuals, logResiduals: residuals, curves: [curve], findings: [] };
  };
  const context: OptimizerContext = {
    // oxlint-disable-next-line require-await -- a refusal must be a rejected promise
    async simulate(candidates) {
      if (abort.signal.aborted) throw abort.signal.reason;
      if (spent >= budget) throw new EvospiceError('BUDGET_EXHAUSTED', 'the budget is spent');
      return candidates.map((candidate) => (spent < budget && reached === null ? evaluate(candidate) : { ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'not simulated' } }));
    },
    get budget() {
      return { allowed: budget, spent, remaining: budget - spent };
    },
    random: createRandom(seed), toolbox, signal: abort.signal, log: () => undefined,
  };
  try {
    await optimizer.optimize(problemOf(problem), context);
  } catch (failure) {
    if (!abort.signal.aborted && !EvospiceError.is(failure, 'BUDGET_EXHAUSTED')) return { reached, failure };
  }
  return { reached };
}

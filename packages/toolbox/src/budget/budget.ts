import { EvospiceError, type BudgetView, type Evaluation, type ExtractionProblem, type OptimizerContext, type ProblemVector, type SimulateOptions } from '@evospice/contracts';

/**
 * Indices into `measured` of the points that carry a residual, ascending: residual j of a vector belongs to the j-th of them.
 * @param every of an evaluation of every k-th point: k. Its simulated value of point i is `simulated[i / k]`.
 */
export function scoredPoints(vector: Pick<ProblemVector, 'scored'>, every = 1): readonly number[] {
  return every === 1 ? vector.scored : vector.scored.filter((point) => point % every === 0);
}

/**
 * How many evaluations the remaining budget pays.
 * @param cost budget units of one: 1 for a full suite, else as `simulationCost` gives them.
 * @returns whole number, not below 0; rounding errors of summed shares are forgiven.
 */
export function affordable(budget: Pick<BudgetView, 'remaining'>, cost = 1): number {
  return Math.max(0, Math.floor(budget.remaining / cost + 1e-9));
}

/** Budget units that simulating one candidate costs: 1 for all curves that have a scored point. Unknown curves cost nothing. */
export function simulationCost({ curves }: Pick<ExtractionProblem, 'curves'>, { curves: ids, every = 1 }: SimulateOptions = {}): number {
  if (ids === undefined && every === 1) return 1;
  const wanted = curves.filter(({ id, residuals }) => (ids === undefined ? residuals > 0 : ids.includes(id)));
  return wanted.reduce((sum, { x, budgetShare }) => sum + (every === 1 ? budgetShare : (budgetShare * Math.ceil(x.length / every)) / x.length), 0);
}

/**
 * The context with a part of its budget: what it simulates is charged to the whole context, but no more than `units`.
 * `simulate` then throws `BUDGET_EXHAUSTED` when the part cannot pay a single candidate; optimizers of `context.optimizers` end before.
 * @param units budget units; more than remain are as many as remain
 */
export function withBudget(problem: Pick<ExtractionProblem, 'curves'>, context: OptimizerContext, units: number): OptimizerContext {
  const from = context.budget.spent;
  const allowed = Math.min(units, context.budget.remaining);
  const view = (): BudgetView => {
    const spent = context.budget.spent - from;
    return { allowed, spent, remaining: Math.max(0, Math.min(allowed - spent, context.budget.remaining)) };
  };
  return {
    async simulate(candidates, options) {
      const count = Math.min(candidates.length, affordable(view(), simulationCost(problem, options)));
      if (count === 0 && candidates.length > 0) {
        throw new EvospiceError('BUDGET_EXHAUSTED', `the part of ${allowed} budget units cannot pay another simulation`, {
          received: view().spent, expected: 'an end of the search, or a cheaper set of curves',
        });
      }
      const evaluations = await context.simulate(candidates.slice(0, count), options);
      return [...evaluations, ...candidates.slice(count).map(outOfBudget)];
    },
    get budget() {
      return view();
    },
    random: context.random,
    toolbox: context.toolbox,
    models: context.models,
    optimizers: context.optimizers,
    signal: context.signal,
    log: (message) => context.log(message),
  };
}

function outOfBudget(): Evaluation {
  return { ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'the remaining budget could not pay this candidate; it was not simulated' } };
}

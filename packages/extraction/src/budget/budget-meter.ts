import { counted, EvospiceError, type BudgetView, type ExtractionProblem } from '@evospice/contracts';

/**
 * Counts what simulations cost. A budget unit is one full suite: all of the problem's curves that have a scored point; a curve costs
 * its share of their bias points. The meter counts whole bias points, because sums of shares such as 1/3 drift: after any sequence of
 * charges the last unit is there in full or not at all, and no sequence spends more than was allowed.
 */
export class BudgetMeter {
  readonly #allowed: number;
  readonly #pointsOf: ReadonlyMap<string, number>;
  readonly #suite: number;
  readonly #allowedPoints: number;
  #spentPoints = 0;

  /**
   * @param allowed budget units, greater than 0; part of a unit is allowed
   * @throws EvospiceError `EXTRACTION_BUDGET`.
   */
  constructor(problem: ExtractionProblem, allowed: number) {
    if (!Number.isFinite(allowed) || allowed <= 0) {
      throw new EvospiceError('EXTRACTION_BUDGET', 'the budget is not a positive number', {
        received: allowed, expected: 'budget units greater than 0', remedy: 'allow at least one full simulation: a budget of 1',
      });
    }
    this.#allowed = allowed;
    this.#pointsOf = new Map(problem.curves.map((curve) => [curve.id, curve.x.length]));
    this.#suite = problem.curves.reduce((sum, curve) => sum + (curve.residuals > 0 ? curve.x.length : 0), 0);
    this.#allowedPoints = wholePoints(allowed * this.#suite);
  }

  get view(): BudgetView {
    const spent = Math.min(this.#allowed, this.#spentPoints / this.#suite);
    return { allowed: this.#allowed, spent, remaining: this.#allowed - spent };
  }

  /** How many candidates the remainder can pay, simulating every `every`-th point of these curves of each. */
  affordable(curves: readonly string[], every = 1): number {
    return Math.floor((this.#allowedPoints - this.#spentPoints) / this.#points(curves, every));
  }

  /** Takes the cost of one candidate. @throws EvospiceError `BUDGET_EXHAUSTED`, and takes nothing, when it is not there. */
  charge(curves: readonly string[], every = 1): void {
    if (this.affordable(curves, every) < 1) throw this.exhausted();
    this.#spentPoints += this.#points(curves, every);
  }

  exhausted(): EvospiceError {
    const { allowed, spent } = this.view;
    return new EvospiceError('BUDGET_EXHAUSTED', `the budget of ${counted(allowed, 'unit')} cannot pay another simulation`, {
      received: spent, expected: 'an end of the search, or a cheaper set of curves',
    });
  }

  #points(curves: readonly string[], every: number): number {
    return curves.reduce((sum, id) => sum + Math.ceil((this.#pointsOf.get(id) ?? 0) / every), 0);
  }
}

/** Rounded down, except that a product a rounding error short of a whole number is that number. */
function wholePoints(points: number): number {
  const nearest = Math.round(points);
  return Math.abs(points - nearest) <= 1e-9 * Math.max(1, nearest) ? nearest : Math.floor(points);
}

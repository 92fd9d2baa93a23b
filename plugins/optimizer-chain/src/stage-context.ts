import {
  EvospiceError, type BudgetView, type Candidate, type Evaluation, type ExtractionProblem, type OptimizerContext, type SimulateOptions, type SuccessfulEvaluation,
} from '@evospice/contracts';
import { affordable, simulationCost } from '@evospice/toolbox';

/** A candidate that was simulated in full; an error of Infinity stands for a failure. */
export interface Visit {
  readonly candidate: Candidate;
  readonly error: number;
  readonly evaluation?: SuccessfulEvaluation;
}

export interface StageOptions {
  /** Budget units of the stage. */
  readonly allowed: number;
  /** Error at or below which the stage ends. */
  readonly stopCost: number;
  /** Best visit of the stages before. */
  readonly known: Visit | undefined;
}

/** The context one stage works in: a slice of the budget, and a record of what it visited. */
export class StageContext {
  readonly context: OptimizerContext;
  readonly visits: Visit[] = [];
  readonly #problem: ExtractionProblem;
  readonly #outer: OptimizerContext;
  readonly #options: StageOptions;
  readonly #from: number;
  #best: Visit | undefined;
  #asked = false;

  constructor(problem: ExtractionProblem, outer: OptimizerContext, options: StageOptions) {
    this.#problem = problem;
    this.#outer = outer;
    this.#options = options;
    this.#from = outer.budget.spent;
    this.#best = options.known;
    const view = (): BudgetView => this.#budget();
    this.context = {
      simulate: (candidates, request) => this.#simulate(candidates, request),
      get budget() {
        return view();
      },
      random: outer.random, toolbox: outer.toolbox, models: outer.models, optimizers: outer.optimizers, signal: outer.signal,
      log: (message) => outer.log(message),
    };
  }

  get best(): Visit | undefined {
    return this.#best;
  }

  /** True when the best error is low enough for the whole run to end. */
  get stopped(): boolean {
    return this.#best !== undefined && this.#best.error <= this.#options.stopCost;
  }

  #budget(): BudgetView {
    const spent = this.#outer.budget.spent - this.#from;
    return { allowed: this.#options.allowed, spent, remaining: Math.max(0, Math.min(this.#options.allowed - spent, this.#outer.budget.remaining)) };
  }

  async #simulate(candidates: readonly Candidate[], request: SimulateOptions = {}): Promise<readonly Evaluation[]> {
    const remembered = this.#remembered(candidates, request);
    if (remembered !== undefined) return [remembered];
    if (candidates.length === 0) return [];
    const count = Math.min(candidates.length, affordable(this.#budget(), simulationCost(this.#problem, request)));
    if (count === 0 || this.stopped) throw new EvospiceError('BUDGET_EXHAUSTED', this.stopped ? 'the error is low enough' : 'the budget of the stage is spent');
    const paid = candidates.slice(0, count);
    const evaluations = await this.#outer.simulate(paid, request);
    for (const [index, evaluation] of evaluations.entries()) this.#visit(paid[index]!, evaluation);
    return [...evaluations, ...candidates.slice(count).map((): Evaluation => ({ ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'the budget of the stage could not pay this candidate' } }))];
  }

  /** A stage begins by simulating its start, which is the best point of the stage before: that is known already. */
  #remembered(candidates: readonly Candidate[], { curves, every = 1 }: SimulateOptions): Evaluation | undefined {
    const first = !this.#asked;
    this.#asked = true;
    const { known } = this.#options;
    if (!first || curves !== undefined || every !== 1 || candidates.length !== 1 || known?.evaluation === undefined) return undefined;
    return candidates[0]!.every((value, index) => value === known.candidate[index]) ? known.evaluation : undefined;
  }

  #visit(candidate: Candidate, evaluation: Evaluation): void {
    if (!evaluation.ok && evaluation.failure.code === 'OUT_OF_BUDGET') return;
    if (evaluation.ok && !evaluation.full) return;
    const visit: Visit = evaluation.ok ? { candidate: [...candidate], error: evaluation.error, evaluation } : { candidate: [...candidate], error: Infinity };
    // The record of places needs no curves, which are large.
    this.visits.push({ candidate: visit.candidate, error: visit.error });
    if (visit.error < (this.#best?.error ?? Infinity)) this.#best = visit;
  }
}

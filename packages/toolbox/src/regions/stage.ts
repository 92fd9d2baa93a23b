import {
  EvospiceError, type BudgetView, type Candidate, type Evaluation, type ExtractionProblem, type OptimizerContext, type ProblemCurve, type SuccessfulEvaluation,
} from '@evospice/contracts';
import { affordable, simulationCost } from '../budget/budget.ts';
import { startingAt } from '../space/starting-at.ts';
import { startCandidate } from '../space/unit-cube.ts';
import { maskedCurves, maskedDerivatives, maskedEvaluation, type MaskedCurve } from './masked-evaluation.ts';

/** What a stage of an extraction works on. */
export interface StageRequest {
  /** Indices of the parameters that move; the others stay at `at`. */
  readonly parameters: readonly number[];
  /** Scored points that count, by curve and vector; all when left out. */
  readonly points?: readonly (readonly (readonly number[])[])[];
  readonly at: Candidate;
  /** Full evaluation of `at`; that of the problem's start is known. */
  readonly evaluation?: SuccessfulEvaluation;
  /** Budget units of the whole problem that it may spend. */
  readonly units: number;
}

/** A part of a problem as a problem of its own, and the context to solve it in. */
export interface Stage {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  /** The best candidate of the whole problem by the points that count; `at` until another is better. `evaluation` where it was simulated in full. */
  readonly best: { readonly candidate: Candidate; readonly error: number; readonly evaluation?: SuccessfulEvaluation };
}

/**
 * A part of a problem as a problem of its own, for any optimizer: chosen parameters move, chosen scored points count, and only their curves are simulated, at their
 * share of the budget; one unit of its budget is one simulation of these curves, and asking for its start, where that is known, costs nothing. Constraints hold as before, for candidates of the whole problem, and are not
 * listed, since they may name parameters that stand still. Exact derivatives are restricted to what is left.
 * @throws EvospiceError `TOOLBOX_RANGE` without a parameter or without a point.
 */
export function stageOf(problem: ExtractionProblem, context: OptimizerContext, request: StageRequest): Stage {
  return new PartOfProblem(problem, context, request);
}

class PartOfProblem implements Stage {
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly #outer: OptimizerContext;
  readonly #request: StageRequest;
  readonly #metric: ExtractionProblem['metric'];
  readonly #curves: readonly MaskedCurve[];
  /** Budget units of the whole problem for one simulation of the stage's curves. */
  readonly #unit: number;
  readonly #from: number;
  readonly #start: Evaluation | undefined;
  #best: Stage['best'];

  constructor(whole: ExtractionProblem, outer: OptimizerContext, request: StageRequest) {
    this.#curves = maskedCurves(whole.curves, request.points);
    if (request.parameters.length === 0 || this.#curves.length === 0) throw nothingLeft(request, this.#curves);
    this.#outer = outer;
    this.#request = request;
    this.#metric = whole.metric;
    this.#unit = this.#curves.reduce((sum, { whole: { budgetShare } }) => sum + budgetShare, 0);
    this.#from = outer.budget.spent;
    const { at } = request;
    const evaluation = request.evaluation ?? (isSame(at, startCandidate(whole.parameters)) ? whole.start : undefined);
    this.#start = evaluation === undefined ? undefined : this.#masked(evaluation);
    const { constraints: _held, ...begun } = startingAt(whole, at, this.#start);
    this.problem = {
      ...begun, parameters: request.parameters.map((index) => begun.parameters[index]!),
      curves: this.#curves.map(({ masked }): ProblemCurve => ({ ...masked, budgetShare: masked.budgetShare / this.#unit })),
    };
    this.#best = { candidate: at, error: this.#start?.ok === true ? this.#start.error : Infinity, ...(evaluation?.ok === true ? { evaluation } : {}) };
    this.context = this.#contextFor(whole);
  }

  get best(): Stage['best'] {
    return this.#best;
  }

  #contextFor(whole: ExtractionProblem): OptimizerContext {
    const outer = this.#outer;
    const view = (): BudgetView => this.#budget();
    const derivatives = (candidate: Candidate): ReturnType<NonNullable<OptimizerContext['differentiate']>> => {
      const found = outer.differentiate?.(this.#whole(candidate));
      return found === undefined ? undefined : maskedDerivatives(found, whole, this.#curves, this.#request.parameters);
    };
    return {
      simulate: (candidates, options) => this.#simulate(candidates, options),
      ...(outer.differentiate === undefined ? {} : { differentiate: derivatives }),
      get budget() {
        return view();
      },
      random: outer.random, toolbox: outer.toolbox, models: outer.models, optimizers: outer.optimizers, signal: outer.signal,
      log: (message) => outer.log(message),
    };
  }

  #budget(): BudgetView {
    const allowed = this.#request.units / this.#unit;
    const spent = (this.#outer.budget.spent - this.#from) / this.#unit;
    return { allowed, spent, remaining: Math.max(0, Math.min(allowed - spent, this.#outer.budget.remaining / this.#unit)) };
  }

  async #simulate(candidates: readonly Candidate[], options: Parameters<OptimizerContext['simulate']>[1] = {}): Promise<readonly Evaluation[]> {
    if (candidates.length === 0) return [];
    if (this.#start !== undefined && candidates.length === 1 && isSame(this.#whole(candidates[0]!), this.#request.at) && Object.keys(options).length === 0) return [this.#start];
    const count = Math.min(candidates.length, affordable(this.#budget(), simulationCost(this.problem, options)));
    if (count === 0) throw new EvospiceError('BUDGET_EXHAUSTED', 'the budget of the stage is spent', { received: this.#budget().spent, expected: 'an end of the stage' });
    const paid = candidates.slice(0, count).map((candidate) => this.#whole(candidate));
    const evaluations = await this.#outer.simulate(paid, { ...options, curves: options.curves ?? this.#curves.map(({ whole: { id } }) => id) });
    const masked = evaluations.map((evaluation) => this.#masked(evaluation));
    for (const [index, evaluation] of masked.entries()) this.#visit(paid[index]!, evaluation, evaluations[index]!);
    const rest = candidates.slice(count).map((): Evaluation => ({ ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'the budget of the stage could not pay this candidate' } }));
    return [...masked, ...rest];
  }

  #masked(evaluation: Evaluation): Evaluation {
    return maskedEvaluation(evaluation, this.#curves, this.#metric);
  }

  #whole(candidate: Candidate): Candidate {
    const { parameters, at } = this.#request;
    const whole = [...at];
    for (const [position, index] of parameters.entries()) whole[index] = candidate[position]!;
    return whole;
  }

  #visit(candidate: Candidate, masked: Evaluation, evaluation: Evaluation): void {
    if (!masked.ok || !masked.full || !(masked.error < this.#best.error)) return;
    this.#best = { candidate, error: masked.error, ...(evaluation.ok && evaluation.full ? { evaluation } : {}) };
  }
}

function nothingLeft({ parameters }: StageRequest, curves: readonly MaskedCurve[]): EvospiceError {
  return new EvospiceError('TOOLBOX_RANGE', `a stage has no ${curves.length === 0 ? 'scored point' : 'parameter'}`, {
    received: { parameters: parameters.length, curves: curves.length }, expected: 'a parameter that moves and a scored point at least', remedy: 'leave the stage out',
  });
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.every((value, index) => value === other[index]);
}

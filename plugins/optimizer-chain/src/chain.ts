import { EvospiceError, type Candidate, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { createRandom, fromUnit, startCandidate, startingAt } from '@evospice/toolbox';
import { leastSearched } from './least-searched.ts';
import type { ChainOptions } from './options.ts';
import { StageContext, type Visit } from './stage-context.ts';

/**
 * Optimizers one after another on the same problem, as successive `optimize` commands of SPICE OPUS: the result of one
 * is the start of the next, or the next starts where the space is least searched. An optimizer that fails ends the chain.
 */
export class Chain implements Optimizer {
  readonly name = 'chain';
  readonly #options: ChainOptions;
  readonly #optimizers: readonly Optimizer[];

  /** @param optimizers one a stage of `options`. */
  constructor(options: ChainOptions, optimizers: readonly Optimizer[]) {
    this.#options = options;
    this.#optimizers = optimizers;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    await this.#refuseAtOnce(problem, context);
    const visits: Visit[] = [];
    let best: Visit | undefined;
    for (let turn = 0; ; turn++) {
      const index = turn % this.#optimizers.length;
      const { remaining } = context.budget;
      if (remaining < 1 - 1e-9 || context.signal.aborted) return;
      const share = remaining / (this.#optimizers.length - index);
      const start = this.#start(problem, context, turn, visits, best);
      const stage = new StageContext(problem, context, {
        allowed: Math.min(remaining, this.#options.stages[index]!.iterations ?? Math.max(1, share)),
        stopCost: this.#options.stopCost ?? -Infinity,
        known: best,
      });
      await runStage(this.#optimizers[index]!, this.#beginning(problem, start, best), stage.context);
      visits.push(...stage.visits);
      best = stage.best;
      context.log(`stage ${turn} (${this.#optimizers[index]!.name}) ended at ${best?.error.toPrecision(4) ?? 'no success'}, ${context.budget.remaining.toFixed(1)} left`);
      const spentNothing = context.budget.remaining >= remaining;
      if (stage.stopped || spentNothing || (!this.#options.repeat && index === this.#optimizers.length - 1)) return;
    }
  }

  #start(problem: ExtractionProblem, context: OptimizerContext, turn: number, visits: readonly Visit[], best: Visit | undefined): Candidate {
    const { parameters } = problem;
    if (turn === 0) return this.#options.centering ? fromUnit(parameters, parameters.map(() => 0.5)) : startCandidate(parameters);
    if (this.#options.initialGuess >= 1) return fromUnit(parameters, leastSearched(problem, visits, this.#options.initialGuess, context.random));
    return best?.candidate ?? startCandidate(parameters);
  }

  /** The problem with the evaluation that belongs to its start, if that is known. */
  #beginning(problem: ExtractionProblem, start: Candidate, best: Visit | undefined): ExtractionProblem {
    const at = (candidate: Candidate): boolean => candidate.every((value, index) => value === start[index]);
    if (at(startCandidate(problem.parameters))) return problem;
    return startingAt(problem, start, best !== undefined && at(best.candidate) ? best.evaluation : undefined);
  }

  /** Tries each optimizer on a budget of nothing, so that one that cannot take the problem says so before another has spent any. */
  async #refuseAtOnce(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const nothing: OptimizerContext = {
      simulate: () => Promise.reject(spent('the trial has no budget')),
      budget: { allowed: 0, spent: 0, remaining: 0 },
      random: createRandom(0), toolbox: context.toolbox, models: context.models, optimizers: context.optimizers, signal: context.signal, log: () => undefined,
    };
    for (const optimizer of this.#optimizers) await runStage(optimizer, problem, nothing);
  }
}

async function runStage(optimizer: Optimizer, problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  try {
    await optimizer.optimize(problem, context);
  } catch (error) {
    if (!EvospiceError.is(error, 'BUDGET_EXHAUSTED')) throw error;
  }
}

function spent(message: string): EvospiceError {
  return new EvospiceError('BUDGET_EXHAUSTED', message);
}

import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { checkRelation, runSearch, type Objective } from '@evospice/optimizer-kit';
import { latinHypercube } from '@evospice/toolbox';
import { localSteps } from './local-step.ts';
import type { PsadeOptions } from './options.ts';
import { parallelTrials } from './parallel-trials.ts';
import { AnnealedPopulation, type Trial } from './population.ts';

/**
 * PSADE: simulated annealing processes in parallel that interact through differential evolution (Olenšek, Tuma, Puhan & Bűrmen,
 * "A new asynchronous parallel global optimization method based on simulated annealing and differential evolution", Applied
 * Soft Computing 11:1481-1489, 2011), as the `psade` of SPICE OPUS. Each member has a temperature, a range, a differential weight
 * and a crossover probability of its own, on geometric ladders; contests hand them around, and nothing is ever cooled.
 * The start card is one member of the first population, the others are a Latin hypercube. There is no convergence and so
 * no restart: it searches until the budget is gone or the cost has reached `minCF`. When the cost changes from decades to the problem's
 * own error the population stays, with temperatures made anew.
 */
export async function psadeSearch(problem: ExtractionProblem, context: OptimizerContext, options: PsadeOptions): Promise<void> {
  checkRelation('psade', parallelTrials, options);
  const { np, parallel, pL, sfreq } = options;
  let population: AnnealedPopulation | undefined;
  let saved = context.budget.spent;

  await runSearch(problem, context, { ...options, restarts: false }, async (objective, start) => {
    const { random } = objective;
    const members = population?.at(objective.kind) ?? [start, ...(await objective.evaluate(latinHypercube(np - 1, objective.dimension, random)))];
    const present = new AnnealedPopulation(members, options, random);
    population = present;

    while (!enough(objective, options)) {
      if (context.budget.spent - saved >= sfreq) {
        saved = context.budget.spent;
        objective.log(`population ${present.describe()}`);
      }
      const trials = Array.from({ length: objective.payable(parallel) }, (): Trial => present.trial());
      const samples = await objective.evaluate(trials.map(({ unit }) => unit));
      const refined = trials.filter((trial, index) => {
        const wasBest = trial.parent === present.best;
        return present.accept(trial, samples[index]!) || wasBest || random.next() < pL;
      });
      const found = await localSteps(objective, present.members, refined.map(({ parent }) => parent));
      for (const [index, sample] of found.entries()) if (sample !== undefined) present.replace(refined[index]!.parent, sample);
    }
  });
}

/** Whether the run's best point is good enough to end with. While decades only lead to the problem's own error, it is that error which counts. */
function enough({ best, kind }: Objective, { minCF, cost }: PsadeOptions): boolean {
  if (best?.evaluation === undefined) return false;
  return (kind === 'log' && cost === 'log-then-error' ? best.evaluation.error : best.cost) <= minCF;
}

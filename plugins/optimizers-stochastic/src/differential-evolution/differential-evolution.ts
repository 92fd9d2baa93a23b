import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { runSearch, type CostKind, type Objective, type Sample } from '@evospice/optimizer-kit';
import { latinHypercube } from '@evospice/toolbox';
import type { DifferentialEvolutionOptions } from './options.ts';
import { Population } from './population.ts';
import { createScheme } from './scheme.ts';

/**
 * Differential evolution in the unit cube, by default L-SHADE (Tanabe & Fukunaga, "Improving the search performance of SHADE using
 * linear population size reduction", CEC 2014): current-to-pbest/1/bin with an archive, F and CR from a success memory, a population
 * that shrinks as the budget goes. The paper's population (18 members a parameter), share of best members (0.11) and archive (2.6) are
 * made for 10,000 evaluations a parameter; extraction has a few hundred in all, and the defaults here are made for that.
 * A generation is one batch. The start card is a member of the first population, the rest is a Latin hypercube. When the cost changes from decades to the problem's own error the population stays.
 */
export async function differentialEvolutionSearch(problem: ExtractionProblem, context: OptimizerContext, options: DifferentialEvolutionOptions): Promise<void> {
  const { tolerance, smallestPopulation } = options;
  let present: { readonly population: Population; readonly kind: CostKind; readonly largest: number; readonly from: number } | undefined;

  await runSearch(problem, context, options, async (objective, start) => {
    const { kind, random } = objective;
    if (present?.kind === 'log' && kind === 'error') {
      present = { ...present, kind };
      present.population.recost(kind);
    } else {
      const from = context.budget.spent;
      const largest = populationFor(options, context.budget.remaining, objective.dimension);
      present = { population: await first(options, objective, start, largest), kind, largest, from };
    }
    const { population, largest, from } = present;
    const smallest = Math.min(smallestPopulation, largest);

    while (population.extent > tolerance) {
      await population.generation(objective);
      if (options.scheme !== 'l-shade') continue;
      const { spent, allowed } = context.budget;
      population.shrinkTo(Math.max(smallest, Math.round(largest - (largest - smallest) * ((spent - from) / (allowed - from)))), random);
    }
    present = undefined;
  });
}

async function first(options: DifferentialEvolutionOptions, objective: Objective, start: Sample, size: number): Promise<Population> {
  const samples = await objective.evaluate(latinHypercube(size - 1, objective.dimension, objective.random));
  return new Population([start, ...samples], createScheme(options));
}

function populationFor(options: DifferentialEvolutionOptions, remaining: number, dimension: number): number {
  return options.population ?? Math.max(8, Math.min(Math.round(remaining / 40), 4 * dimension));
}

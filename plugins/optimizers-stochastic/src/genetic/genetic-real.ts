import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { byCost, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { largestExtent, polynomialMutation, simulatedBinaryCrossover, tournamentIndex } from '@evospice/toolbox';
import { firstMembers } from './first-members.ts';
import type { GeneticRealOptions } from './options.ts';

/**
 * Real-coded genetic algorithm: binary tournaments, simulated binary crossover (Deb & Agrawal 1995), polynomial mutation
 * (Deb & Goyal 1996), and by default survival of the best of parents and children, as in NSGA-II (Deb et al. 2002) for one
 * objective. A generation is one batch.
 */
export async function geneticRealSearch(problem: ExtractionProblem, context: OptimizerContext, options: GeneticRealOptions): Promise<void> {
  const { allowed } = context.budget;
  const size = options.population ?? Math.max(8, Math.min(Math.round(allowed / 30), 4 * problem.parameters.length, 100));
  await runSearch(problem, context, options, (objective, start) => search(options, objective, start, size));
}

async function search(options: GeneticRealOptions, objective: Objective, start: Sample, size: number): Promise<void> {
  const { elitism, tolerance } = options;
  const { known, fresh } = firstMembers(objective, start, size);
  let population = [...known, ...(await objective.evaluate(fresh))];
  while (largestExtent(population.map(({ unit }) => unit)) > tolerance) {
    const children = await objective.evaluate(bred(options, population, objective));
    const parents = elitism === 'plus' ? population : elitism === 'best' ? byCost(population).slice(0, 1) : [];
    // Parents before children among equals.
    population = byCost([...parents, ...children]).slice(0, size);
  }
}

function bred(options: GeneticRealOptions, population: readonly Sample[], { random, dimension }: Objective): number[][] {
  const { crossoverRate, crossoverIndex, crossoverShare, mutationIndex, mutationRate = 1 / dimension } = options;
  const costs = population.map(({ cost }) => cost);
  const parent = (): readonly number[] => population[tournamentIndex(costs, random)]!.unit;
  const pairs = Array.from({ length: Math.ceil(population.length / 2) }, () => {
    const [mother, father] = [parent(), parent()];
    return random.next() < crossoverRate ? simulatedBinaryCrossover(mother, father, crossoverIndex, random, crossoverShare) : [mother, father];
  });
  return pairs.flat().slice(0, population.length).map((unit) => polynomialMutation(unit, mutationIndex, mutationRate, random));
}

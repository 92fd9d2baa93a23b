import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { cheapest, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { bitsFromUnit, fitnessOfCosts, mutateBits, onePointCrossover, rouletteIndex, scaleFitness, unitFromBits } from '@evospice/toolbox';
import { firstMembers } from './first-members.ts';
import type { GeneticOptions } from './options.ts';

interface Individual {
  readonly bits: readonly number[];
  readonly cost: number;
}

/** Generations without a single new bit string after which nothing more is to be found. */
const mostIdle = 100;

/**
 * Simple genetic algorithm (Goldberg 1989, ch. 3): bit strings, linear fitness scaling, roulette selection, one-point
 * crossover, mutation bit by bit, every generation replaced by the next. With one byte a parameter and ten members it is
 * coarse by construction. The start card is in the first population as its nearest code. A bit string is simulated once in a
 * search; its copies share the cost.
 */
export async function geneticSearch(problem: ExtractionProblem, context: OptimizerContext, options: GeneticOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => search(options, objective, start));
}

async function search(options: GeneticOptions, objective: Objective, start: Sample): Promise<void> {
  const { popsize, coding, elitism, maxgen = Infinity } = options;
  const width = 8 * options.lchrom;
  const known = new Map<string, number>();
  const born = async (strings: readonly (readonly number[])[]): Promise<Individual[]> => {
    const fresh = new Map(strings.map((bits) => [bits.join(''), bits] as const).filter(([key]) => !known.has(key)));
    const samples = await objective.evaluate([...fresh.values()].map((bits) => unitFromBits(bits, width, coding)));
    for (const [index, key] of [...fresh.keys()].entries()) known.set(key, samples[index]!.cost);
    return strings.map((bits) => ({ bits, cost: known.get(bits.join(''))! }));
  };

  const first = firstMembers(objective, start, popsize);
  // Points of the run lie between codes: what is a member is the nearest code, which has a cost of its own.
  let population = await born([...first.known.map(({ unit }) => unit), ...first.fresh].map((unit) => bitsFromUnit(unit, width, coding)));
  let idle = 0;
  for (let generation = 1; generation < maxgen && idle < mostIdle; generation++) {
    const before = known.size;
    const children = await born(bred(options, population, objective));
    idle = known.size === before ? idle + 1 : 0;
    population = elitism === 'yes' ? withBest(children, population) : children;
  }
}

/** Bit strings of the next generation. */
function bred(options: GeneticOptions, population: readonly Individual[], { random }: Objective): number[][] {
  const { pcross, pmutation, scaling } = options;
  const fitness = scaleFitness(fitnessOfCosts(population.map(({ cost }) => cost)), scaling);
  const parent = (): readonly number[] => population[rouletteIndex(fitness, random)]!.bits;
  return Array.from({ length: population.length / 2 }, () => {
    const [mother, father] = [parent(), parent()];
    const crossed = random.next() < pcross ? onePointCrossover(mother, father, random.integer(1, mother.length - 1)) : [mother, father];
    return crossed.map((bits) => mutateBits(bits, pmutation, random));
  }).flat();
}

/** The children, the worst of them replaced by the best parent where that is better than all of them. */
function withBest(children: readonly Individual[], parents: readonly Individual[]): Individual[] {
  const best = cheapest(parents);
  if (children.some(({ cost }) => cost <= best.cost)) return [...children];
  const worst = children.reduce((a, b) => (b.cost > a.cost ? b : a));
  return children.map((child) => (child === worst ? best : child));
}

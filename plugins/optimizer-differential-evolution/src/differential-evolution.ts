import type { Evaluation, ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import {
  affordable, createSuccessMemory, currentToPBest, drawControl, fromUnit, latinHypercube, rememberSuccesses, startCandidate, toUnit, type Success,
} from '@evospice/toolbox';
import type { DifferentialEvolutionOptions } from './options.ts';

/** Both costs of an evaluation; Infinity for a failed one. */
interface Costs {
  readonly error: number;
  readonly log: number;
}

interface Member {
  readonly unit: readonly number[];
  readonly costs: Costs;
}

type CostKind = keyof Costs;

/**
 * Differential evolution after L-SHADE (Tanabe & Fukunaga 2014, "Improving the search performance of SHADE using linear
 * population size reduction"), in the unit cube (log parameters on a log axis): current-to-pbest/1/bin with an archive,
 * F and CR from a success memory, a population that shrinks as the budget goes. A generation is one batch. The start card
 * is a member of the first population, the rest is a Latin hypercube. Decades are minimised while the first half of the
 * budget lasts, because relative errors hardly tell one poor card from another. The populations of the paper are made for 10,000
 * evaluations a dimension; the default here is made for a few hundred in all.
 */
export class DifferentialEvolution implements Optimizer {
  readonly name = 'de';
  readonly #options: DifferentialEvolutionOptions;

  constructor(options: DifferentialEvolutionOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const { parameters } = problem;
    const { random, signal } = context;
    const evaluate = async (units: readonly (readonly number[])[]): Promise<Costs[]> =>
      (await context.simulate(units.map((unit) => fromUnit(parameters, unit)))).map(costsOf);

    const largest = this.#populationFor(context.budget.allowed, parameters.length);
    const smallest = Math.min(this.#options.smallestPopulation, largest);
    let members = await this.#firstPopulation(problem, context, evaluate, largest);
    let archive: (readonly number[])[] = [];
    let memory = createSuccessMemory(this.#options.memory);

    while (!signal.aborted && affordable(context.budget) > 0 && members.length >= 3) {
      const kind = this.#kindAt(context.budget.spent / context.budget.allowed);
      const state = { population: members.map(({ unit }) => unit), costs: members.map(({ costs }) => costs[kind]), archive, bestShare: this.#options.bestShare };
      const trials = members.slice(0, affordable(context.budget)).map((_, index) => {
        const control = drawControl(memory, random);
        return { ...control, unit: currentToPBest(state, index, control.weight, control.rate, random) };
      });
      const found = await evaluate(trials.map(({ unit }) => unit));
      const successes: Success[] = [];
      members = members.map((member, index) => {
        const trial = trials[index];
        const costs = found[index];
        if (trial === undefined || costs === undefined || costs[kind] > member.costs[kind] || costs[kind] === Infinity) return member;
        if (costs[kind] < member.costs[kind]) {
          archive.push(member.unit);
          successes.push({ weight: trial.weight, rate: trial.rate, gain: member.costs[kind] - costs[kind] });
        }
        return { unit: trial.unit, costs };
      });
      memory = rememberSuccesses(memory, successes);
      const size = Math.max(smallest, Math.round(largest - (largest - smallest) * (context.budget.spent / context.budget.allowed)));
      members = best(members, size, kind);
      archive = shrink(archive, Math.round(this.#options.archiveShare * members.length), random);
    }
  }

  async #firstPopulation(
    problem: ExtractionProblem, context: OptimizerContext, evaluate: (units: readonly (readonly number[])[]) => Promise<Costs[]>, size: number,
  ): Promise<Member[]> {
    const { parameters } = problem;
    const start = startCandidate(parameters);
    // The start card goes in as it stands, not through the cube and back.
    const [first] = await context.simulate([start]);
    const members: Member[] = [{ unit: toUnit(parameters, start), costs: first === undefined ? failed : costsOf(first) }];
    const count = Math.min(size - 1, affordable(context.budget));
    if (context.signal.aborted || count === 0) return members;
    const units = latinHypercube(count, parameters.length, context.random);
    const costs = await evaluate(units);
    return [...members, ...units.map((unit, index) => ({ unit, costs: costs[index] ?? failed }))];
  }

  #populationFor(allowed: number, dimension: number): number {
    return this.#options.population ?? Math.max(8, Math.min(Math.round(allowed / 40), 4 * dimension));
  }

  #kindAt(share: number): CostKind {
    const { cost } = this.#options;
    return cost === 'log-then-error' ? (share < 0.5 ? 'log' : 'error') : cost;
  }
}

const failed: Costs = { error: Infinity, log: Infinity };

function costsOf(evaluation: Evaluation): Costs {
  return evaluation.ok && Number.isFinite(evaluation.error) ? { error: evaluation.error, log: evaluation.logRms } : failed;
}

/** The `size` cheapest members, in the order they stood. */
function best(members: readonly Member[], size: number, kind: CostKind): Member[] {
  if (members.length <= size) return [...members];
  const kept = new Set([...members].sort((a, b) => a.costs[kind] - b.costs[kind]).slice(0, size));
  return members.filter((member) => kept.has(member));
}

/** Drops random entries until `size` are left. */
function shrink(archive: readonly (readonly number[])[], size: number, random: OptimizerContext['random']): (readonly number[])[] {
  const kept = [...archive];
  while (kept.length > size) kept.splice(random.integer(0, kept.length - 1), 1);
  return kept;
}

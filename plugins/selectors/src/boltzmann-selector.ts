import type { ParentSelector } from '@evospice/contracts';
import { drawWeighted, elitesOf } from './draw.ts';

export interface BoltzmannOptions {
  /** Share of elites that should have a real chance, from 0 (the best alone) to 1 (all alike). */
  readonly diversity: number;
}

/** Halvings of the interval in which the temperature is sought: more than doubles can tell apart. */
const ROUNDS = 60;

/**
 * Chance `exp((F - F_best) / T)`. T adapts to the scores there are: it is chosen so that the effective number of parents, the inverse of the sum of
 * squared chances, is the wanted share of the elites. So neither the unit of scores nor their getting closer to each other changes how choosy it is.
 */
export function boltzmannSelector({ diversity }: BoltzmannOptions): ParentSelector {
  return {
    name: 'boltzmann',
    select(request) {
      const elites = elitesOf(request);
      return drawWeighted(elites, boltzmannWeights(elites.map(({ objective }) => objective), diversity), request.count, request.random);
    },
  };
}

/** Weights of values, the greatest 1. @param diversity share of the values that the effective number is to be */
export function boltzmannWeights(values: readonly number[], diversity: number): readonly number[] {
  const best = Math.max(...values);
  const spread = best - Math.min(...values);
  if (spread === 0) return values.map(() => 1);
  const wanted = 1 + diversity * (values.length - 1);
  const at = (temperature: number): number[] => values.map((value) => Math.exp((value - best) / temperature));
  let [cold, hot] = [Math.log(spread * 1e-6), Math.log(spread * 1e6)];
  for (let round = 0; round < ROUNDS; round += 1) {
    const middle = (cold + hot) / 2;
    if (effectiveNumber(at(Math.exp(middle))) < wanted) cold = middle;
    else hot = middle;
  }
  return at(Math.exp((cold + hot) / 2));
}

function effectiveNumber(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
}

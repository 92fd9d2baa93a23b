import type { RandomSource } from '@evospice/contracts';
import type { ArmFigures } from './arm-figures.ts';
import type { ArmName } from './pull.ts';

/** How promising an arm is: the one with the largest index is chosen. Arms that were never chosen are chosen first. */
export type Index = (figures: ArmFigures<ArmName>, all: { readonly pulls: number; readonly random: RandomSource }) => number;

/**
 * Upper confidence bound over cost: the mean reward plus `exploration · √(2 ln N / n)`, divided by the relative cost. Pulls of which nothing is heard yet count as
 * pulls with the mean reward, so that several in flight are spread.
 * Sources: P. Auer, N. Cesa-Bianchi, P. Fischer, Finite-time analysis of the multiarmed bandit problem, Machine Learning 47 (2002): UCB1 is an exploration of 1;
 * W. Ding et al., Multi-armed bandit with budget constraint and variable costs, AAAI 2013, for the division by cost.
 */
export function upperConfidence(exploration: number): Index {
  return ({ pulls, pending, reward, cost }, all) => {
    const mean = pulls === 0 ? 0 : reward / pulls;
    return (mean + exploration * Math.sqrt((2 * Math.log(Math.max(1, all.pulls))) / (pulls + pending))) / cost;
  };
}

/**
 * Thompson sampling over cost: a draw from Beta(1 + Σr, 1 + Σ(1 − r)) of the rewards r, divided by the relative cost. Several in flight differ by chance.
 * Sources: S. Agrawal, N. Goyal, Analysis of Thompson sampling for the multi-armed bandit problem, COLT 2012 (rewards between 0 and 1 enter whole, in place of a
 * coin tossed for each); Y. Xia et al., Thompson sampling for budgeted multi-armed bandits, IJCAI 2015, for the division by cost.
 */
export const thompson: Index = ({ pulls, reward, cost }, { random }) => beta(1 + reward, 1 + pulls - reward, random) / cost;

/** A beta deviate; both parameters at least 1. */
export function beta(a: number, b: number, random: RandomSource): number {
  const [x, y] = [gamma(a, random), gamma(b, random)];
  return x / (x + y);
}

/** A gamma deviate of shape at least 1. Source: G. Marsaglia, W. W. Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000). */
function gamma(shape: number, random: RandomSource): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  // A draw is taken with a probability above 0.95.
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

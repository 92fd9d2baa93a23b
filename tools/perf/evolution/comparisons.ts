import { Bootstrap, wilcoxonSignedRank } from '../../../packages/bench/src/index.ts';
import type { ArmResult } from './arms.ts';

/** Evolution against another arm, on validation devices. */
export interface ArmComparison {
  readonly arm: string;
  /** Devices times seeds on which both came to an error. */
  readonly pairs: number;
  /** Geometric mean of evolution's final error divided by the other arm's; less than 1 where evolution is better. */
  readonly ratio: number;
  /** 95 % percentile bootstrap of it, whole seeds drawn with replacement: devices of one seed are not independent. */
  readonly interval: readonly [number, number];
  /** Share of the pairs in which evolution's error is lower. */
  readonly lower: number;
  /** Wilcoxon's signed-rank test over pairs; optimistic, as the pairs of a seed share a program. */
  readonly pValue: number;
  /** The same over the means of the seeds: with 5 of them it cannot be less than 0.0625. */
  readonly pValueOfSeeds: number;
  /** Mean difference of the validation scores, and its interval. */
  readonly score: number;
  readonly scoreInterval: readonly [number, number];
}

const RESAMPLES = 10_000;
const EVOLUTION = 'evolution';

/** Evolution against every other arm, each seed against the same seed. */
export function comparisons(results: readonly ArmResult[]): readonly ArmComparison[] {
  const own = results.filter(({ arm }) => arm === EVOLUTION);
  const others = [...new Set(results.map(({ arm }) => arm))].filter((arm) => arm !== EVOLUTION);
  return others.map((arm) => {
    const bootstrap = new Bootstrap(RESAMPLES, 1);
    const pairs = own.map((mine) => pairOf(mine, results.find((result) => result.arm === arm && result.seed === mine.seed)!));
    const logs = pairs.flatMap(({ logs: of }) => of);
    const means = pairs.map(({ logs: of }) => mean(of));
    const scores = pairs.map(({ score }) => score);
    return {
      arm, pairs: logs.length, ratio: Math.exp(mean(means)), interval: bootstrap.geometricMeanInterval(means), lower: logs.filter((log) => log < 0).length / logs.length,
      pValue: wilcoxonSignedRank(logs).pValue, pValueOfSeeds: wilcoxonSignedRank(means).pValue,
      score: mean(scores), scoreInterval: bootstrap.interval(scores.length, (indices) => mean([...indices].map((index) => scores[index]!))),
    };
  });
}

function pairOf(mine: ArmResult, other: ArmResult): { readonly logs: readonly number[]; readonly score: number } {
  const theirs = new Map(other.cases.map(({ device, errorToControl }) => [device, errorToControl]));
  const logs = mine.cases.map(({ device, errorToControl }) => Math.log(errorToControl / (theirs.get(device) ?? Number.NaN)));
  const bad = logs.findIndex((log) => !Number.isFinite(log));
  if (bad !== -1) throw new Error(`seed ${mine.seed}: ${mine.cases[bad]?.device} has no error in ${mine.arm} or in ${other.arm}; it cannot be compared`);
  if (mine.validation === null || other.validation === null) throw new Error(`seed ${mine.seed}: a champion failed on validation; it cannot be compared`);
  return { logs, score: mine.validation - other.validation };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

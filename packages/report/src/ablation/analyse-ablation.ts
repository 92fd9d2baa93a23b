import { Bootstrap, holmAdjusted, quartiles, wilcoxonSignedRank, type Quartiles } from '@evospice/bench';
import { mean } from '@evospice/toolbox';
import { WHOLE, type AblationArm, type AblationEvents, type ArmRun } from './ablation-events.ts';

/** What arms are compared by. */
export const measures = ['score', 'validation', 'confirmed'] as const;
export type AblationMeasure = (typeof measures)[number];

/** One arm over its seeds. */
export interface ArmSummary extends AblationArm {
  /** Seeds that are finished. */
  readonly runs: readonly ArmRun[];
  /** Of what was tried; a failure counts as worst. Null where it was never tried. */
  readonly score: Quartiles | null;
  readonly validation: Quartiles | null;
  readonly confirmed: Quartiles | null;
  /** Means over seeds. */
  readonly programs: number;
  readonly evaluations: number;
  readonly cost: number;
  readonly tokens: number;
  readonly money: number | null;
}

/** The whole configuration against one that lacks something, one pair per seed. */
export interface ArmComparison {
  readonly arm: string;
  readonly measure: AblationMeasure;
  /** Whole minus arm, seeds ascending: above 0 where what the arm lacks helps. Seeds on which either has no value are left out. */
  readonly differences: readonly number[];
  readonly mean: number;
  /** 95 % bootstrap interval of the mean; null for a single pair. */
  readonly interval: readonly [number, number] | null;
  /** Wilcoxon's signed-rank test, two-sided, and after Holm among the arms of the measure. */
  readonly pValue: number;
  readonly adjustedPValue: number;
}

export interface AblationAnalysis {
  readonly arms: readonly ArmSummary[];
  readonly idle: AblationEvents['ablation-started']['idle'];
  readonly seeds: readonly number[];
  /** Runs that are not finished. */
  readonly missing: number;
  readonly comparisons: readonly ArmComparison[];
}

/** Resamples of an interval, and the seed that they are drawn by. */
const [SAMPLES, SEED] = [2000, 1];

/** The figures of an ablation from what its arms came to; runs of other seeds and arms are left out. */
export function analyseAblation({ arms, idle, seeds }: Pick<AblationEvents['ablation-started'], 'arms' | 'idle' | 'seeds'>, runs: readonly ArmRun[]): AblationAnalysis {
  const of = (arm: string): readonly ArmRun[] => seeds.flatMap((seed) => runs.findLast((run) => run.arm === arm && run.seed === seed) ?? []);
  const summaries = arms.map((arm) => summaryOf(arm, of(arm.arm)));
  const bootstrap = new Bootstrap(SAMPLES, SEED);
  return {
    arms: summaries, idle, seeds, missing: arms.length * seeds.length - summaries.reduce((sum, one) => sum + one.runs.length, 0),
    comparisons: measures.flatMap((measure) => compared(arms.filter(({ arm }) => arm !== WHOLE).map(({ arm }) => ({ arm, differences: differencesOf(of(WHOLE), of(arm), measure) })), measure, bootstrap)),
  };
}

function summaryOf(arm: AblationArm, runs: readonly ArmRun[]): ArmSummary {
  const over = (values: readonly (number | null | undefined)[]): Quartiles | null => {
    const tried = values.filter((value) => value !== undefined);
    return tried.length === 0 ? null : worstIsLow(tried);
  };
  const average = (of: (run: ArmRun) => number): number => (runs.length === 0 ? 0 : mean(runs.map(of)));
  const dollars = runs.flatMap(({ money }) => money ?? []);
  return {
    ...arm, runs, score: over(runs.map(({ score }) => score)), validation: over(runs.map(({ validation }) => validation)), confirmed: over(runs.map(({ confirmed }) => confirmed)),
    programs: average(({ programs }) => programs), evaluations: average(({ evaluations }) => evaluations), cost: average(({ cost }) => cost), tokens: average(({ tokens }) => tokens),
    money: dollars.length === 0 ? null : mean(dollars),
  };
}

/** Quartiles of scores, of which larger are better: a failure is worse than any. */
function worstIsLow(values: readonly (number | null)[]): Quartiles {
  const { lower, median, upper } = quartiles(values.map((value) => (value === null ? null : -value)));
  const back = (value: number | null): number | null => (value === null ? null : -value);
  return { lower: back(upper), median: back(median), upper: back(lower) };
}

function differencesOf(whole: readonly ArmRun[], arm: readonly ArmRun[], measure: AblationMeasure): readonly number[] {
  return whole.flatMap((run) => {
    const [a, b] = [run[measure], arm.find(({ seed }) => seed === run.seed)?.[measure]];
    return a === undefined || a === null || b === undefined || b === null ? [] : [a - b];
  });
}

function compared(all: readonly { readonly arm: string; readonly differences: readonly number[] }[], measure: AblationMeasure, bootstrap: Bootstrap): readonly ArmComparison[] {
  const pairs = all.filter(({ differences }) => differences.length > 0);
  const pValues = pairs.map(({ differences }) => wilcoxonSignedRank(differences).pValue);
  const adjusted = holmAdjusted(pValues);
  return pairs.map(({ arm, differences }, index) => ({
    arm, measure, differences, mean: mean([...differences]), pValue: pValues[index] as number, adjustedPValue: adjusted[index] as number,
    interval: differences.length < 2 ? null : bootstrap.interval(differences.length, (indices) => mean(Array.from(indices, (at) => differences[at] as number))),
  }));
}

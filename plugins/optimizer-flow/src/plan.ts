import type { ExtractionProblem, ProblemCurve } from '@evospice/contracts';
import { measuredRegions, type Region } from '@evospice/toolbox';
import type { StageOptions } from './options.ts';
import { isChosen, isMatch, meansParameter } from './patterns.ts';

/** What a stage comes to on one problem. */
export interface PlannedStage {
  readonly name: string;
  /** Indices of the parameters that move. */
  readonly parameters: readonly number[];
  /** Scored points that count, by curve and vector. */
  readonly points: readonly (readonly (readonly number[])[])[];
  /** Number of points that count. */
  readonly count: number;
  /** True for all parameters and points. */
  readonly whole: boolean;
}

/** Stages on a problem, in order: which parameters move, and which points of the measured curves count. */
export function planStages(problem: ExtractionProblem, stages: readonly StageOptions[]): readonly PlannedStage[] {
  const regions = stages.some((stage) => stage.regions !== undefined) ? measuredRegions(problem) : undefined;
  const sizes = sizesOf(problem.curves);
  const nominal = nominalTemperature(problem.curves);
  const all = problem.curves.reduce((sum, { residuals }) => sum + residuals, 0);
  return stages.map((stage, index): PlannedStage => {
    const parameters = problem.parameters.flatMap((parameter, at) => (isChosen(stage.parameters, (pattern) => meansParameter(pattern, parameter)) ? [at] : []));
    const points = problem.curves.map((curve, at) => {
      const counts = isCurveOf(stage, curve) && isSizeOf(stage, sizes, curve) && isTemperatureOf(stage, nominal, curve);
      return curve.vectors.map(({ scored }, of) => (counts ? scored.filter((_, k) => isInRegion(stage.regions, regions?.[at]?.[of]?.[k])) : []));
    });
    const count = points.flat().reduce((sum, list) => sum + list.length, 0);
    return { name: stage.name ?? `stage ${index + 1}`, parameters, points, count, whole: parameters.length === problem.parameters.length && count === all };
  });
}

function isInRegion(wanted: readonly Region[] | undefined, found: readonly Region[] = []): boolean {
  return wanted === undefined || wanted.some((region) => found.includes(region));
}

function isCurveOf({ curves }: StageOptions, { id, kind }: ProblemCurve): boolean {
  return isChosen(curves, (pattern) => isMatch(pattern, id) || isMatch(pattern, kind));
}

interface Sizes {
  readonly longest: number;
  readonly widest: number;
}

function sizesOf(curves: readonly ProblemCurve[]): Sizes {
  const most = (name: string): number => Math.max(...curves.map(({ geometry }) => geometry[name] ?? -Infinity));
  return { longest: most('l'), widest: most('w') };
}

/** Sizes within a tenth are the same. */
const same = 0.9;

function isSizeOf({ size }: StageOptions, { longest, widest }: Sizes, { geometry: { l = -Infinity, w = -Infinity } }: ProblemCurve): boolean {
  const [long, wide] = [l >= same * longest, w >= same * widest];
  // A device without a length is large.
  const isLong = longest === -Infinity || long;
  const isWide = widest === -Infinity || wide;
  return size === undefined || (size === 'large' ? isLong && isWide : size === 'short' ? !isLong : !isWide);
}

function nominalTemperature(curves: readonly ProblemCurve[]): number {
  return curves.reduce((best, { temperatureC }) => (Math.abs(temperatureC - 27) < Math.abs(best - 27) ? temperatureC : best), Infinity);
}

function isTemperatureOf({ temperature }: StageOptions, nominal: number, { temperatureC }: ProblemCurve): boolean {
  return temperature === undefined || (Math.abs(temperatureC - nominal) < 1) === (temperature === 'nominal');
}

import type { ExtractionProblem, TunableParameter } from '@evospice/contracts';
import { choleskyFactor, fisherInformation, identifiability, withinBounds } from '@evospice/toolbox';
import type { SlopedCurve } from './curve-slopes.ts';
import { loose, scaled } from './parameter-intervals.ts';
import { residualRows } from './residual-rows.ts';
import type { HelpfulCurve } from './uncertainty.ts';

/** Curves named, at most. */
const named = 4;
/** A curve that shrinks the standard errors less than this is not worth the measurement. */
const least = 0.99;

export interface CandidateCurve extends Pick<HelpfulCurve, 'curve' | 'from'> {
  readonly sloped: SlopedCurve;
}

/**
 * Which curves would tell most, one after another: each the one whose Fisher information raises the determinant of the whole most, beside those before it (D-optimality; one
 * exchange at a time as in Wynn 1970 and Fedorov 1972, "Theory of Optimal Experiments"). The bounds are prior knowledge, and a curve's residuals are taken to be as large as
 * those of the training curves.
 * @param information of the training curves for residuals of variance 1
 * @param variance of an independent residual
 */
export function helpfulCurves(
  tunables: readonly TunableParameter[], information: readonly (readonly number[])[], variance: number, candidates: readonly CandidateCurve[], metric: ExtractionProblem['metric'],
): readonly HelpfulCurve[] {
  const n = tunables.length;
  const choices = candidates.flatMap((candidate) => {
    const { sloped, from } = candidate;
    // An unmeasured curve is expected where the model has it.
    const { rows } = residualRows([sloped], metric, from === 'held out' ? undefined : (_, vector) => sloped.values[vector]!);
    return rows.length === 0 ? [] : [{ ...candidate, points: rows.length, information: scaled(fisherInformation(rows, n), variance) }];
  });
  let present = scaled(information, variance);
  const found: HelpfulCurve[] = [];
  while (found.length < named && choices.length > 0) {
    const before = logDeterminant(present);
    const gains = choices.map((choice) => logDeterminant(sum(present, choice.information)) - before);
    const best = gains.indexOf(Math.max(...gains));
    const shrinks = Math.exp(-gains[best]! / (2 * n));
    if (!(shrinks <= least)) break;
    const [chosen] = choices.splice(best, 1) as [(typeof choices)[number]];
    const after = sum(present, chosen.information);
    const [errors, left] = [identifiability(present, loose).errors, identifiability(after, loose).errors];
    const ratios = errors.map((error, k) => left[k]! / error);
    const k = ratios.indexOf(Math.min(...ratios));
    found.push({ curve: chosen.curve, from: chosen.from, points: chosen.points, shrinks, most: { parameter: tunables[k]!.name, before: errors[k]!, after: left[k]! } });
    present = after;
  }
  return found;
}

/** With the bounds as prior knowledge, so that it is finite. */
function logDeterminant(information: readonly (readonly number[])[]): number {
  return 2 * choleskyFactor(withinBounds(information)).reduce((total, row, k) => total + Math.log(row[k]!), 0);
}

function sum(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row, i) => row.map((value, j) => value + b[i]![j]!));
}

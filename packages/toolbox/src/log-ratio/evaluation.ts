import { EvospiceError, type ExtractionProblem, type SuccessfulEvaluation } from '@evospice/contracts';
import { scoredPoints } from '../budget/budget.ts';
import { requireSameLength } from '../require-same-length.ts';
import { fromLogRatio, logRatio, logRatioFloor } from './log-ratio.ts';

/** An evaluation in the logarithm: one entry per scored point, in the order of `Evaluation.residuals`. */
export interface LogRatios {
  /** `logRatio` of simulated / measured: 0 where a point fits. */
  readonly values: readonly number[];
  /** Floor of each point's ratio. */
  readonly floors: readonly number[];
  /** Sign of each measured value, which the relative residual needs. */
  readonly signs: readonly (1 | -1)[];
}

/**
 * ln(simulated / measured) of an evaluation, with floors by `logRatioFloor`. Exponentials stay accurate in it over a long step, while
 * values below the floor or of the wrong sign still say in which direction they lie. Without the curves' weights.
 * @throws EvospiceError `TOOLBOX_RANGE` for an evaluation of a curve that the problem does not have.
 */
export function logRatios({ curves }: Pick<ExtractionProblem, 'curves'>, evaluation: Pick<SuccessfulEvaluation, 'curves'>): LogRatios {
  const values: number[] = [];
  const floors: number[] = [];
  const signs: (1 | -1)[] = [];
  for (const { id, every = 1, simulated } of evaluation.curves) {
    const curve = curves.find((one) => one.id === id);
    if (curve === undefined) {
      throw new EvospiceError('TOOLBOX_RANGE', `the problem has no curve ${id}`, {
        received: id, expected: curves.map((one) => one.id).join(', '), remedy: 'pass the problem that the evaluation belongs to',
      });
    }
    curve.vectors.forEach((vector, index) => {
      for (const point of scoredPoints(vector, every)) {
        const measured = vector.measured[point] as number;
        const floor = logRatioFloor(measured, vector.floor);
        values.push(logRatio((simulated[index] as readonly number[])[point / every] as number / measured, floor));
        floors.push(floor);
        signs.push(measured < 0 ? -1 : 1);
      }
    });
  }
  return { values, floors, signs };
}

/**
 * Back from the logarithm: relative residuals (simulated - measured) / |measured|, without weights.
 * @param values as `LogRatios.values`, such as what a model predicts
 * @throws EvospiceError `TOOLBOX_SHAPE` for other lengths.
 */
export function relativeFromLogRatios(values: readonly number[], { floors, signs }: Pick<LogRatios, 'floors' | 'signs'>): number[] {
  requireSameLength('values', values.length, floors.length);
  return values.map((value, point) => (signs[point] as number) * (fromLogRatio(value, floors[point] as number) - 1));
}

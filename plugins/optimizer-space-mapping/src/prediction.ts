import { logRatio, fromLogRatio, fromLogRatioDerivative, type ResidualModel } from '@evospice/toolbox';
import type { Simulated } from './evidence.ts';
import { residualsOf, residualSlopes, type Kind } from './residuals.ts';
import type { Response } from './response.ts';
import type { ScoredPoint } from './scored-points.ts';

export interface PredictionParts {
  readonly points: readonly ScoredPoint[];
  readonly response: Response;
  /** Parameters that begin at a switch, whose effect adds to a current instead of multiplying it. */
  readonly additive: readonly boolean[];
  readonly at: Simulated;
  /** Slopes of the simulator less those of the model, one row per scored point. */
  readonly difference: readonly (readonly number[])[];
}

/** How far a point may be from where the model's slopes were taken before they are taken again, in the unit cube. */
const reach = 0.03;

/** What will be simulated at a point: the last simulation, the change of the model, and the difference of slopes along the step. */
export class Prediction {
  readonly #parts: PredictionParts;
  /** What was predicted last; whoever goes on from there wants it again. */
  #known: { readonly unit: readonly number[]; readonly logs: number[] | undefined } | undefined;
  #slopes: { readonly unit: readonly number[]; readonly rows: readonly ArrayLike<number>[] } | undefined;

  constructor(parts: PredictionParts) {
    this.#parts = parts;
  }

  /** Logarithms of simulated over measured; undefined where the model has no answer. */
  logs(unit: readonly number[]): number[] | undefined {
    if (this.#known?.unit !== unit) this.#known = { unit, logs: this.#logsAt(unit) };
    return this.#known.logs;
  }

  #logsAt(unit: readonly number[]): number[] | undefined {
    const { at, difference, response, additive, points } = this.#parts;
    const model = response.logs(unit);
    if (model === undefined) return undefined;
    const step = unit.map((value, j) => value - at.unit[j]!);
    const adds = additive.some((one, j) => one && step[j] !== 0);
    return at.logs.map((value, row) => {
      const slopes = difference[row]!;
      let log = value + model[row]! - at.model[row]!;
      let added = 0;
      for (let j = 0; j < step.length; j++) {
        if (adds && additive[j]) added += slopes[j]! * step[j]!;
        else log += slopes[j]! * step[j]!;
      }
      if (added === 0) return log;
      const { floor } = points[row]!;
      return logRatio(fromLogRatio(log, floor) + added * fromLogRatioDerivative(value, floor), floor);
    });
  }

  /** As a model of residuals for a step. */
  residuals(kind: Kind): ResidualModel {
    const { points } = this.#parts;
    return {
      residuals: (unit) => {
        const logs = this.logs(unit);
        return logs === undefined ? undefined : residualsOf(points, logs, kind);
      },
      jacobian: (unit) => this.#jacobian(unit, kind),
    };
  }

  #jacobian(unit: readonly number[], kind: Kind): number[][] {
    const { points, difference, additive, at } = this.#parts;
    const logs = this.logs(unit)!;
    const factors = residualSlopes(points, logs, kind);
    const model = this.#modelSlopes(unit);
    const adds = additive.includes(true);
    return difference.map((row, index) => {
      const factor = factors[index]!;
      const own = model[index]!;
      if (!adds) return row.map((value, j) => factor * (value + own[j]!));
      const { floor } = points[index]!;
      const bend = fromLogRatioDerivative(at.logs[index]!, floor) / fromLogRatioDerivative(logs[index]!, floor);
      return row.map((value, j) => factor * (additive[j] ? bend * value : value + own[j]!));
    });
  }

  #modelSlopes(unit: readonly number[]): readonly ArrayLike<number>[] {
    const known = this.#slopes;
    if (known !== undefined && Math.hypot(...unit.map((value, j) => value - known.unit[j]!)) < reach) return known.rows;
    const rows = this.#parts.response.slopes(unit);
    this.#slopes = { unit: [...unit], rows };
    return rows;
  }
}

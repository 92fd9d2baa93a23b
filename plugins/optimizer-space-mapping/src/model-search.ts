import { regionStep, searchGated, withoutEffect, type ResidualModel } from '@evospice/toolbox';
import type { RandomSource } from '@evospice/contracts';
import type { Barrier } from './barrier.ts';
import { residualsOf, residualSlopes, type Kind } from './residuals.ts';
import type { Response } from './response.ts';
import type { ScoredPoint } from './scored-points.ts';
import type { Work } from './work.ts';

export interface ModelMinimum {
  readonly unit: readonly number[];
  /** Error that the model promises, with what the place has of hills where simulations failed. */
  readonly error: number;
}

export interface ModelSearchParts {
  readonly points: readonly ScoredPoint[];
  readonly response: Response;
  /** What the simulator's logarithms exceed the model's by, one entry per point. */
  readonly excess: readonly number[];
  readonly work: Work;
  /** What a descent keeps away from, and how high its hills are at an error of either kind; nothing when left out. */
  readonly barrier?: { readonly barrier: Barrier; readonly height: (kind: Kind) => number };
}

/** Searches on the model, corrected by what it gets wrong at one simulated point. No simulation. */
export class ModelSearch {
  readonly #parts: ModelSearchParts;
  /** What was computed last is asked for again by whoever goes on from there. */
  #known: { readonly unit: readonly number[]; readonly logs: readonly number[] | undefined } | undefined;

  constructor(parts: ModelSearchParts) {
    this.#parts = parts;
  }

  /** The same search with weights multiplied, one factor per curve of the problem, and scaled so that their mean square is 1. */
  reweighted(factors: readonly number[]): ModelSearch {
    const scale = 1 / Math.sqrt(this.#parts.points.reduce((sum, { curve }) => sum + factors[curve]! ** 2, 0) / this.#parts.points.length);
    return new ModelSearch({ ...this.#parts, points: this.#parts.points.map((point) => ({ ...point, weight: scale * factors[point.curve]! * point.weight })) });
  }

  /** Infinite where the model has no answer. */
  error(unit: readonly number[], kind: Kind): number {
    const residuals = this.#residuals(unit, kind);
    return residuals === undefined ? Infinity : norm(residuals);
  }

  /** A descent that takes the model's slopes `jacobians` times at most. */
  minimum(from: readonly number[], kind: Kind, jacobians: number, gain = 1e-4): ModelMinimum {
    if (this.#logs(from) === undefined) return { unit: from, error: Infinity };
    const { point, residuals } = regionStep(this.model(kind), { at: from, radius: Math.sqrt(from.length), lower: from.map(() => 0), upper: from.map(() => 1), jacobians, ease: 1e-2, gain });
    return { unit: point, error: norm(residuals) };
  }

  /** Its residuals, with hills where simulations failed; derivatives only at the place that was asked for last. */
  model(kind: Kind): ResidualModel {
    const { points, response, work, barrier } = this.#parts;
    const model: ResidualModel = {
      residuals: (unit) => this.#residuals(unit, kind),
      jacobian: (unit) => {
        work.slopes(points.length);
        const factors = residualSlopes(points, this.#logs(unit)!, kind);
        return response.slopes(unit).map((row, index) => scaled(row, factors[index]!));
      },
    };
    return barrier === undefined ? model : barrier.barrier.guarded(model, barrier.height(kind));
  }

  /** Parameters without effect at a minimum, put where they would help. */
  wake({ unit, error }: ModelMinimum, kind: Kind, gates: readonly boolean[], random: RandomSource): readonly number[] {
    const { points, response, work } = this.#parts;
    work.slopes(points.length);
    const factors = residualSlopes(points, this.#logs(unit)!, kind);
    const axes = withoutEffect(response.slopes(unit).map((row, index) => [...scaled(row, factors[index]!)]), 1e-3);
    if (axes.length === 0) return unit;
    const found = searchGated({ at: unit, axes, cost: (point) => this.error(point, kind), opens: (axis) => gates[axis]!, trials: 60 }, random);
    return found.cost < 0.995 * error ? found.point : unit;
  }

  #residuals(unit: readonly number[], kind: Kind): readonly number[] | undefined {
    const logs = this.#logs(unit);
    return logs === undefined ? undefined : residualsOf(this.#parts.points, logs, kind);
  }

  #logs(unit: readonly number[]): readonly number[] | undefined {
    if (this.#known?.unit === unit) return this.#known.logs;
    const { response, excess, work } = this.#parts;
    work.points(excess.length);
    const logs = response.logs(unit)?.map((value, row) => value + excess[row]!);
    this.#known = { unit, logs };
    return logs;
  }
}

function norm(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** A row times a factor, in place: it is nobody else's. */
function scaled(row: Float64Array, factor: number): Float64Array {
  for (let k = 0; k < row.length; k++) row[k]! *= factor;
  return row;
}

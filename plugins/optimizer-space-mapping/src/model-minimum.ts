import { filled, latinHypercube, regionStep, searchGated, withoutEffect } from '@evospice/toolbox';
import type { Bench } from './bench.ts';
import type { Simulated } from './evidence.ts';
import { Prediction } from './prediction.ts';
import { errorOf, type Kind } from './residuals.ts';
import type { Response } from './response.ts';
import type { ScoredPoints } from './scored-points.ts';

/** A model on few points, for searches that ask it often. */
export interface QuickModel {
  readonly response: Response;
  readonly scored: ScoredPoints;
  /** Its points among those of the whole problem. */
  readonly rows: readonly number[];
}

export interface ModelMinimum {
  readonly unit: readonly number[];
  /** Error that the model promises, of the problem's own metric. */
  readonly error: number;
}

export interface ModelStarts {
  /** Places that are searched from. */
  readonly starts: number;
  /** Whether the simulated point is one of them; where it is a minimum already, only what is lower on few points is looked at on all. */
  readonly here: boolean;
}

/** Random places tried for each that is searched from. */
const drawsPerStart = 4;
/** Searches on few points that are carried on after a look at all of them. */
const carriedOn = 3;

/**
 * Where the model, corrected by what it gets wrong at a simulated point, has its least errors: from that point, and from the best of random
 * places; parameters that have no effect where a search ends are searched for at random. Many short searches on few points, then fewer
 * and longer ones, the best of them on all points. No simulation.
 * @returns the best on all points, then the others, least first.
 */
export function modelMinima(bench: Bench, quick: QuickModel, at: Simulated, { starts, here }: ModelStarts): ModelMinimum[] {
  const { context, dimension, lastKind } = bench;
  const search = new ModelSearch(bench, quick, at);
  const gates = bench.problem.parameters.map(({ scale, lower }) => scale === 'lin' && lower === 0);
  const byError = (a: ModelMinimum, b: ModelMinimum): number => a.error - b.error;
  const withError = (unit: readonly number[], kind: Kind): ModelMinimum => ({ unit, error: search.error(unit, kind) });
  const draws = latinHypercube(drawsPerStart * starts, dimension, context.random)
    .map((unit) => withError(unit.map((place, axis) => (gates[axis] ? place ** 4 : place)), 'decades'))
    .filter(({ error }) => Number.isFinite(error))
    .sort(byError);
  const first = [...(here ? [at.unit] : []), ...draws.slice(0, starts - (here ? 1 : 0)).map(({ unit }) => unit)].map((unit) => withError(search.minimum(unit, 'decades', 6), 'decades')).sort(byError);
  const minima = first.slice(0, carriedOn).map(({ unit }) => withError(search.minimum(unit, lastKind, 10), lastKind)).sort(byError);
  const [best] = minima;
  if (best === undefined) return [];
  minima[0] = withError(search.minimum(search.wake(best.unit, gates), lastKind, 24), lastKind);
  if (!here && minima[0]!.error > 0.999 * search.error(at.unit, lastKind)) return [];
  const whole = new ModelSearch(bench, { response: bench.response, scored: bench.scored, rows: [...bench.scored.points.keys()] }, at);
  return minima.map(({ unit, error }, rank) => {
    if (rank > 0) return { unit, error };
    const end = whole.minimum(unit, lastKind, 16);
    return { unit: end, error: whole.error(end, lastKind) };
  });
}

class ModelSearch {
  readonly #bench: Bench;
  readonly #quick: QuickModel;
  readonly #at: Simulated;
  readonly #prediction: Prediction;

  constructor(bench: Bench, quick: QuickModel, at: Simulated) {
    this.#bench = bench;
    this.#quick = quick;
    this.#at = { unit: at.unit, logs: quick.rows.map((row) => at.logs[row]!), model: quick.response.logs(at.unit) ?? filled(quick.rows.length, 0), error: at.error };
    this.#prediction = this.#predictionFrom(this.#at);
  }

  error(unit: readonly number[], kind: Kind): number {
    const logs = this.#prediction.logs(unit);
    return logs === undefined ? Infinity : errorOf(this.#quick.scored.points, logs, kind);
  }

  /** Parameters without effect at a minimum, put where they would help. */
  wake(unit: readonly number[], gates: readonly boolean[]): readonly number[] {
    const { lastKind, context } = this.#bench;
    const axes = withoutEffect(this.#prediction.residuals(lastKind).jacobian(unit).map((row) => [...row as number[]]), 1e-3);
    if (axes.length === 0) return unit;
    const found = searchGated({ at: unit, axes, cost: (point) => this.error(point, lastKind), opens: (axis) => gates[axis]!, trials: 60 }, context.random);
    return found.cost < 0.995 * this.error(unit, lastKind) ? found.point : unit;
  }

  /** A descent that takes the model's slopes `jacobians` times at most. */
  minimum(from: readonly number[], kind: Kind, jacobians: number): readonly number[] {
    const logs = this.#prediction.logs(from);
    if (logs === undefined) return from;
    const model = this.#quick.response.logs(from)!;
    const prediction = this.#predictionFrom({ unit: from, logs, model, error: this.#at.error });
    const step = regionStep(prediction.residuals(kind), {
      at: from, radius: Math.sqrt(from.length), lower: from.map(() => 0), upper: from.map(() => 1), jacobians, ease: 1e-2, gain: 1e-4,
    });
    return step.point;
  }

  #predictionFrom(at: Simulated): Prediction {
    const { response, scored } = this.#quick;
    const none = filled(at.unit.length, 0);
    return new Prediction({ points: scored.points, response, additive: at.unit.map(() => false), at, difference: scored.points.map(() => none) });
  }
}

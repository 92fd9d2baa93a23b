import { EvospiceError } from '@evospice/contracts';

export interface ThresholdOptions {
  /** How far a cell's threshold goes towards an objective that exceeds it, from 0 to 1. Default 1. */
  readonly learningRate?: number;
  /** What has to be exceeded in an empty cell. Left out: nothing. */
  readonly thresholdMin?: number;
}

/**
 * What an entry must exceed to be added, as in CMA-MAE (Fontaine and Nikolaidis 2023, arXiv:2205.10752): a threshold of each cell that
 * creeps towards what was added, so that a cell does not shut itself off behind one lucky entry. Without options it is the holder's objective.
 */
export class Thresholds {
  readonly #rate: number;
  readonly #minimum: number;
  /** Whether thresholds are something else than the objectives of the holders. */
  readonly creep: boolean;
  readonly #values = new Map<number, number>();

  /** @throws EvospiceError `ARCHIVE_THRESHOLD` for a rate outside [0, 1], or one below 1 without a least threshold. */
  constructor({ learningRate = 1, thresholdMin = Number.NEGATIVE_INFINITY }: ThresholdOptions) {
    if (!(learningRate >= 0 && learningRate <= 1)) refuse(`the learning rate is ${learningRate}`, learningRate, 'a number from 0 to 1');
    if (Number.isNaN(thresholdMin) || thresholdMin === Number.POSITIVE_INFINITY) refuse(`the least threshold is ${thresholdMin}`, thresholdMin, 'a number');
    if (learningRate < 1 && thresholdMin === Number.NEGATIVE_INFINITY) {
      refuse('a learning rate below 1 needs a least threshold', null, 'thresholdMin: the lowest objective that is worth keeping');
    }
    this.#rate = learningRate;
    this.#minimum = thresholdMin;
    this.creep = thresholdMin !== Number.NEGATIVE_INFINITY;
  }

  /** @param held objective of the cell's holder; undefined for an empty cell */
  of(cell: number, held: number | undefined): number {
    if (!this.creep) return held ?? Number.NEGATIVE_INFINITY;
    return this.#values.get(cell) ?? this.#minimum;
  }

  /** By how much an objective exceeds the threshold; all of it where there is none. */
  gain(objective: number, threshold: number): number {
    return threshold === Number.NEGATIVE_INFINITY ? objective : objective - threshold;
  }

  /**
   * After entries that exceeded the threshold of one cell: with k of them and the mean m, t becomes (1-a)^k t + (1 - (1-a)^k) m
   * (equation 6 there, as pyribs has it).
   */
  exceeded(cell: number, count: number, mean: number): void {
    if (!this.creep) return;
    const kept = (1 - this.#rate) ** count;
    this.#values.set(cell, kept * this.of(cell, undefined) + (1 - kept) * mean);
  }

  forget(cell: number): void {
    this.#values.delete(cell);
  }
}

function refuse(message: string, received: unknown, expected: string): never {
  throw new EvospiceError('ARCHIVE_THRESHOLD', message, { received, expected });
}

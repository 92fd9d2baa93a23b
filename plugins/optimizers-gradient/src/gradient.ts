import type { Place, SearchSpace } from '@evospice/optimizer-kit';
import { longestMove, type Move } from './descend.ts';
import type { GradientExpressions } from './gradient-expressions.ts';

export interface GradientOptions {
  readonly noise: number;
  readonly differences: 'forward' | 'central' | 'forward-then-central';
}

/** Error of forward differences, as a share of the gradient, from which central ones are taken. */
const noticeable = 0.01;

/** Gradient of the cost: expressions where they are given, differences in one batch elsewhere. */
export class Gradient {
  readonly #space: SearchSpace;
  readonly #options: GradientOptions;
  readonly #expressions: GradientExpressions | undefined;
  #central: boolean;

  /** @param expressions undefined while another cost than theirs is minimised. */
  constructor(space: SearchSpace, options: GradientOptions, expressions: GradientExpressions | undefined) {
    this.#space = space;
    this.#options = options;
    this.#expressions = expressions;
    this.#central = options.differences === 'central';
  }

  /**
   * Whether forward differences are wrong by a noticeable part of the gradient (Gill, Murray & Wright 1981, section 8.6): by half of
   * their length times the second derivative, which the change of the gradient tells along the axis that moved most.
   */
  coarse({ step, change, gradient }: Move): boolean {
    const axis = step.reduce((most, value, index) => (Math.abs(value) > Math.abs(step[most]!) ? index : most), 0);
    const error = (0.5 * Math.sqrt(this.#options.noise) * Math.abs(change[axis]!)) / Math.abs(step[axis]!);
    return this.#sharpens && error > noticeable * longestMove(gradient);
  }

  /** Turns to central differences (Gill, Murray & Wright 1981, section 8.6); false when that brings nothing new. */
  sharpen(): boolean {
    const sharpens = this.#sharpens;
    this.#central ||= sharpens;
    return sharpens;
  }

  get #sharpens(): boolean {
    return !this.#central && this.#options.differences === 'forward-then-central' && this.#expressions?.given.every(Boolean) !== true;
  }

  /** One entry a coordinate; 0 where the cost fails on both sides. */
  async at(place: Place): Promise<number[]> {
    const slopes: (number | undefined)[] = this.#given(place);
    const axes = [...place.at.keys()].filter((axis) => slopes[axis] === undefined);
    await (this.#central ? this.#centralSlopes(place, axes, slopes) : this.#forwardSlopes(place, axes, slopes));
    return place.at.map((_, axis) => slopes[axis] ?? 0);
  }

  #given(place: Place): (number | undefined)[] {
    const byUnit = this.#expressions?.at(place.unit);
    if (byUnit === undefined) return place.at.map(() => undefined);
    const chain = this.#space.chain(place);
    return byUnit.map((slope, axis) => (slope === undefined ? undefined : slope * chain[axis]!));
  }

  async #forwardSlopes(place: Place, axes: readonly number[], slopes: (number | undefined)[]): Promise<void> {
    const size = Math.sqrt(this.#options.noise);
    const upper = this.#space.walls[1];
    const moves = axes.map((axis) => (place.at[axis]! + size <= upper ? size : -size));
    const costs = await this.#costs(place, axes, moves);
    const failed = axes.filter((_, index) => costs[index] === Infinity);
    for (const [index, axis] of axes.entries()) if (costs[index] !== Infinity) slopes[axis] = (costs[index]! - place.cost) / moves[index]!;
    if (failed.length === 0) return;
    // The other side, where the first one failed.
    const others = failed.map((axis) => -moves[axes.indexOf(axis)]!);
    const again = await this.#costs(place, failed, others);
    for (const [index, axis] of failed.entries()) if (again[index] !== Infinity) slopes[axis] = (again[index]! - place.cost) / others[index]!;
  }

  async #centralSlopes(place: Place, axes: readonly number[], slopes: (number | undefined)[]): Promise<void> {
    const size = Math.cbrt(this.#options.noise);
    const [lower, upper] = this.#space.walls;
    // Near a wall both moves lead away from it: the parabola through three costs is as exact.
    const moves = axes.map((axis): [number, number] => {
      if (place.at[axis]! + size > upper) return [-size, -2 * size];
      return place.at[axis]! - size < lower ? [size, 2 * size] : [size, -size];
    });
    const costs = await this.#costs(place, axes.flatMap((axis) => [axis, axis]), moves.flat());
    for (const [index, axis] of axes.entries()) {
      const [a, b] = moves[index]!;
      const first = (costs[2 * index]! - place.cost) / a;
      const second = (costs[2 * index + 1]! - place.cost) / b;
      const slope = (b * first - a * second) / (b - a);
      slopes[axis] = [slope, first, second].find(Number.isFinite);
    }
  }

  async #costs(place: Place, axes: readonly number[], moves: readonly number[]): Promise<number[]> {
    const points = axes.map((axis, index) => place.at.map((value, other) => (other === axis ? value + moves[index]! : value)));
    return (await this.#space.evaluate(points)).map(({ cost }) => cost);
  }
}

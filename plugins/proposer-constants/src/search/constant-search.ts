import type { RandomSource } from '@evospice/contracts';
import { cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs, fromUnit, reflectIntoUnit, toUnit, widestGridStep, type CmaEsState } from '@evospice/toolbox';
import { textOf, type Axis } from './axis.ts';

export interface SearchLimits {
  readonly children: number;
  readonly patience: number;
  readonly width: number;
}

/** Below this deviation, as a share of each range, children hardly differ any more. */
const NARROWEST = 0.003;

/**
 * A CMA-ES over some numbers of one program, asked and told: any number of children may be on their way at once. What it asks for depends on
 * what it was told and on the random source alone, so telling it the same again brings it to where it was.
 */
export class ConstantSearch {
  readonly axes: readonly Axis[];
  readonly #limits: SearchLimits;
  readonly #known: Set<string>;
  #state: CmaEsState;
  #generation: { readonly place: readonly number[]; readonly score: number }[] = [];
  #told = 0;
  #sinceBest = 0;
  #best: number;

  /** @param startScore of the program with the numbers that the axes start from */
  constructor(axes: readonly Axis[], startScore: number, limits: SearchLimits) {
    this.axes = axes;
    this.#limits = limits;
    this.#best = startScore;
    this.#state = this.#widened(createCmaEs(toUnit(axes, axes.map(({ start }) => Number(start))), limits.width));
    this.#known = new Set([axes.map(({ start }) => Number(start)).join(' ')]);
  }

  /** Texts of the next child's numbers, in the order of the axes. They may be known already, once a search over whole numbers has seen all near by. */
  ask(random: RandomSource): readonly string[] {
    let texts = this.axes.map(({ start }) => start);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const [point = []] = cmaEsSample(this.#state, random, 1);
      const drawn = fromUnit(this.axes, reflectIntoUnit(point)).map((value, axis) => textOf(this.axes[axis] as Axis, value));
      if (!this.#known.has(drawn.map(Number).join(' '))) return drawn;
      if (drawn.some((text, axis) => Number(text) !== Number(this.axes[axis]?.start))) texts = drawn;
    }
    return texts;
  }

  /** @param score of the child with these numbers; null where it has none @returns whether it is the best so far */
  tell(values: readonly number[], score: number | null): boolean {
    this.#known.add(values.join(' '));
    this.#told += 1;
    this.#generation.push({ place: toUnit(this.axes, values), score: score ?? Number.NEGATIVE_INFINITY });
    if (this.#generation.length === this.#state.strategy.lambda) {
      // The order of equal ones is that of telling.
      const ranked = this.#generation.toSorted((a, b) => (a.score === b.score ? 0 : b.score - a.score));
      this.#state = this.#widened(cmaEsUpdate(this.#state, ranked.map(({ place }) => place)));
      this.#generation = [];
    }
    const improved = score !== null && score > this.#best;
    this.#sinceBest = improved ? 0 : this.#sinceBest + 1;
    if (improved) this.#best = score;
    return improved;
  }

  /** With less than half a step, whole numbers would no longer move. */
  #widened(state: CmaEsState): CmaEsState {
    return cmaEsWidened(state, this.axes.map((axis) => widestGridStep(axis) / 2));
  }

  /** It has converged, no longer pays, or has had its children. */
  get done(): boolean {
    const { children, patience } = this.#limits;
    return this.#told >= children || this.#sinceBest >= patience || this.#state.sigma * Math.max(...this.#state.axes) < NARROWEST;
  }
}

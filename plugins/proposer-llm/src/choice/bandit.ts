import type { ChildVerdict, RandomSource } from '@evospice/contracts';
import { figuresOf } from './arm-figures.ts';
import { fixedWeights, type Arm, type ArmChoice } from './arm.ts';
import type { Index } from './indices.ts';
import { armKey, armOf, pullOf, type Pull } from './pull.ts';

export interface BanditSettings {
  readonly index: Index;
  /** Newest pulls that count: what helped at the beginning of a run need not help later. */
  readonly window: number;
}

/**
 * Chooses the arm with the largest index by what came of the arms. What it knows follows from the outcomes it has heard, so a resumed run goes on with it; arms that left the
 * configuration are forgotten, and new ones are tried first, by their weights.
 */
export class Bandit implements ArmChoice {
  readonly #settings: BanditSettings;
  readonly #pulls: Pull[] = [];
  readonly #pending = new Map<string, number>();

  constructor(settings: BanditSettings) {
    this.#settings = settings;
  }

  choose<A extends Arm>(arms: readonly A[], random: RandomSource): A {
    const chosen = this.#best(arms, random);
    const key = armKey(chosen);
    this.#pending.set(key, (this.#pending.get(key) ?? 0) + 1);
    return chosen;
  }

  outcome(verdict: ChildVerdict): void {
    const arm = armOf(verdict);
    if (arm === undefined) return;
    this.#release(armKey(arm));
    const pull = pullOf(arm, verdict);
    if (pull !== undefined) this.#take(pull);
  }

  failed(pull: Pull): void {
    this.#release(armKey(pull));
    this.#take(pull);
  }

  #best<A extends Arm>(arms: readonly A[], random: RandomSource): A {
    const figures = figuresOf(arms, { pulls: this.#pulls, pending: this.#pending });
    const untried = figures.filter(({ pulls, pending }) => pulls + pending === 0);
    if (untried.length > 0) return fixedWeights.choose(untried.map(({ arm }) => arm), random);
    const all = { pulls: figures.reduce((sum, { pulls, pending }) => sum + pulls + pending, 0), random };
    const indexed = figures.map((one) => ({ arm: one.arm, index: this.#settings.index(one, all) }));
    return indexed.reduce((best, one) => (one.index > best.index ? one : best)).arm;
  }

  #take(pull: Pull): void {
    this.#pulls.push(pull);
    if (this.#pulls.length > this.#settings.window) this.#pulls.shift();
  }

  /** After a resumption outcomes come of which nobody here waits. */
  #release(key: string): void {
    const waiting = (this.#pending.get(key) ?? 0) - 1;
    if (waiting > 0) this.#pending.set(key, waiting);
    else this.#pending.delete(key);
  }
}

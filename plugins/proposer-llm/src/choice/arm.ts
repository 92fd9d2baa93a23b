import type { ChildVerdict, RandomSource } from '@evospice/contracts';
import { rouletteIndex } from '@evospice/toolbox';
import type { KindName } from '../kinds/mutation-kind.ts';
import type { Pull } from './pull.ts';

/** A model asked for a kind of change. */
export interface Arm {
  /** Model as its configuration calls it: `details.model` of its children. */
  readonly model: string;
  readonly kind: KindName;
  /** Chance of being drawn, relative to the others' weights; greater than 0. */
  readonly weight: number;
}

/** Decides which model is asked for what. */
export interface ArmChoice {
  /** @param arms at least one: those that are possible for the request at hand */
  choose<A extends Arm>(arms: readonly A[], random: RandomSource): A;
  /** Hears what became of children, as the proposer does. */
  outcome?(verdict: ChildVerdict): void;
  /** Hears of a choice of which no child came. Where it wants to hear, it is told again when the run is resumed. */
  failed?(pull: Pull): void;
}

/** Draws by the weights, whatever became of children. */
export const fixedWeights: ArmChoice = {
  choose(arms, random) {
    return arms[rouletteIndex(arms.map(({ weight }) => weight), random)]!;
  },
};

import type { ChildVerdict, RandomSource } from '@evospice/contracts';
import { rouletteIndex } from '@evospice/toolbox';
import { operatorNames, type OperatorName } from './operators.ts';

/** What each new try leaves of the tries before it: about the last 50 tries of all operators count. */
const DECAY = 0.98;

/** An operator that was not tried counts as one with so many tries, of which that share helped. */
const PRIOR = { tries: 4, share: 0.25 };

type Weights = Readonly<Record<OperatorName, number>>;

/**
 * Draws operators by their weights; `adaptive` ones are multiplied by the share of late children that beat their parent. Old tries fade, so an
 * operator that failed comes back to be tried again.
 */
export class OperatorChoice {
  readonly #weights: Weights;
  readonly #adaptive: boolean;
  readonly #tries = new Map<OperatorName, { tries: number; helped: number }>(operatorNames.map((name) => [name, { tries: 0, helped: 0 }]));

  constructor(weights: Weights, choose: 'fixed' | 'adaptive') {
    this.#weights = weights;
    this.#adaptive = choose === 'adaptive';
  }

  draw(random: RandomSource): OperatorName {
    const chances = this.chances();
    return operatorNames[rouletteIndex(operatorNames.map((name) => chances[name]), random)] as OperatorName;
  }

  /** How often each is drawn against the others. */
  chances(): Weights {
    const chanceOf = (name: OperatorName): number => this.#weights[name] * (this.#adaptive ? this.#share(name) : 1);
    return Object.fromEntries(operatorNames.map((name) => [name, chanceOf(name)])) as Record<OperatorName, number>;
  }

  /** For the record; nothing where chances are fixed. */
  recordOf(name: OperatorName): Readonly<Record<string, number>> {
    if (!this.#adaptive) return {};
    const chances = this.chances();
    const chance = chances[name] / operatorNames.reduce((sum, other) => sum + chances[other], 0);
    return { chance: Number(chance.toPrecision(3)) };
  }

  /** A child made by several operators counts for each of them. */
  hear({ program, details, judged }: ChildVerdict): void {
    const used = typeof details['operators'] === 'string' ? details['operators'].split(', ') : [program.operator];
    for (const counts of this.#tries.values()) {
      counts.tries *= DECAY;
      counts.helped *= DECAY;
    }
    for (const name of new Set(used)) {
      const counts = this.#tries.get(name as OperatorName);
      if (counts === undefined) continue;
      counts.tries += 1;
      if (judged !== undefined && (judged.gain ?? 0) > 0) counts.helped += 1;
    }
  }

  #share(name: OperatorName): number {
    const { tries, helped } = this.#tries.get(name) ?? { tries: 0, helped: 0 };
    return (helped + PRIOR.tries * PRIOR.share) / (tries + PRIOR.tries);
  }
}

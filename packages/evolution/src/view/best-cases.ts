import type { Case, Outcome, Score } from '@evospice/contracts';
import type { CaseRecord } from '../events.ts';

/** Of each case of the scored stage, the best outcome so far: how much luck a program may have there. */
export class BestCases {
  readonly #best = new Map<string, { readonly value: number; readonly outcome: Outcome }>();

  /** Takes in a judged program. One that is banned later stays: what may be hoped for gets no smaller, and nobody is stopped wrongly. */
  take({ cases = [] }: Score, records: readonly CaseRecord[]): void {
    const outcomes = new Map(records.map(({ outcome }) => [keyOf({ id: outcome.case, seed: outcome.seed }), outcome]));
    for (const { case: id, seed, value } of cases) {
      const key = keyOf({ id, seed });
      const outcome = outcomes.get(key);
      if (outcome !== undefined && value > (this.#best.get(key)?.value ?? Number.NEGATIVE_INFINITY)) this.#best.set(key, { value, outcome });
    }
  }

  outcomeOf(one: Pick<Case, 'id' | 'seed'>): Outcome | undefined {
    return this.#best.get(keyOf(one))?.outcome;
  }
}

function keyOf({ id, seed }: Pick<Case, 'id' | 'seed'>): string {
  return `${seed} ${id}`;
}

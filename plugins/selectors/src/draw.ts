import { EvospiceError, type Elite, type ParentSelection, type RandomSource } from '@evospice/contracts';
import { rouletteIndex } from '@evospice/toolbox';

/** The elites to choose among. @throws EvospiceError `SELECTOR_EMPTY` */
export function elitesOf({ archive }: Pick<ParentSelection, 'archive'>): readonly Elite[] {
  const elites = archive.elites();
  if (elites.length > 0) return elites;
  throw new EvospiceError('SELECTOR_EMPTY', 'no parent can be chosen from an empty archive', { expected: 'at least one elite' });
}

/**
 * Draws with replacement, each with the chance of its weight.
 * @param weights one per elite, finite and not negative; all alike when they are all 0
 */
export function drawWeighted(elites: readonly Elite[], weights: readonly number[], count: number, random: RandomSource): readonly Elite[] {
  return Array.from({ length: count }, () => elites[rouletteIndex(weights, random)] as Elite);
}

/** Ranks from 0 by objective, the best first; of equal ones all have the mean of their ranks. */
export function ranksOf(elites: readonly Elite[]): readonly number[] {
  const order = [...elites.keys()].toSorted((a, b) => (elites[b] as Elite).objective - (elites[a] as Elite).objective);
  const ranks = elites.map(() => 0);
  for (let from = 0; from < order.length;) {
    const { objective } = elites[order[from] as number] as Elite;
    let to = from;
    while (to < order.length && (elites[order[to] as number] as Elite).objective === objective) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] as number] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

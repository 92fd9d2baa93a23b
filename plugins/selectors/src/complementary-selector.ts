import type { Elite, ParentSelector } from '@evospice/contracts';
import { drawWeighted, elitesOf } from './draw.ts';

/**
 * The first parent by the number of cases on which it is best, the next by how much better they are on the cases where the first falls short: elites
 * that complete each other, for crossovers (merging over instances, as in GEPA, arXiv:2507.19457). Entries without figures per case are all alike.
 */
export const complementarySelector: ParentSelector = {
  name: 'complementary',
  select(request) {
    const elites = elitesOf(request);
    const names = [...new Set(elites.flatMap(({ cases = {} }) => Object.keys(cases)))];
    const wins = new Map<Elite, number>();
    for (const name of names) {
      const best = Math.max(...elites.map((elite) => figure(elite, name)));
      for (const elite of elites) if (figure(elite, name) === best) wins.set(elite, (wins.get(elite) ?? 0) + 1);
    }
    const [first] = drawWeighted(elites, elites.map((elite) => wins.get(elite) ?? 0), 1, request.random) as [Elite];
    const weights = elites.map((elite) => names.reduce((sum, name) => sum + gainOn(name, elite, first), 0));
    return [first, ...drawWeighted(elites, weights, request.count - 1, request.random)];
  },
};

function figure({ cases = {} }: Elite, name: string): number {
  return cases[name] ?? Number.NEGATIVE_INFINITY;
}

/** By how much one is better than another on a case; 0 where it is not, or where one of them was not run on it. */
function gainOn(name: string, one: Elite, other: Elite): number {
  const gain = figure(one, name) - figure(other, name);
  return Number.isFinite(gain) ? Math.max(0, gain) : 0;
}

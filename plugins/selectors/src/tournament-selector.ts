import type { Elite, ParentSelector } from '@evospice/contracts';
import { elitesOf } from './draw.ts';

/** The best of some drawn with replacement; of equal ones the first drawn. */
export function tournamentSelector({ size }: { readonly size: number }): ParentSelector {
  return {
    name: 'tournament',
    select(request) {
      const elites = elitesOf(request);
      const draw = (): Elite => elites[request.random.integer(0, elites.length - 1)] as Elite;
      return Array.from({ length: request.count }, () => {
        let best = draw();
        for (let round = 1; round < size; round += 1) {
          const other = draw();
          if (other.objective > best.objective) best = other;
        }
        return best;
      });
    },
  };
}

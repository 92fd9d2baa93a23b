import type { ParentSelector } from '@evospice/contracts';
import { drawWeighted, elitesOf, ranksOf } from './draw.ts';

/** Chance `(rank + 1)^-exponent`, ranks from 0 at the best; 0 is uniform, large is always the best (ShinkaEvolve, arXiv:2509.19349, equation 1). */
export function powerLawSelector({ exponent }: { readonly exponent: number }): ParentSelector {
  return {
    name: 'power-law',
    select(request) {
      const elites = elitesOf(request);
      return drawWeighted(elites, ranksOf(elites).map((rank) => (rank + 1) ** -exponent), request.count, request.random);
    },
  };
}

import type { ParentSelector } from '@evospice/contracts';
import { median } from '@evospice/toolbox';
import { drawWeighted, elitesOf } from './draw.ts';

export interface ScoreWeightedOptions {
  /** How steeply the chance rises with the score. */
  readonly steepness: number;
  /** Whether having had children lowers it. */
  readonly fresh: boolean;
}

/**
 * Chance by score and by how rarely a program was a parent: `s h`, with `s = 1 / (1 + exp(-steepness (F - median) / (median of |F - median|)))` and
 * `h = 1 / (1 + children)` (weighted sampling of ShinkaEvolve, arXiv:2509.19349, equation 2; the scale by the median deviation makes it independent of the
 * unit of scores).
 */
export function scoreWeightedSelector({ steepness, fresh }: ScoreWeightedOptions): ParentSelector {
  return {
    name: 'score-weighted',
    select(request) {
      const elites = elitesOf(request);
      const middle = median(elites.map(({ objective }) => objective));
      const deviation = median(elites.map(({ objective }) => Math.abs(objective - middle)));
      const weights = elites.map(({ id, objective }) => {
        const excess = deviation > 0 ? (objective - middle) / deviation : Math.sign(objective - middle);
        const merit = 1 / (1 + Math.exp(Math.min(-steepness * excess, 700)));
        return fresh ? merit / (1 + request.children(id)) : merit;
      });
      return drawWeighted(elites, weights, request.count, request.random);
    },
  };
}

import type { ArchiveAxis, Elite, ParentSelector } from '@evospice/contracts';
import { drawWeighted, elitesOf, ranksOf } from './draw.ts';

export interface NoveltyYouthOptions {
  /** Weights of rank by score, distance to others, and youth. */
  readonly score: number;
  readonly novelty: number;
  readonly youth: number;
  /** Nearest others that the distance is taken to. */
  readonly neighbours: number;
}

/**
 * Chance by three shares from 0 to 1, weighted and added: rank by score, distance in descriptor space to the nearest others (novelty search, Lehman and
 * Stanley 2011, doi:10.1162/EVCO_a_00025), and youth by order of proposal. Without axes novelty counts for nothing.
 */
export function noveltyYouthSelector({ score, novelty, youth, neighbours }: NoveltyYouthOptions): ParentSelector {
  return {
    name: 'novelty-youth',
    select(request) {
      const elites = elitesOf(request);
      const last = Math.max(1, elites.length - 1);
      const merits = ranksOf(elites).map((rank) => 1 - rank / last);
      const far = shares(distances(elites, request.archive.axes, neighbours));
      const young = shares(elites.map(({ id }) => request.ordinal(id)));
      // A little for everybody: nobody is without a chance.
      const weights = merits.map((merit, index) => 0.01 + score * merit + novelty * (far[index] as number) + youth * (young[index] as number));
      return drawWeighted(elites, weights, request.count, request.random);
    },
  };
}

/** Mean distance to the nearest others, axes scaled to [0, 1]. */
function distances(elites: readonly Elite[], axes: readonly ArchiveAxis[], neighbours: number): readonly number[] {
  const points = elites.map(({ measures }) => axes.map(({ descriptor, low, high }) => (Math.min(Math.max(measures[descriptor] ?? low, low), high) - low) / (high - low)));
  return points.map((point, index) => {
    const others = points.flatMap((other, at) => (at === index ? [] : [Math.hypot(...other.map((place, axis) => place - (point[axis] as number)))])).toSorted((a, b) => a - b);
    const near = others.slice(0, neighbours);
    return near.length === 0 ? 0 : near.reduce((sum, distance) => sum + distance, 0) / near.length;
  });
}

/** Values from 0 at the least to 1 at the greatest; all 0 when they are alike. */
function shares(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high === low ? 0 : (value - low) / (high - low)));
}

import type { Choice } from './list-archive.ts';

/** The best, whatever they are like; the earlier of equal ones. */
export function top(most: number): Choice {
  return {
    choose(elites) {
      const newcomer = elites.at(-1);
      if (newcomer === undefined) return [];
      const others = elites.slice(0, -1);
      // The others are in order already.
      const at = others.findIndex(({ objective }) => objective < newcomer.objective);
      return others.toSpliced(at < 0 ? others.length : at, 0, newcomer).slice(0, most);
    },
    weakest: (elites) => (elites.length < most ? undefined : elites.at(-1)),
  };
}

import type { ArchiveEntry, Elite } from '@evospice/contracts';
import { figureOf, greatest } from '../common/entries.ts';
import type { Choice } from './list-archive.ts';

/**
 * Elites that are best on at least one case, and the one with the best score: a specialist lives (Pareto selection over instances, as in GEPA,
 * arXiv:2507.19457). Of equal ones the earlier is best. Entries without figures per case are compared by their score alone.
 */
export const specialists: Choice = {
  check(entry: ArchiveEntry) {
    for (const name of Object.keys(entry.cases ?? {})) figureOf(entry, entry.cases ?? {}, 'figure of case', name);
  },
  choose(elites) {
    const best = new Map<string, Elite>();
    for (const elite of elites) {
      for (const [name, value] of Object.entries(elite.cases ?? {})) {
        const rival = best.get(name)?.cases?.[name];
        if (rival === undefined || value > rival) best.set(name, elite);
      }
    }
    const kept = new Set(best.values());
    const leader = greatest(elites);
    if (leader !== undefined) kept.add(leader);
    return elites.filter((elite) => kept.has(elite));
  },
};

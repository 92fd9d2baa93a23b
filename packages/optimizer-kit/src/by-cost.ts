import { rankByCost } from '@evospice/toolbox';

/** Cheapest first; among equals the earlier one. */
export function byCost<Entry extends { readonly cost: number }>(entries: readonly Entry[]): Entry[] {
  return rankByCost(entries.map(({ cost }) => cost)).map((index) => entries[index]!);
}

/** The cheapest of at least one entry; among equals the earlier one. */
export function cheapest<Entry extends { readonly cost: number }>(entries: readonly Entry[]): Entry {
  return entries.reduce((least, entry) => (entry.cost < least.cost ? entry : least));
}

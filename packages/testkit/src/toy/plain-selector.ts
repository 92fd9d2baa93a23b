import type { Elite, ParentSelector } from '@evospice/contracts';

/** Every elite with the same chance. */
export const plainSelector: ParentSelector = {
  name: 'plain',
  select({ archive, count, random }) {
    const elites = archive.elites();
    return Array.from({ length: count }, () => elites[random.integer(0, elites.length - 1)] as Elite);
  },
};

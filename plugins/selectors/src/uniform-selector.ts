import type { Elite, ParentSelector } from '@evospice/contracts';
import { elitesOf } from './draw.ts';

/** Every elite with the same chance, with replacement. */
export const uniformSelector: ParentSelector = {
  name: 'uniform',
  select(request) {
    const elites = elitesOf(request);
    return Array.from({ length: request.count }, () => elites[request.random.integer(0, elites.length - 1)] as Elite);
  },
};

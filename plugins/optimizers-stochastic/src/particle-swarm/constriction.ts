import type { Relation } from '@evospice/optimizer-kit';

export const constriction: Relation<{ readonly c1: number; readonly c2: number }> = {
  holds: ({ c1, c2 }) => c1 + c2 > 4, says: 'c1 + c2 is above 4: below it the constriction of Clerc and Kennedy is not defined', option: 'c2',
};

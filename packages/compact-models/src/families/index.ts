import type { ModelFamily } from '../model.ts';

/** Every family whose equations are here. */
export const families: readonly ModelFamily[] = [];

import type { ModelFamily } from '../model.ts';
import { bsim3 } from './bsim3/index.ts';

/** Every family whose equations are here. */
export const families: readonly ModelFamily[] = [bsim3];

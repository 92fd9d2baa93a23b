import type { ModelFamily } from '../model.ts';
import { bsim3 } from './bsim3/index.ts';
import { bsim4 } from './bsim4/index.ts';
import { hicum } from './hicum/index.ts';

/** Every family whose equations are here. */
export const families: readonly ModelFamily[] = [bsim3, bsim4, hicum];

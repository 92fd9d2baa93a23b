import type { ModelFamily } from '../model.ts';
import { bsim4 } from './bsim4/index.ts';

/** Every family whose equations are here. */
export const families: readonly ModelFamily[] = [bsim4];

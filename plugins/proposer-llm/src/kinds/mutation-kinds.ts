import { crossover } from './crossover.ts';
import { diff } from './diff.ts';
import type { MutationKind, WeightedKindName } from './mutation-kind.ts';
import { repair } from './repair.ts';
import { rewrite } from './rewrite.ts';
import { simplify } from './simplify.ts';

/** Every kind, in the order in which they are drawn from. */
export const mutationKinds: readonly MutationKind<WeightedKindName>[] = [diff, rewrite, crossover, simplify, repair];

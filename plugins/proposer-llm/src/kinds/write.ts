import type { MutationKind } from './mutation-kind.ts';

/** The first programs of a run that began with none. It has no weight: where it is possible nothing else is. */
export const write: MutationKind<'write'> = {
  name: 'write',
  parents: 0,
  instructions: `There is no program yet. Write a first one into the evolve block: simple, sound, and of another kind than those that failed. Give the whole program in
one code fence.`,
  assign: ({ blank }) => (blank === undefined ? undefined : { base: blank, parents: [] }),
};

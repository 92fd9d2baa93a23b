import type { MutationKind } from './mutation-kind.ts';

/** The first programs of a run that began with none. It has no weight: where it is possible nothing else is. */
export const write: MutationKind<'write'> = {
  name: 'write',
  parents: 0,
  assign: ({ blank }) => (blank === undefined ? undefined : { base: blank, parents: [] }),
};

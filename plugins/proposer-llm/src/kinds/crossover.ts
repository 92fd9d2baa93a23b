import type { MutationKind } from './mutation-kind.ts';

export const crossover: MutationKind = {
  name: 'crossover',
  parents: 2,
  instructions: `Combine the two programs: give the program to improve what the other does better, and drop what the combination makes needless. The frame outside the evolve
block is that of the program to improve. Give the whole program in one code fence, or edits of it.`,
  assign({ parents: [parent, partner] }) {
    if (parent === undefined || partner === undefined) return undefined;
    return { base: parent.program, parents: [parent.program.id, partner.program.id], parent, partner };
  },
};

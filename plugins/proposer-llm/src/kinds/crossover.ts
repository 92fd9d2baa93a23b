import type { MutationKind } from './mutation-kind.ts';

export const crossover: MutationKind<'crossover'> = {
  name: 'crossover',
  parents: 2,
  assign({ parents: [parent, partner] }) {
    if (parent === undefined || partner === undefined) return undefined;
    return { base: parent.program, parents: [parent.program.id, partner.program.id], parent, partner };
  },
};

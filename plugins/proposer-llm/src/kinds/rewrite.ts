import { changeParent, type MutationKind } from './mutation-kind.ts';

export const rewrite: MutationKind = {
  name: 'rewrite',
  parents: 1,
  instructions: `Rewrite the evolve block of this program around another idea that may reach a better score; keep what has proved its worth. Give the whole program in
one code fence, without edits.`,
  assign: changeParent,
};

import { changeParent, type MutationKind } from './mutation-kind.ts';

export const diff: MutationKind = {
  name: 'diff',
  parents: 1,
  instructions: 'Propose one promising change to this program, in the form of edits.',
  assign: changeParent,
};

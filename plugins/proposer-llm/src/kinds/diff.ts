import { changeParent, type MutationKind } from './mutation-kind.ts';

export const diff: MutationKind<'diff'> = {
  name: 'diff',
  parents: 1,
  assign: changeParent,
};

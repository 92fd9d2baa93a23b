import { changeParent, type MutationKind } from './mutation-kind.ts';

export const rewrite: MutationKind<'rewrite'> = {
  name: 'rewrite',
  parents: 1,
  assign: changeParent,
};

import { changeParent, type MutationKind } from './mutation-kind.ts';

export const simplify: MutationKind<'simplify'> = {
  name: 'simplify',
  parents: 1,
  assign: changeParent,
};

import { changeParent, type MutationKind } from './mutation-kind.ts';

export const simplify: MutationKind = {
  name: 'simplify',
  parents: 1,
  assign: changeParent,
};

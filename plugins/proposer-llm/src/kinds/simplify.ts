import { changeParent, type MutationKind } from './mutation-kind.ts';

export const simplify: MutationKind = {
  name: 'simplify',
  parents: 1,
  instructions: `Make this program simpler without changing what it comes to: less code, fewer special cases, nothing that is evaluated in vain. Leave out what does not pay, by
its scores. Give edits, or the whole program in one code fence.`,
  assign: changeParent,
};

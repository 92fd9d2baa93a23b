import { programFault } from '../program/evolve-region.ts';
import { applyDiff } from './apply-diff.ts';
import { applyRewrite, fencedCode } from './apply-rewrite.ts';
import { parseDiff } from './search-replace.ts';

export type Child = { readonly source: string; readonly operator: 'llm-diff' | 'llm-rewrite'; readonly edits: number } | { readonly reason: string };

/** The program that an answer makes of its parent: by SEARCH/REPLACE blocks, or by a whole program in a code fence when it has none. */
export function childOfAnswer(parent: string, answer: string): Child {
  const diff = parseDiff(answer);
  if ('reason' in diff) return diff;
  const rewrite = diff.blocks.length === 0 ? fencedCode(answer) : undefined;
  if (diff.blocks.length === 0 && rewrite === undefined) return { reason: 'the answer holds neither SEARCH/REPLACE blocks nor a program in a code fence' };
  const applied = rewrite === undefined ? applyDiff(parent, diff.blocks) : applyRewrite(parent, rewrite);
  if ('reason' in applied) return applied;
  const fault = programFault(applied.source);
  if (fault !== undefined) return { reason: `the changed program does not parse: ${fault}` };
  return { source: applied.source, operator: rewrite === undefined ? 'llm-diff' : 'llm-rewrite', edits: rewrite === undefined ? diff.blocks.length : 1 };
}

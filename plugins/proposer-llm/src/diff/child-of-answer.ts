import { evolveRegion, isModule, programFault } from '../program/evolve-region.ts';
import { applyDiff } from './apply-diff.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { chosenProgram } from './chosen-program.ts';
import { parseDiff } from './search-replace.ts';
import { withoutThoughts } from './thoughts.ts';

export type Child = { readonly source: string; readonly operator: 'llm-diff' | 'llm-rewrite'; readonly edits: number } | { readonly reason: string };

/**
 * The program that an answer makes of its parent: by SEARCH/REPLACE blocks, or by a whole program in a code fence when it has none. What the
 * model thought before it answered is passed over.
 * @param entry path of the program, which says its language
 */
export function childOfAnswer(parent: string, whole: string, entry = 'program.ts'): Child {
  const answer = withoutThoughts(whole);
  if (answer.trim() === '' && whole.trim() !== '') return { reason: 'the answer holds a thought and nothing else' };
  const diff = parseDiff(answer);
  if ('reason' in diff) return diff;
  const rewrite = diff.blocks.length === 0 ? chosenProgram(answer, { parent, isProgram: (code) => isProgram(code, entry) }) : undefined;
  if (diff.blocks.length === 0 && rewrite === undefined) return { reason: 'the answer holds neither SEARCH/REPLACE blocks nor a program in a code fence' };
  const applied = rewrite === undefined ? applyDiff(parent, diff.blocks) : applyRewrite(parent, rewrite);
  if ('reason' in applied) return applied;
  const fault = programFault(applied.source, entry);
  if (fault !== undefined) return { reason: `the changed program does not parse: ${fault}` };
  return { source: applied.source, operator: rewrite === undefined ? 'llm-diff' : 'llm-rewrite', edits: rewrite === undefined ? diff.blocks.length : 1 };
}

function isProgram(code: string, entry: string): boolean {
  return !('reason' in evolveRegion(code)) && (!isModule(entry) || /^\s*export\s+default\b/mu.test(code));
}

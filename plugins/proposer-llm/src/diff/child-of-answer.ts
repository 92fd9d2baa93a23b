import { evolveRegion, isModule, programFault } from '../program/evolve-region.ts';
import { applyDiff } from './apply-diff.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { chosenProgram, isAlike } from './chosen-program.ts';
import { leftOutLine } from './copied-lines.ts';
import { parseDiff, type ParsedDiff } from './search-replace.ts';
import { withoutThoughts } from './thoughts.ts';
import { labelsIn } from './words-of-choice.ts';

export type Child = { readonly source: string; readonly form: 'edits' | 'program'; readonly edits: number } | { readonly reason: string };

/**
 * The program that an answer makes of its parent: by SEARCH/REPLACE blocks, or by a whole program in a code fence when it has none. What the
 * model thought before it answered is passed over. An answer that can be meant in two ways is refused.
 * @param entry path of the program, which says its language
 */
export function childOfAnswer(parent: string, whole: string, entry = 'program.ts'): Child {
  const answer = withoutThoughts(whole);
  if (answer.trim() === '' && whole.trim() !== '') return { reason: 'the answer holds a thought and nothing else, or the end of the thought is missing' };
  const diff = parseDiff(answer);
  if ('reason' in diff) return diff;
  const isEdited = diff.blocks.length > 0;
  const shown = chosenProgram(isEdited ? diff.talk : answer, {
    parent, isProgram: (code) => isProgram(code, entry), isSound: (code) => programFault(code, entry) === undefined,
  });
  if (!isEdited && shown === undefined) return { reason: 'the answer holds neither SEARCH/REPLACE blocks nor a program in a code fence' };
  const applied = isEdited ? applyDiff(parent, diff.blocks) : applyRewrite(parent, shown!);
  if ('reason' in applied) return applied;
  const fault = programFault(applied.source, entry);
  if (fault !== undefined) return { reason: `the changed program does not parse: ${fault}` };
  const gap = leftOutLine(applied.source.split('\n'), parent.split('\n'));
  if (gap !== undefined) return { reason: `code is left out at ${JSON.stringify(gap.trim())}: every line of the new code must be written` };
  const doubt = isEdited ? doubtOf(diff, { shown, parent, child: applied.source, entry }) : undefined;
  if (doubt !== undefined) return { reason: doubt };
  return { source: applied.source, form: isEdited ? 'edits' : 'program', edits: isEdited ? diff.blocks.length : 1 };
}

interface Shown {
  /** Program that is shown beside the edits. */
  readonly shown: string | undefined;
  readonly parent: string;
  readonly child: string;
  readonly entry: string;
}

/** Why edits may not be what the answer means. */
function doubtOf(diff: Exclude<ParsedDiff, { readonly reason: string }>, { shown, parent, child, entry }: Shown): string | undefined {
  if (diff.blocks.length > 1) {
    const labels = labelsIn(diff.talk);
    if (labels.length > 1) return `the edits belong to several alternatives (${labels.join(', ')}): give those of one alone`;
  }
  if (shown === undefined || !isProgram(shown, entry) || isAlike(shown, parent) || isAlike(shown, child)) return undefined;
  return 'the answer shows a whole program too, which is not what its edits make of the parent: give the edits alone';
}

function isProgram(code: string, entry: string): boolean {
  return code.includes('EVOLVE-BLOCK-START') && !('reason' in evolveRegion(code)) && (!isModule(entry) || /^\s*export\s+default\b/mu.test(code));
}

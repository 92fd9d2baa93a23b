import MagicString from 'magic-string';
import { isTunable, lineAt, numbersInTree } from '@evospice/program-text';
import { perturbed } from './perturb-number.ts';
import { pickSeveral, type Operator } from './operator.ts';

/**
 * Scales one to four numbers of the evolve block log-normally; whole numbers stay whole and move by at least 1.
 * A number annotated as in `0.3 [comment: range 0.05..1]` stays in its range and is sometimes drawn anew from the whole of it.
 * Left alone: indices, loop counters, numbers in types, and 0, 1 and 2 without a range, which are seldom tunable.
 */
export const perturbConstant: Operator = ({ program, random }) => {
  const all = numbersInTree(program, program.evolve).filter(isTunable);
  const annotated = all.filter(({ range }) => range !== undefined);
  const pool = annotated.length > 0 && random.next() < 0.9 ? annotated : all;
  const chosen = pickSeveral(pool, random.next() < 0.6 ? 1 : random.integer(2, 4), random);
  const edit = new MagicString(program.source);
  const changes: string[] = [];
  for (const constant of chosen) {
    const text = perturbed(constant, random);
    if (text === undefined) continue;
    edit.overwrite(constant.start, constant.end, text);
    changes.push(`line ${lineAt(program.source, constant.start)}: ${constant.text} -> ${text}`);
  }
  return changes.length === 0 ? undefined : { source: edit.toString(), donors: [], details: { constants: changes.join('; ') } };
};

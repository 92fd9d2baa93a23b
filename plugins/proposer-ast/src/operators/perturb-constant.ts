import MagicString from 'magic-string';
import { collect, lineAt, type Place, type SyntaxNode } from '@evospice/program-text';
import { inside, type ParsedProgram } from '../reading/parse-program.ts';
import { perturbed, rangeOf, type TunableNumber } from './perturb-number.ts';
import { pickSeveral, type Operator } from './operator.ts';

/** A number of the program that may change. */
interface Constant extends TunableNumber {
  readonly start: number;
  readonly end: number;
}

/**
 * Scales one to four numbers of the evolve block log-normally; whole numbers stay whole and move by at least 1.
 * A number annotated as in `0.3 [comment: range 0.05..1]` stays in its range and is sometimes drawn anew from the whole of it.
 * Left alone: indices, loop counters, numbers in types, and 0, 1 and 2 without a range, which are seldom tunable.
 */
export const perturbConstant: Operator = ({ program, random }) => {
  const all = constants(program);
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

function constants(program: ParsedProgram): readonly Constant[] {
  return collect(program.tree, (place) => inside(place.node, program.evolve) && isNumber(place.node) && !isFixed(place)).flatMap(({ node }) => {
    const constant = { start: node.start, end: node.end, value: Number(node['value']), text: program.source.slice(node.start, node.end), range: rangeBehind(program, node.end) };
    return constant.range === undefined && [0, 1, 2].includes(constant.value) ? [] : [constant];
  });
}

function isNumber(node: SyntaxNode): boolean {
  return node.type === 'Literal' && typeof node['value'] === 'number';
}

/** Indices, property keys, loop heads and types: another number there is another program, mostly a broken one. */
function isFixed({ key, above }: Place): boolean {
  if (above === undefined) return true;
  if (above.node.type === 'MemberExpression' || (above.node.type === 'Property' && key === 'key')) return true;
  for (let place: Place | undefined = above, under = key; place !== undefined; under = place.key, place = place.above) {
    if (place.node.type.startsWith('TSType') || place.node.type === 'TSLiteralType') return true;
    if (place.node.type === 'ForStatement' && (under === 'init' || under === 'update')) return true;
  }
  return false;
}

function rangeBehind({ comments, source }: ParsedProgram, end: number): readonly [number, number] | undefined {
  const comment = comments.find(({ type, start }) => type === 'Block' && start >= end && source.slice(end, start).trim() === '');
  return rangeOf(comment?.value ?? '');
}

import type { ParsedSource } from '../tree/parse-source.ts';
import { collect, type Place, type SyntaxNode } from '../tree/syntax-node.ts';
import { rangeOf, type WrittenNumber } from './written-number.ts';

/** Number literals of TypeScript or JavaScript between two offsets, without those that the syntax fixes; a range is a block comment right behind one. */
export function numbersInTree(parsed: ParsedSource, { start, end }: { readonly start: number; readonly end: number }): readonly WrittenNumber[] {
  return collect(parsed.tree, (place) => place.node.start >= start && place.node.end <= end && isNumber(place.node) && !isFixed(place)).map(({ node }) => ({
    start: node.start, end: node.end, value: Number(node['value']), text: parsed.source.slice(node.start, node.end), range: rangeBehind(parsed, node.end),
  }));
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

function rangeBehind({ comments, source }: ParsedSource, end: number): readonly [number, number] | undefined {
  const comment = comments.find(({ type, start }) => type === 'Block' && start >= end && source.slice(end, start).trim() === '');
  return rangeOf(comment?.value ?? '');
}

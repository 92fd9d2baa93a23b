import MagicString from 'magic-string';
import { collect, identifierName, isNode, lineAt, type Place, type SyntaxNode } from '@evospice/program-text';
import { inside, type ParsedProgram } from '../reading/parse-program.ts';
import { pick, type Operator, type OperatorInput, type OperatorResult } from './operator.ts';

const comparisons: Readonly<Record<string, readonly string[]>> = { '<': ['<=', '>'], '>': ['>=', '<'], '<=': ['<', '>='], '>=': ['>', '<='], '&&': ['||'], '||': ['&&'] };
const arithmetic: Readonly<Record<string, readonly string[]>> = { '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'] };
const twins: Readonly<Record<string, string>> = { min: 'max', max: 'min', ceil: 'floor', floor: 'ceil', mean: 'median', median: 'mean' };

/** Turns a comparison or a logical operator in the test of an `if` or a conditional expression. Loop tests stay: their end must be sure. */
export const flipCondition: Operator = (input) =>
  exchangeOperator(input, comparisons, (place) => (place.node.type === 'BinaryExpression' || place.node.type === 'LogicalExpression') && inTest(place));

/** Exchanges an arithmetic operator whose one side is a number, or a function such as `Math.min` for its twin. */
export const changeOperator: Operator = (input) => {
  if (input.random.next() < 0.4) return exchangeFunction(input);
  return exchangeOperator(input, arithmetic, ({ node }) => node.type === 'BinaryExpression' && [node['left'], node['right']].some(isNumber));
};

function exchangeOperator({ program, random }: OperatorInput, table: Readonly<Record<string, readonly string[]>>, test: (place: Place) => boolean): OperatorResult | undefined {
  const chosen = pick(collect(program.tree, (place) => inside(place.node, program.evolve) && table[String(place.node['operator'])] !== undefined && test(place)), random)?.node;
  const other = chosen === undefined ? undefined : pick(table[String(chosen['operator'])] ?? [], random);
  const place = chosen === undefined ? undefined : operatorPlace(program, chosen);
  if (chosen === undefined || other === undefined || place === undefined) return undefined;
  const old = String(chosen['operator']);
  const edit = new MagicString(program.source).overwrite(place, place + old.length, other);
  return { source: edit.toString(), donors: [], details: { from: old, to: other, line: lineAt(program.source, place) } };
}

function exchangeFunction({ program, random }: OperatorInput): OperatorResult | undefined {
  const calls = collect(program.tree, ({ node, key, above }) => key === 'property' && inside(node, program.evolve) && twins[identifierName(node) ?? ''] !== undefined && above?.node['computed'] === false);
  const chosen = pick(calls, random)?.node;
  const old = identifierName(chosen);
  const other = old === undefined ? undefined : twins[old];
  if (chosen === undefined || old === undefined || other === undefined) return undefined;
  const edit = new MagicString(program.source).overwrite(chosen.start, chosen.end, other);
  return { source: edit.toString(), donors: [], details: { from: old, to: other, line: lineAt(program.source, chosen.start) } };
}

/** Where the operator itself stands: the first occurrence between the operands that is not in a comment. */
function operatorPlace({ source, comments }: ParsedProgram, node: SyntaxNode): number | undefined {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right)) return undefined;
  for (let place = source.indexOf(String(operator), left.end); place >= 0 && place < right.start; place = source.indexOf(String(operator), place + 1)) {
    const at = place;
    if (!comments.some(({ start, end }) => at >= start && at < end)) return at;
  }
  return undefined;
}

function isNumber(node: unknown): boolean {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'number';
}

function inTest(place: Place): boolean {
  for (let { key, above }: Place = place; above !== undefined; { key, above } = above) {
    if (above.node.type.includes('Function')) return false;
    if (key === 'test') return above.node.type === 'IfStatement' || above.node.type === 'ConditionalExpression';
  }
  return false;
}

import { collect, freeNames, identifierName, isNode } from '@evospice/program-text';
import type { ParsedProgram } from './parse-program.ts';

/** What the language itself offers to a program in the sandbox. */
const languageValues = new Set([
  'undefined', 'NaN', 'Infinity', 'Math', 'Number', 'String', 'Boolean', 'Object', 'Array', 'JSON', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Symbol', 'BigInt',
  'Error', 'TypeError', 'RangeError', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'structuredClone',
  'Float32Array', 'Float64Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array',
]);

const languageTypes = new Set([
  ...languageValues, 'ReadonlyArray', 'ReadonlyMap', 'ReadonlySet', 'ArrayLike', 'Iterable', 'IterableIterator', 'PromiseLike', 'Record', 'Partial', 'Required', 'Readonly',
  'Pick', 'Omit', 'Exclude', 'Extract', 'NonNullable', 'ReturnType', 'Parameters', 'Awaited', 'const', 'AbortSignal',
]);

/** Names of values that the program uses and neither it nor the language declares; each once, in order. */
export function undeclaredValues(program: ParsedProgram): readonly string[] {
  return freeNames(program).filter((name) => !languageValues.has(name));
}

/** Names of types that the program uses and neither it nor the language declares; each once, in order. */
export function undeclaredTypes({ tree }: ParsedProgram): readonly string[] {
  const declarations = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ClassDeclaration', 'ClassExpression']);
  const declared = new Set<string>(languageTypes);
  for (const { node } of collect(tree, () => true)) {
    if (declarations.has(node.type)) declared.add(identifierName(node['id']) ?? '');
    if (node.type === 'ImportSpecifier') declared.add(identifierName(node['local']) ?? '');
    if (node.type === 'TSTypeParameter') declared.add(identifierName(node['name']) ?? '');
  }
  const used = collect(tree, ({ node }) => node.type === 'TSTypeReference').map(({ node }) => (isNode(node['typeName']) ? (identifierName(node['typeName']) ?? '') : ''));
  return [...new Set(used)].filter((name) => name !== '' && !declared.has(name));
}

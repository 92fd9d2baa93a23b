import { stripTypeScriptTypes } from 'node:module';
import { analyze } from 'eslint-scope';
import { parseSync } from 'oxc-parser';
import type { ParsedProgram } from './parse-program.ts';
import { remember } from './remember.ts';
import { collect, identifierName, isNode } from './syntax-node.ts';

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
export const undeclaredValues: (program: ParsedProgram) => readonly string[] = remember(({ source }) => {
  const script = parseSync('program.js', stripTypeScriptTypes(source), { lang: 'js', sourceType: 'module', range: true, preserveParens: false });
  const scopes = analyze(script.program as unknown as Parameters<typeof analyze>[0], { ecmaVersion: 2022, sourceType: 'module' });
  const names = (scopes.globalScope?.through ?? []).map(({ identifier }) => ('name' in identifier ? String(identifier.name) : ''));
  return [...new Set(names)].filter((name) => !languageValues.has(name));
});

/** Names of types that the program uses and neither it nor the language declares; each once, in order. */
export const undeclaredTypes: (program: ParsedProgram) => readonly string[] = remember(({ tree }) => {
  const declarations = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ClassDeclaration', 'ClassExpression']);
  const declared = new Set<string>(languageTypes);
  for (const { node } of collect(tree, () => true)) {
    if (declarations.has(node.type)) declared.add(identifierName(node['id']) ?? '');
    if (node.type === 'ImportSpecifier') declared.add(identifierName(node['local']) ?? '');
    if (node.type === 'TSTypeParameter') declared.add(identifierName(node['name']) ?? '');
  }
  const used = collect(tree, ({ node }) => node.type === 'TSTypeReference').map(({ node }) => (isNode(node['typeName']) ? (identifierName(node['typeName']) ?? '') : ''));
  return [...new Set(used)].filter((name) => name !== '' && !declared.has(name));
});

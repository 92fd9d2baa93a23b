import { deepestNesting, tooDeep, type ParsedSource } from './parse-source.ts';
import { isNode, type SyntaxNode } from './syntax-node.ts';

/** A node of a tree without types. */
export interface PlainNode {
  readonly type: string;
  /** Where it is in the source: of names and function bodies, which is what the analysis of scopes looks at. */
  readonly range?: readonly [number, number];
  readonly [field: string]: unknown;
}

/** Fields that say where and how something is written, or what type it has, and not what it does. */
const ignored: ReadonlySet<string> = new Set([
  'type', 'start', 'end', 'range', 'loc', 'extra', 'raw', 'shorthand', 'interpreter', 'phase', 'comments', 'errors',
  'typeAnnotation', 'typeParameters', 'typeArguments', 'returnType', 'superTypeParameters', 'superTypeArguments', 'implements', 'predicate',
  'accessibility', 'definite', 'override', 'readonly', 'abstract', 'declare', 'importKind', 'exportKind',
]);

/** Nodes that only dress an expression. */
const wrappers: ReadonlySet<string> = new Set([
  'ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion', 'TSInstantiationExpression',
]);

/** Declarations of types alone. Enums, namespaces and parameter properties do something and stay. */
const erased: ReadonlySet<string> = new Set([
  'TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction', 'TSIndexSignature',
  'TSAbstractMethodDefinition', 'TSAbstractPropertyDefinition', 'TSAbstractAccessorProperty',
]);

/**
 * The tree without types, parentheses, positions of tokens and spelling of literals, with the fields of each node in one order.
 * @throws EvospiceError `PROGRAM_SYNTAX` when it is nested too deeply
 */
export function plainTree({ tree }: ParsedSource): PlainNode {
  return copy(tree, 0, 'root');
}

function copy(node: SyntaxNode, depth: number, key: string): PlainNode {
  let [inner, level] = [node, depth];
  while (wrappers.has(inner.type)) [inner, level] = [inner['expression'] as SyntaxNode, level + 1];
  if (level > deepestNesting) throw tooDeep(undefined);
  const plain: Record<string, unknown> = { type: inner.type };
  if (inner.type === 'Identifier' || key === 'body') plain['range'] = [inner.start, inner.end];
  for (const field of fieldsOf(inner)) {
    const value = inner[field];
    if (value === undefined) continue;
    if (Array.isArray(value)) plain[field] = value.filter((entry) => !isErased(entry)).map((entry: unknown) => (isNode(entry) ? copy(entry, level + 1, '') : entry));
    else if (isNode(value)) plain[field] = isErased(value) ? null : copy(value, level + 1, field);
    // A call or member may be optional (`a?.b`); elsewhere the word belongs to a type.
    else if (field === 'optional') { if (value === true && (inner.type === 'CallExpression' || inner.type === 'MemberExpression')) plain[field] = true; }
    // The pattern of a regular expression and the digits of a large integer are fields of their own.
    else if (!(value instanceof RegExp) && typeof value !== 'bigint') plain[field] = value;
  }
  return plain as unknown as PlainNode;
}

/** True for what vanishes with the types: declarations of types, overloads, type imports, and a parameter called `this`. */
function isErased(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (erased.has(value.type)) return true;
  if (value['declare'] === true || value['importKind'] === 'type' || value['exportKind'] === 'type') return true;
  if (value.type === 'Identifier') return value['name'] === 'this';
  if (value.type === 'MethodDefinition') return isNode(value['value']) && value['value'].type === 'TSEmptyBodyFunctionExpression';
  if (value.type === 'ImportDeclaration') return Array.isArray(value['specifiers']) && value['specifiers'].length > 0 && value['specifiers'].every(isErased);
  if (value.type !== 'ExportNamedDeclaration') return false;
  if (isNode(value['declaration'])) return isErased(value['declaration']);
  return Array.isArray(value['specifiers']) && value['specifiers'].length > 0 && value['specifiers'].every(isErased);
}

/** Fields of a node in alphabetical order; the parser adds them in the order in which it happens to learn them. */
function fieldsOf(node: SyntaxNode): readonly string[] {
  const written = Object.keys(node);
  const before = orders.get(node.type);
  if (before !== undefined && before.written.length === written.length && before.written.every((field, index) => field === written[index])) return before.sorted;
  const sorted = written.filter((field) => !ignored.has(field)).sort();
  orders.set(node.type, { written, sorted });
  return sorted;
}

/** Per type of node, the fields of the last one seen, which the next one mostly has too. */
const orders = new Map<string, { readonly written: readonly string[]; readonly sorted: readonly string[] }>();

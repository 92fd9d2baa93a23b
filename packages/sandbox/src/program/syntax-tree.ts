import { parse } from '@babel/parser';
import { EvospiceError } from '@evospice/contracts';

/** A node of the syntax tree, as far as the static check looks at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Fields of the parser's node. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Longest source accepted, in characters: champions are a hundred times shorter. */
export const largestSource = 128 * 1024;

/**
 * Deepest nesting accepted, in nodes of the tree. Parsers written in native code or WebAssembly recurse without a
 * check: a few thousand parentheses kill the process or spoil the type stripper for good, so nothing deeper may reach them.
 */
export const deepestNesting = 400;

/** A refusal that says where. */
export function syntaxError(message: string, line: number | undefined, expected: string, remedy: string, received?: unknown): EvospiceError {
  return new EvospiceError('PROGRAM_SYNTAX', line === undefined ? message : `line ${line}: ${message}`, {
    expected, remedy, ...(received === undefined ? {} : { received }), ...(line === undefined ? {} : { line }),
  });
}

/**
 * Parses hostile source. The parser is plain JavaScript, so its stack running out is an exception like any other.
 * @throws EvospiceError `PROGRAM_SYNTAX` with the line.
 */
export function parseProgram(source: string): SyntaxNode {
  if (source.length > largestSource) {
    throw syntaxError(`the program has ${source.length} characters`, undefined, `at most ${largestSource} characters`, 'write a shorter program');
  }
  try {
    return wrap(parse(source, { sourceType: 'module', plugins: ['typescript'], createParenthesizedExpressions: true }).program);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(undefined);
    if (!(error instanceof SyntaxError)) throw error;
    const { line } = (error as SyntaxError & { loc?: { line: number } }).loc ?? {};
    throw syntaxError(error.message.replace(/ \(\d+:\d+\)$/, ''), line, 'TypeScript that parses as a module', 'correct the syntax');
  }
}

export function tooDeep(line: number | undefined): EvospiceError {
  return syntaxError('the program is nested too deeply', line, `at most ${deepestNesting} levels of syntax`, 'name intermediate results instead of nesting');
}

function isNode(value: unknown): value is Record<string, unknown> & { type: string; start: number; end: number; loc: { start: { line: number } } } {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string' && 'loc' in value;
}

function wrap(node: unknown): SyntaxNode {
  if (!isNode(node)) throw new TypeError('not a syntax node');
  return { type: node.type, start: node.start, end: node.end, line: node.loc.start.line, fields: node };
}

/** Nodes in one field, whether it holds one or a list. */
export function nodesIn(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const value = node.fields[field];
  return (Array.isArray(value) ? value : [value]).filter(isNode).map(wrap);
}

/** The node in one field, if it holds one. */
export function nodeIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return nodesIn(node, field)[0];
}

export interface Visit {
  readonly node: SyntaxNode;
  /** Levels below the root. */
  readonly depth: number;
  /** True inside any function or class body, where `await` belongs to that function. */
  readonly insideFunction: boolean;
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ObjectMethod', 'ClassMethod', 'ClassPrivateMethod']);

/** Every node once, without recursion. */
export function* walk(root: SyntaxNode): Generator<Visit> {
  const stack: Visit[] = [{ node: root, depth: 0, insideFunction: false }];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    yield visit;
    const { node, depth, insideFunction } = visit;
    const inside = insideFunction || functions.has(node.type);
    for (const field of Object.keys(node.fields)) {
      for (const child of nodesIn(node, field)) stack.push({ node: child, depth: depth + 1, insideFunction: inside });
    }
  }
}

import { parse } from '@babel/parser';
import { EvospiceError } from '@evospice/contracts';
import QuickLRU from 'quick-lru';
import { largestSource } from '../text/check-files.ts';
import type { Comment, SyntaxNode } from './syntax-node.ts';

/** A TypeScript or JavaScript module as it was parsed. */
export interface ParsedSource {
  readonly source: string;
  /** The `Program` node. */
  readonly tree: SyntaxNode;
  readonly comments: readonly Comment[];
}

/** Deepest nesting accepted, in nodes of the tree. What comes after the parser (type stripper, engine) recurses in native code without a check. */
export const deepestNesting = 400;

/** Parsed sources kept: parents come back again and again, and one program is asked for by check, hash and proposers. A tree takes about a hundred times its text. */
const parsed = new QuickLRU<string, ParsedSource>({ maxSize: 12 });

/**
 * Parses a module of TypeScript or JavaScript; fit for hostile text, since the parser is plain JavaScript whose stack running out is an
 * exception like any other. The same text is parsed once, as long as it is among the last that were asked for.
 * @param source at most 128 Ki characters
 * @throws EvospiceError `PROGRAM_SYNTAX` with the line; also for a name declared twice
 */
export function parseSource(source: string): ParsedSource {
  const before = parsed.get(source);
  if (before !== undefined) return before;
  const fresh = parseAnew(source);
  parsed.set(source, fresh);
  return fresh;
}

function parseAnew(source: string): ParsedSource {
  if (source.length > largestSource) {
    throw syntaxError(`the program has ${source.length} characters`, { expected: `at most ${largestSource} characters`, remedy: 'write a shorter program' });
  }
  try {
    const file = parse(source, { sourceType: 'module', plugins: ['typescript', 'estree'], createParenthesizedExpressions: true, attachComment: false });
    const comments = (file.comments ?? []).map(({ type, value, start, end }): Comment => ({ type: type === 'CommentLine' ? 'Line' : 'Block', value, start: start ?? 0, end: end ?? 0 }));
    return { source, tree: file.program as unknown as SyntaxNode, comments };
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(undefined);
    if (!(error instanceof SyntaxError)) throw error;
    const { line } = (error as SyntaxError & { loc?: { line: number } }).loc ?? {};
    throw syntaxError(error.message.replace(/ \(\d+:\d+\)$/, ''), { line, expected: 'TypeScript that parses as a module', remedy: 'correct the syntax' });
  }
}

/** A refusal that says where. */
export function syntaxError(message: string, details: { readonly line?: number | undefined; readonly expected: string; readonly remedy: string; readonly received?: unknown }): EvospiceError {
  const { line, received, ...rest } = details;
  return new EvospiceError('PROGRAM_SYNTAX', line === undefined ? message : `line ${line}: ${message}`, {
    ...rest, ...(received === undefined ? {} : { received }), ...(line === undefined ? {} : { line }),
  });
}

export function tooDeep(line: number | undefined): EvospiceError {
  return syntaxError('the program is nested too deeply', { line, expected: `at most ${deepestNesting} levels of syntax`, remedy: 'name intermediate results instead of nesting' });
}

/** Line of a position, counted from 1. */
export function lineAt(source: string, position: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < position; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}

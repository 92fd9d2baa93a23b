import { parseSync, type Comment } from 'oxc-parser';
import { remember } from './remember.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** Text from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface ParsedProgram {
  readonly source: string;
  readonly tree: SyntaxNode;
  readonly comments: readonly Comment[];
  /** What proposers may change: from the end of the start marker to the beginning of the end marker. */
  readonly evolve: TextRange;
}

export type ParseOutcome = { readonly ok: true; readonly program: ParsedProgram } | { readonly ok: false; readonly reason: string };

/**
 * Parses a program and finds its evolve block.
 * @returns a reason when it has a syntax error (or a name declared twice), not exactly one default export, or not exactly
 *   one pair of `// EVOLVE-BLOCK-START` and `// EVOLVE-BLOCK-END` comments in this order.
 */
export const parseProgram: (source: string) => ParseOutcome = remember((source) => {
  const parsed = parseSync('program.ts', source, { lang: 'ts', sourceType: 'module', showSemanticErrors: true });
  const error = parsed.errors[0];
  if (error !== undefined) return { ok: false, reason: `line ${lineAt(source, error.labels[0]?.start ?? 0)}: ${error.message}` };
  const tree = parsed.program as unknown as SyntaxNode;
  const exports = parsed.program.body.filter(({ type }) => type === 'ExportDefaultDeclaration');
  if (exports.length !== 1) return { ok: false, reason: `${exports.length} default exports in place of one` };
  const marked = (text: string): readonly Comment[] => parsed.comments.filter(({ type, value }) => type === 'Line' && value.trim() === text);
  const [starts, ends] = [marked('EVOLVE-BLOCK-START'), marked('EVOLVE-BLOCK-END')];
  const [start, end] = [starts[0], ends[0]];
  if (start === undefined || end === undefined || starts.length > 1 || ends.length > 1 || start.end > end.start) {
    return { ok: false, reason: `${starts.length} start markers and ${ends.length} end markers of an evolve block in place of one pair` };
  }
  return { ok: true, program: { source, tree, comments: parsed.comments, evolve: { start: start.end, end: end.start } } };
});

/** Line of a position, counted from 1. */
export function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length;
}

/** True for a node or comment that lies wholly inside the range. */
export function inside({ start, end }: TextRange, range: TextRange): boolean {
  return start >= range.start && end <= range.end;
}

import { EvospiceError } from '@evospice/contracts';
import { ngspiceSyntax, type CardSyntax } from './card-syntax.ts';

/** A word of a statement with its place in the file's text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `=` and parentheses are marks; the rest is words. */
  readonly kind: 'word' | 'equals' | 'open' | 'close';
}

/** One statement: a line and the lines that continue it. */
export interface Statement {
  /** Offset of its first character that is not blank. */
  readonly start: number;
  /** Line it starts on, counted from 1. */
  readonly line: number;
  readonly tokens: readonly Token[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', '{': '}', '[': ']' };

/**
 * Splits a netlist into its model statements. Lines whose first character is `*` are comments, also between a statement and
 * its continuation; what else starts a comment and what continues a line depends on the syntax.
 */
export function modelStatements(text: string, file: string, syntax: CardSyntax = ngspiceSyntax): Statement[] {
  return scan(text, file, syntax).statements;
}

/** Lines that belong to no model statement and are not comments: what a conversion of one model leaves out. */
export function otherStatements(text: string, file: string, syntax: CardSyntax = ngspiceSyntax): readonly number[] {
  return scan(text, file, syntax).others;
}

function scan(text: string, file: string, syntax: CardSyntax): { statements: Statement[]; others: number[] } {
  const statements: { start: number; line: number; tokens: Token[] }[] = [];
  const others: number[] = [];
  let current: { start: number; line: number; tokens: Token[] } | undefined;
  // True where the line before ended in the mark that continues it.
  let continued = false;
  for (const whole of linesOf(text)) {
    let at = whole.start;
    while (at < whole.end && isBlank(text[at]!)) at++;
    const open = continued;
    const line = syntax.continueAtEnd === undefined ? whole : withoutMark(text, whole, syntax.continueAtEnd);
    continued = line !== whole;
    if (at >= line.end) continue;
    if (!open && text[at] === '*') {
      continued = false;
      continue;
    }
    if (startsComment(text, at, syntax)) continue;
    if (open || text[at] === '+') {
      current?.tokens.push(...tokensOf(text, open ? at : at + 1, line, file, syntax));
      continue;
    }
    current = undefined;
    const keyword = syntax.keyword.exec(text.slice(at, line.end))?.[0];
    if (keyword === undefined) {
      others.push(whole.number);
      continue;
    }
    current = { start: at, line: line.number, tokens: tokensOf(text, at + keyword.length, line, file, syntax) };
    statements.push(current);
  }
  return { statements, others };
}

function withoutMark(text: string, line: Line, mark: string): Line {
  let end = line.end;
  while (end > line.start && isBlank(text[end - 1]!)) end--;
  return end - mark.length >= line.start && text.slice(end - mark.length, end) === mark ? { ...line, end: end - mark.length } : line;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next;
    lines.push({ start, end: stop > start && text[stop - 1] === '\r' ? stop - 1 : stop, number: lines.length + 1 });
    if (next < 0) break;
    start = next + 1;
  }
  return lines;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\f';
}

/** True where a comment starts that runs to the end of the line. */
function startsComment(text: string, at: number, syntax: CardSyntax): boolean {
  const mark = syntax.comments.find((each) => text.startsWith(each, at));
  if (mark === undefined) return false;
  // A dollar sign may stand inside a name.
  return mark !== '$' || at === 0 || isBlank(text[at - 1]!) || text[at - 1] === ',' || text[at - 1] === '\n' || text[at - 1] === '+';
}

function tokensOf(text: string, from: number, line: Line, file: string, syntax: CardSyntax): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < line.end) {
    const character = text[at]!;
    if (isBlank(character) || character === ',') at++;
    else if (startsComment(text, at, syntax)) break;
    else if (character === '=') tokens.push({ text: '=', start: at, end: ++at, kind: 'equals' });
    else if (character === '(' && syntax.bareExpressions !== true) tokens.push({ text: '(', start: at, end: ++at, kind: 'open' });
    else if (character === ')') tokens.push({ text: ')', start: at, end: ++at, kind: 'close' });
    else {
      const end = endOfWord(text, at, line, { file, syntax, expression: tokens.at(-1)?.kind === 'equals' });
      tokens.push({ text: text.slice(at, end), start: at, end, kind: 'word' });
      at = end;
    }
  }
  return tokens;
}

/** A word ends at a blank, comma, `=` or parenthesis outside quotes; behind `=` an expression such as `2*(a+b)` keeps its parentheses. */
function endOfWord(text: string, start: number, line: Line, { file, syntax, expression }: { readonly file: string; readonly syntax: CardSyntax; readonly expression: boolean }): number {
  let at = start;
  while (at < line.end) {
    const character = text[at]!;
    if (closing[character] !== undefined) {
      at = endOfQuote(text, at, line, file);
      continue;
    }
    if (character === '(' && (syntax.bareExpressions === true || (expression && at > start && /[\w*/+^-]/.test(text[at - 1]!)))) {
      const end = endOfParentheses(text, at, line);
      if (end === undefined && syntax.bareExpressions === true) throw unclosed('(', ')', text.slice(start, line.end), file, line);
      if (end === undefined) return at;
      at = end;
      continue;
    }
    if (isBlank(character) || character === ',' || character === '=' || character === '(' || character === ')' || startsComment(text, at, syntax)) return at;
    at++;
  }
  return at;
}

function endOfQuote(text: string, start: number, line: Line, file: string): number {
  const open = text[start]!;
  const close = closing[open]!;
  let depth = 0;
  for (let at = start; at < line.end; at++) {
    if (at > start && open === close && text[at] === close) return at + 1;
    if (open === close) continue;
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  throw unclosed(open, close, text.slice(start, line.end), file, line);
}

function unclosed(open: string, close: string, received: string, file: string, line: Line): EvospiceError {
  return new EvospiceError('CARD_SYNTAX', `${open} is not closed on its line`, { received, expected: `${close} before the end of the line`, remedy: 'close the expression or string', file, line: line.number });
}

function endOfParentheses(text: string, start: number, line: Line): number | undefined {
  let depth = 0;
  for (let at = start; at < line.end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

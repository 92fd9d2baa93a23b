import { EvospiceError } from '@evospice/kernel';

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
 * Splits a netlist into its `.model` statements. Lines whose first character is `*` are comments, also between a statement and
 * its continuation; `;`, `//` and a `$` behind a blank or comma start a comment inside a line, as in ngspice.
 */
export function modelStatements(text: string, file: string): Statement[] {
  const statements: { start: number; line: number; tokens: Token[] }[] = [];
  let current: { start: number; line: number; tokens: Token[] } | undefined;
  for (const line of linesOf(text)) {
    let at = line.start;
    while (at < line.end && isBlank(text[at]!)) at++;
    if (at === line.end || text[at] === '*') continue;
    if (text[at] === '+') {
      current?.tokens.push(...tokensOf(text, at + 1, line, file));
      continue;
    }
    current = undefined;
    if (!/^\.model\b/i.test(text.slice(at, at + 7))) continue;
    current = { start: at, line: line.number, tokens: tokensOf(text, at + 6, line, file) };
    statements.push(current);
  }
  return statements;
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
function startsComment(text: string, at: number): boolean {
  const character = text[at];
  if (character === ';') return true;
  if (character === '/' && text[at + 1] === '/') return true;
  return character === '$' && (at === 0 || isBlank(text[at - 1]!) || text[at - 1] === ',' || text[at - 1] === '\n' || text[at - 1] === '+');
}

function tokensOf(text: string, from: number, line: Line, file: string): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < line.end) {
    const character = text[at]!;
    if (isBlank(character) || character === ',') at++;
    else if (startsComment(text, at)) break;
    else if (character === '=') tokens.push({ text: '=', start: at, end: ++at, kind: 'equals' });
    else if (character === '(') tokens.push({ text: '(', start: at, end: ++at, kind: 'open' });
    else if (character === ')') tokens.push({ text: ')', start: at, end: ++at, kind: 'close' });
    else {
      const end = endOfWord(text, at, line, { file, expression: tokens.at(-1)?.kind === 'equals' });
      tokens.push({ text: text.slice(at, end), start: at, end, kind: 'word' });
      at = end;
    }
  }
  return tokens;
}

/** A word ends at a blank, comma, `=` or parenthesis outside quotes; behind `=` an expression such as `2*(a+b)` keeps its parentheses. */
function endOfWord(text: string, start: number, line: Line, { file, expression }: { readonly file: string; readonly expression: boolean }): number {
  let at = start;
  while (at < line.end) {
    const character = text[at]!;
    if (closing[character] !== undefined) {
      at = endOfQuote(text, at, line, file);
      continue;
    }
    if (expression && character === '(' && at > start && /[\w*/+^-]/.test(text[at - 1]!)) {
      const end = endOfParentheses(text, at, line);
      if (end === undefined) return at;
      at = end;
      continue;
    }
    if (isBlank(character) || character === ',' || character === '=' || character === '(' || character === ')' || startsComment(text, at)) return at;
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
  throw new EvospiceError('CARD_SYNTAX', `${open} is not closed on its line`, {
    met: text.slice(start, line.end), expected: `${close} before the end of the line`, remedy: 'close the expression or string', file, line: line.number,
  });
}

function endOfParentheses(text: string, start: number, line: Line): number | undefined {
  let depth = 0;
  for (let at = start; at < line.end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

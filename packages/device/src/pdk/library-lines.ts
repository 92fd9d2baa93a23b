import type { Place } from './pdk-error.ts';

/** One statement without comments, its continuations joined by blanks. */
export interface LibraryStatement extends Place {
  readonly text: string;
}

const quoteMarks = new Set(["'", '"']);

/**
 * Statements of a file: `*` lines are comments, `+` continues, and so do two backslashes at the end of a line.
 * @param comments marks that begin a comment outside quotes, a `$` only behind a blank
 */
export function libraryStatements(text: string, file: string, comments: readonly string[]): LibraryStatement[] {
  const statements: { text: string; file: string; line: number }[] = [];
  let open = false;
  text.split(/\r\n|\n|\r/).forEach((whole, index) => {
    const content = withoutComment(whole, comments).trim();
    if (content === '' || (content.startsWith('*') && !open)) return;
    const last = statements.at(-1);
    const own = content.replace(/^\+/, '').replace(/\\\\$/, '').trim();
    if (last !== undefined && (open || content.startsWith('+'))) last.text += ` ${own}`;
    else statements.push({ text: own, file, line: index + 1 });
    open = content.endsWith('\\\\');
  });
  return statements;
}

function withoutComment(line: string, comments: readonly string[]): string {
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const mark = line[at]!;
    if (quote !== undefined) {
      if (mark === quote) quote = undefined;
    } else if (quoteMarks.has(mark)) quote = mark;
    else if (comments.some((each) => line.startsWith(each, at)) && (mark !== '$' || at === 0 || /[\s,]/.test(line[at - 1]!))) return line.slice(0, at);
  }
  // A quote that stays open here may close on a continued line.
  return line;
}

export interface Assignment {
  /** Lower case. */
  readonly name: string;
  /** As written, where it is not lower case. */
  readonly spelling?: string;
  readonly text: string;
  /** Arguments of a function defined as `f(x)=…`. */
  readonly arguments?: readonly string[];
}

/** Splits `a b name=value …` into its words and its pairs; a value runs to the next `name=` outside quotes, braces and parentheses. */
export function splitAssignments(text: string): { readonly words: readonly string[]; readonly pairs: readonly Assignment[] } {
  const starts: { readonly name: string; readonly spelling?: string; readonly start: number; readonly value: number; readonly arguments?: readonly string[] }[] = [];
  for (const at of equalSigns(text)) {
    const head = /((?:dev|lot)(?:\/\w+)+|[a-z_][\w.#$:]*)\s*(\([^()]*\))?\s*$/i.exec(text.slice(starts.at(-1)?.value ?? 0, at));
    if (head === null) continue;
    const args = head[2]?.slice(1, -1).split(',').map((argument) => argument.trim().toLowerCase()).filter((argument) => argument !== '');
    const spelling = head[1] === head[1]!.toLowerCase() ? {} : { spelling: head[1]! };
    starts.push({ name: head[1]!.toLowerCase(), ...spelling, start: (starts.at(-1)?.value ?? 0) + head.index, value: at + 1, ...(args === undefined ? {} : { arguments: args }) });
  }
  const words = splitWords(text.slice(0, starts[0]?.start ?? text.length)).filter((word) => !/^params?:$/i.test(word));
  const pairs = starts.map((each, index) => ({
    name: each.name, ...(each.spelling === undefined ? {} : { spelling: each.spelling }),
    text: text.slice(each.value, starts[index + 1]?.start ?? text.length).trim().replace(/[,\s]+$/, ''),
    ...(each.arguments === undefined ? {} : { arguments: each.arguments }),
  }));
  return { words, pairs };
}

/** Words of a text; blanks and commas inside quotes, braces and behind an opened expression do not part it, parentheses around words do. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let depth = 0;
  let quote: string | undefined;
  const end = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  for (const mark of text) {
    if (quote !== undefined) quote = mark === quote ? undefined : quote;
    else if (quoteMarks.has(mark)) quote = mark;
    else if (mark === '{' || (mark === '(' && (depth > 0 || /[\w*/+^-]$/.test(word)))) depth += 1;
    else if (depth > 0) depth -= mark === '}' || mark === ')' ? 1 : 0;
    else if (/[\s,()]/.test(mark)) {
      end();
      continue;
    }
    word += mark;
  }
  end();
  return words;
}

/** Places of `=` that assign: outside quotes, braces and parentheses, and no part of a comparison. */
function equalSigns(text: string): number[] {
  const found: number[] = [];
  let depth = 0;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (quote !== undefined) {
      if (mark === quote) quote = undefined;
    } else if (quoteMarks.has(mark)) quote = mark;
    else if (mark === '{' || mark === '(') depth += 1;
    else if (mark === '}' || mark === ')') depth -= 1;
    else if (mark === '=' && depth === 0 && text[at + 1] !== '=' && !/[=<>!]/.test(text[at - 1] ?? ' ')) found.push(at);
  }
  return found;
}

import { dialectNumbers } from './dialect-numbers.ts';

/** How a simulator family writes a model statement down. */
export interface CardSyntax {
  /** What a model statement starts with, at the beginning of a line. */
  readonly keyword: RegExp;
  /** Marks that start a comment inside a line; a `$` only behind a blank or comma. `*` at the start of a line is a comment everywhere. */
  readonly comments: readonly string[];
  /** What a comment line that is written begins with; `*` when left out. */
  readonly commentLine?: string;
  /** Mark at the end of a line that continues it; `+` at the start of the next one always does. */
  readonly continueAtEnd?: string;
  /** True where an expression stands without quotes or braces and may hold blanks. */
  readonly bareExpressions?: boolean;
  /** Reads a number with this family's suffixes; undefined for anything else. */
  number(text: string): number | undefined;
  /** Remedy for a file without any model, where the usual one would mislead. */
  readonly missingRemedy?: string;
}

const dotModel = /^\.model(?=[\s(]|$)/i;

/** ngspice and SPICE3. */
export const ngspiceSyntax: CardSyntax = { keyword: dotModel, comments: [';', '//', '$'], continueAtEnd: '\\\\', number: dialectNumbers.ngspice };

/** A statement in Spectre's own language whose values are plain numbers. */
export const spectreStatement: CardSyntax = { keyword: /^model(?=\s)/, comments: ['//'], number: dialectNumbers.spectre };

/** A SPICE family with comments and numbers of its own. */
export function spiceSyntax(own: Partial<CardSyntax> & Pick<CardSyntax, 'comments' | 'number'>): CardSyntax {
  return { keyword: dotModel, ...own };
}

import { createHash } from 'node:crypto';

/** A text that is learnt, under a name that follows from it: what is said of it holds wherever it is found again. */
export interface NamedText {
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly text: string;
}

export function named(text: string): NamedText {
  return { id: createHash('sha256').update(text).digest('hex').slice(0, 8), text };
}

/** On one line, and no longer than so many characters. */
export function oneLine(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

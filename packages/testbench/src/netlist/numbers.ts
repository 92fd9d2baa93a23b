/** A finite number as every dialect reads it: the shortest decimal that gives the same double, without suffixes. */
export function spiceNumber(value: number): string {
  return String(value === 0 ? 0 : value);
}

/** Breaks a statement into continuation lines, which every dialect here joins again. */
export function wrapped(statement: string, words: readonly string[], perLine = 8): string {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += perLine) lines.push(words.slice(at, at + perLine).join(' '));
  return [statement, ...lines].join('\n+ ');
}

/** A finite number as SPICE reads it: the shortest decimal that gives the same double. */
export function spiceNumber(value: number): string {
  return String(value === 0 ? 0 : value);
}

/** Breaks a statement into continuation lines, which ngspice joins again. */
export function wrapped(statement: string, words: readonly string[], perLine = 12): string {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += perLine) lines.push(words.slice(at, at + perLine).join(' '));
  return [statement, ...lines].join('\n+ ');
}

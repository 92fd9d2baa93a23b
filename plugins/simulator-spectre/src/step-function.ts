/** Characters after which a line is continued. */
const LINE = 90;

/**
 * An expression that takes the k-th of these values where the variable is nearest to k: nested choices that halve the
 * list, so that even long tables stay shallow. Broken into continued lines.
 */
export function stepFunction(variable: string, values: readonly string[]): string {
  const choose = (from: number, to: number): string[] => {
    if (to - from === 1) return [values[from] as string];
    const middle = Math.floor((from + to) / 2);
    return ['(', `${variable}<${middle - 0.5}`, '?', ...choose(from, middle), ':', ...choose(middle, to), ')'];
  };
  const lines: string[] = [];
  let line = '';
  for (const token of choose(0, values.length)) {
    if (line.length + token.length > LINE) {
      lines.push(line);
      line = '';
    }
    line += token;
  }
  return [...lines, line].join('\n+ ');
}

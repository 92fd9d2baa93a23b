import wrapAnsi from 'wrap-ansi';

/** Columns of standard output; 80 where it is not a terminal. */
export function terminalWidth(): number {
  return Math.max(40, process.stdout.columns ?? 80);
}

/** Whether standard output can take colours and box characters. */
export function terminalIsFancy(): boolean {
  return process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

/**
 * A text broken into lines no wider than the terminal, words whole where they fit. Every line after the first is indented.
 * @param indent blanks before the second and further lines
 */
export function fold(text: string, indent = 0, width = terminalWidth()): string {
  const lead = /^ */u.exec(text)?.[0].length ?? 0;
  const margin = Math.max(lead, indent);
  const lines = wrapAnsi(text.slice(lead), width - margin, { hard: true }).split('\n');
  return lines.map((line, index) => `${' '.repeat(index === 0 ? lead : margin)}${line}`).join('\n');
}

/** A plain-text table: the first column left, the others right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd();
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Four significant digits, no exponent below a million. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3)) return value.toExponential(1);
  return String(Number(value.toPrecision(4)));
}

/** Numbers of a list such as `1-5,8`. */
export function numberList(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [from = Number.NaN, to = from] = part.split('-').map(Number);
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) throw new Error(`"${part}" is not a number or range such as 1-5`);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/** Names of a list with commas; undefined for no list. */
export function nameList(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((name) => name.trim()).filter((name) => name !== '');
}

/** A whole number from 1 of an option. */
export function count(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} is ${text}, and must be a whole number from 1`);
  return value;
}

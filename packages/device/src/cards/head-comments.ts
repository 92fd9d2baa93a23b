/** First and last line of what a card says of where it comes from. */
const first = 'Extracted by Evospice';
const last = 'End of what Evospice says of this card';

/** Longest line of a comment: old readers cut lines at 132 characters. */
const longest = 118;

/** What a card says of where it comes from, without its marks: the lines of `lines` between a first and a last one. */
export function provenanceBlock(version: string, lines: readonly string[]): readonly string[] {
  return [`${first} ${version}`, ...lines, last];
}

/**
 * Lines as comments of a card in front of its text: printable ASCII, folded, no line with a mark that continues it.
 * @param mark what a comment line begins with
 */
export function commented(lines: readonly string[], mark = '*'): string {
  return lines.flatMap(folded).map((line) => `${mark} ${line}`.trimEnd()).map((line) => `${line}\n`).join('');
}

/** Lines of the provenance that a card's text has, of all extractions and conversions it went through, without comment marks; none where it has none. */
export function provenanceIn(text: string): readonly string[] {
  const found: string[] = [];
  let inside = false;
  for (const whole of text.split(/\r?\n/u)) {
    const line = /^(?:\*|\/\/) ?(.*)$/u.exec(whole)?.[1];
    if (line === undefined) {
      inside = false;
      continue;
    }
    inside ||= line.startsWith(first);
    if (inside) found.push(line);
    if (line === last) inside = false;
  }
  return found;
}

/** The lines with others in front of the last one of the last block. */
export function withLinesAdded(lines: readonly string[], more: readonly string[]): readonly string[] {
  const end = lines.lastIndexOf(last);
  return end < 0 ? lines : [...lines.slice(0, end), ...more, ...lines.slice(end)];
}

const plain: Readonly<Record<string, string>> = { µ: 'u', μ: 'u', Ω: 'ohm', '°': 'deg ', '−': '-', '–': '-', '—': '-', '→': '->', '²': '2', '×': 'x', '’': '\'', 'ß': 'ss' };

function folded(line: string): readonly string[] {
  const ascii = [...line.normalize('NFC')].map((character) => plain[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '')).join('').replaceAll('\\', '/').replaceAll(/[^\u0020-\u007e]/gu, '?');
  if (ascii.length <= longest) return [ascii];
  const at = ascii.lastIndexOf(' ', longest);
  const end = ascii.slice(0, at < 0 ? 0 : at).trim() === '' ? longest : at;
  return [ascii.slice(0, end), ...folded(`    ${ascii.slice(end).trimStart()}`)];
}

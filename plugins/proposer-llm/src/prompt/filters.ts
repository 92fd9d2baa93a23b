/** What templates can do with values besides what Liquid offers. */
export const filters: Readonly<Record<string, (value: unknown, ...more: readonly unknown[]) => string>> = {
  /** A text and an empty line behind it; nothing for an empty text. */
  section: (text) => (String(text).trim() === '' ? '' : `${String(text).trim()}\n\n`),
  /** In a code fence that is longer than any in the text. */
  code: (text, language) => {
    const longest = Math.max(2, ...[...String(text).matchAll(/^\s*(`{3,})/gmu)].map(([, ticks]) => ticks!.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${String(language ?? '')}\n${String(text).trimEnd()}\n${fence}`;
  },
  /** Names with their values. */
  figures: (record) => Object.entries(record as object).map(([name, value]) => `${name} ${String(value)}`).join(', '),
};

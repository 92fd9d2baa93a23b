/**
 * A text as a terminal may be given it. Names and words of files, models and services may hold signs that a terminal obeys or that hide
 * the order of letters; they are written by their numbers (`\u{1B}`). Tabs and line ends stay.
 */
export function visible(text: string): string {
  return text.replaceAll(/(?![\n\t]|\r\n)[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (sign) => `\\u{${sign.codePointAt(0)!.toString(16).toUpperCase()}}`);
}

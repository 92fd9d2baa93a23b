import { closest, distance } from 'fastest-levenshtein';

/** The known word nearest in spelling, or undefined when none is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const guess = closest(word.toLowerCase(), known.map((name) => name.toLowerCase()));
  const found = known.find((name) => name.toLowerCase() === guess);
  if (found === undefined) return undefined;
  const allowed = Math.max(2, Math.floor(word.length / 3));
  return distance(word.toLowerCase(), guess) <= allowed || found.toLowerCase().startsWith(word.toLowerCase()) ? found : undefined;
}

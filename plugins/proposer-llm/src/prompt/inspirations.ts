import type { EvaluatedProgram, ProgramText } from '@evospice/contracts';
import { shinglesOf, similarity } from '@evospice/program-text';

/**
 * Elites worth a look beside a program: good ones that differ from it and from each other. One after another, that with the greatest product of its rank by
 * score (1 for the best of those offered, then evenly less) and its distance to the nearest program that is shown already. The distance is the mean of that
 * of the texts (1 less the share of token sequences in common) and that of the measures (each as a share of its range over those offered), from 0 to 1; to the
 * program itself that of the texts.
 */
export function chooseInspirations(base: ProgramText, offered: readonly EvaluatedProgram[], count: number): readonly EvaluatedProgram[] {
  const ranked = offered.toSorted((a, b) => b.score.value - a.score.value);
  const left = ranked.map((entry, place) => ({ entry, goodness: 1 - place / ranked.length, shingles: shinglesOf(entry.program) }));
  const apart = measureDistance(offered);
  const baseShingles = shinglesOf(base);
  const chosen: typeof left = [];
  while (chosen.length < count && left.length > 0) {
    const worth = left.map(({ entry, goodness, shingles }) => {
      const toBase = 1 - similarity(shingles, baseShingles);
      const toOthers = chosen.map((other) => (1 - similarity(shingles, other.shingles) + apart(entry, other.entry)) / 2);
      return goodness * Math.min(toBase, ...toOthers);
    });
    chosen.push(...left.splice(worth.indexOf(Math.max(...worth)), 1));
  }
  return chosen.map(({ entry }) => entry);
}

/** Root mean square of the differences of all measures; 0 where there are none. */
function measureDistance(offered: readonly EvaluatedProgram[]): (a: EvaluatedProgram, b: EvaluatedProgram) => number {
  const names = Object.keys(offered[0]?.measures ?? {});
  const spans = names.map((name) => {
    const values = offered.map(({ measures }) => measures[name] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
  return (a, b) => {
    const squares = names.map((name, index) => (spans[index] === 0 ? 0 : (((a.measures[name] ?? 0) - (b.measures[name] ?? 0)) / spans[index]!) ** 2));
    return squares.length === 0 ? 0 : Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  };
}

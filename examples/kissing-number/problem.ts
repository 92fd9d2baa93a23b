import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { rowsOf } from '../shared/answers.ts';

/** Most spheres known: 4 dimensions 24 and 8 dimensions 240 (both proved), 11 dimensions 593 (AlphaEvolve, arXiv 2506.13131, B.11; before it 592, Ganzhinov, arXiv 2207.08266). */
const bestKnown: Readonly<Record<number, number>> = { 4: 24, 8: 240, 11: 593 };

/** No kissing configuration in 11 dimensions has more than 868 spheres (Machado and de Oliveira Filho, arXiv 1609.05167). */
const mostVectors = 868;

/**
 * Judges vectors of whole numbers: the score is how many there are, if no two are closer to each other than the longest is long.
 *
 * Then equal spheres around the ends of the vectors, each brought to the same length, touch one in the middle and do not overlap: among
 * vectors no longer than their distances all angles are at least 60 degrees. Everything is whole numbers, so nothing is rounded.
 */
export function judge(found: unknown, dimension: number): Evaluation {
  const rows = rowsOf(found, [1, mostVectors], dimension);
  if (typeof rows === 'string') return { invalid: rows };
  const fraction = rows.findIndex((row) => !row.every((value) => Number.isSafeInteger(value)));
  if (fraction >= 0) return { invalid: `vector ${fraction} must be of whole numbers below 2^53` };
  const vectors = rows.map((row) => row.map(BigInt));
  const lengths = vectors.map((vector) => product(vector, vector));
  const zero = lengths.indexOf(0n);
  if (zero >= 0) return { invalid: `vector ${zero} is 0` };
  const longest = lengths.reduce((most, length) => (length > most ? length : most));
  for (const [index, a] of vectors.entries()) {
    for (let other = index + 1; other < vectors.length; other += 1) {
      const distance = (lengths[index] as bigint) + (lengths[other] as bigint) - 2n * product(a, vectors[other] as bigint[]);
      if (distance < longest) return { invalid: `vectors ${index} and ${other} are closer than the longest is long` };
    }
  }
  const known = bestKnown[dimension];
  return {
    score: rows.length,
    parts: { spheres: rows.length, ...(known === undefined ? {} : { 'of the best known': rows.length / known }) },
    measures: { lengths: new Set(lengths).size },
    artefacts: { vectors: rows.map((row) => [...row]) },
  };
}

function product(a: readonly bigint[], b: readonly bigint[]): bigint {
  let sum = 0n;
  for (const [index, value] of a.entries()) sum += value * (b[index] as bigint);
  return sum;
}

export const problem: ModuleProblem = {
  contract: 'export default function vectors(dimension: number, context: CallContext): number[][]',
  goal: 'Return as many vectors of 11 whole numbers as you can, none of them 0, such that the distance of any two is at least the length of the longest of all. '
    + 'They are then the centres of spheres that touch one in the middle: 593 are known.',
  rules: 'It has 20 seconds.',
  measures: ['lengths'],
  cases: [{ id: 'd11', seed: 1, dimension: 11 }],
  evaluate: async (program, { dimension }) => judge(await program.call('default', dimension as number), dimension as number),
};

import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { rowsOf } from '../shared/answers.ts';
import { commonUnits, quotient } from '../shared/exact.ts';

/** Smallest squared ratios known in the plane: 4 points 2 (proved), 16 points 12.889266112 (AlphaEvolve, arXiv 2506.13131, B.8; before it 12.890, E. Friedman's list). */
const bestKnown: Readonly<Record<number, number>> = { 4: 2, 16: 12.889266112 };

/** Judges n points of the plane: the square of the largest distance over that of the smallest, computed exactly and rounded once. Small is good; the score is it, negated. */
export function judge(found: unknown, count: number): Evaluation {
  const points = rowsOf(found, count, 2);
  if (typeof points === 'string') return { invalid: points };
  const flat = commonUnits(points.flat());
  const exact = points.map((_, index): readonly [bigint, bigint] => [flat[2 * index] as bigint, flat[2 * index + 1] as bigint]);
  let [least, most] = [undefined as bigint | undefined, 0n];
  for (const [index, a] of exact.entries()) {
    for (const [offset, b] of exact.slice(index + 1).entries()) {
      const distance = (a[0] - b[0]) ** 2n + (a[1] - b[1]) ** 2n;
      if (distance === 0n) return { invalid: `points ${index} and ${index + 1 + offset} are the same` };
      if (least === undefined || distance < least) least = distance;
      if (distance > most) most = distance;
    }
  }
  if (least === undefined) return { invalid: 'there is no distance' };
  const squared = quotient(most, least);
  if (!Number.isFinite(squared)) return { invalid: 'the ratio is larger than any double' };
  const known = bestKnown[count];
  return {
    score: -squared,
    parts: { 'squared ratio': squared, ratio: Math.sqrt(squared), ...(known === undefined ? {} : { 'of the best known': known / squared }) },
    measures: { 'on the hull': exact.filter((point) => isCorner(point, exact)).length / count },
    artefacts: { points: points.map((point) => [...point]) },
  };
}

/** Whether a point is a corner of the convex hull: all others lie within less than half a turn around it. */
function isCorner(point: readonly [bigint, bigint], all: readonly (readonly [bigint, bigint])[]): boolean {
  const others = all.filter((other) => other !== point).map(([x, y]): readonly [bigint, bigint] => [x - point[0], y - point[1]]);
  return others.some((first) => others.every((other) => {
    const turn = first[0] * other[1] - first[1] * other[0];
    return turn > 0n || (turn === 0n && first[0] * other[0] + first[1] * other[1] > 0n);
  }));
}

export const problem: ModuleProblem = {
  contract: 'export default function place(count: number, context: CallContext): [x: number, y: number][]',
  goal: 'Place 16 points in the plane so that the largest distance between two is as few times the smallest as possible.',
  rules: 'It has 20 seconds.',
  measures: ['on the hull'],
  cases: [{ id: 'n16', seed: 1, count: 16 }],
  evaluate: async (program, { count }) => judge(await program.call('default', count as number), count as number),
};

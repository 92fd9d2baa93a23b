import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { rowsOf } from '../shared/answers.ts';
import { one, quotient, units } from '../shared/exact.ts';

/** Largest smallest areas known in the unit square: 6 points 1/8 (proved), 11 points 0.037037 (Goldberg 1972; Comellas and Yebra, Electron. J. Combin. 9 (2002) R6). */
const bestKnown: Readonly<Record<number, number>> = { 6: 1 / 8, 11: 0.037037 };

/** Judges n points of the unit square: the score is the area of the smallest triangle that three of them make, computed exactly and rounded once. */
export function judge(found: unknown, count: number): Evaluation {
  const points = rowsOf(found, count, 2);
  if (typeof points === 'string') return { invalid: points };
  const exact = points.map(([x = 0, y = 0]): readonly [bigint, bigint] => [units(x), units(y)]);
  const outside = exact.findIndex((point) => point.some((value) => value < 0n || value > one));
  if (outside >= 0) return { invalid: `point ${outside} is not inside the unit square` };
  let least: bigint | undefined;
  for (const [index, a] of exact.entries()) {
    for (const [offset, b] of exact.slice(index + 1).entries()) {
      for (const c of exact.slice(index + 2 + offset)) {
        const double = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        const size = double < 0n ? -double : double;
        if (size === 0n) return { invalid: `three points are on a line, among them ${index} and ${index + 1 + offset}` };
        if (least === undefined || size < least) least = size;
      }
    }
  }
  if (least === undefined) return { invalid: 'there is no triangle' };
  const area = quotient(least, 2n * one * one);
  const known = bestKnown[count];
  const onBorder = exact.filter((point) => point.some((value) => value === 0n || value === one)).length;
  return {
    score: area,
    parts: { area, ...(known === undefined ? {} : { 'of the best known': area / known }) },
    measures: { 'on the border': onBorder / count },
    artefacts: { points: points.map((point) => [...point]) },
  };
}

export const problem: ModuleProblem = {
  contract: 'export default function place(count: number, context: CallContext): [x: number, y: number][]',
  goal: 'Place 11 points in the unit square [0, 1] x [0, 1] so that the smallest triangle that three of them make is as large as possible.',
  rules: 'It has 20 seconds.',
  measures: ['on the border'],
  cases: [{ id: 'n11', seed: 1, count: 11 }],
  evaluate: async (program, { count }) => judge(await program.call('default', count as number), count as number),
};

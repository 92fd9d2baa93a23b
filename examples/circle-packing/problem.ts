import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { rowsOf } from '../shared/answers.ts';
import { one, toNumber, units } from '../shared/exact.ts';

/**
 * Largest sums of radii known, as TTT-Discover, arXiv 2601.16175, reports them: n = 26: 2.635983 (AlphaEvolve, arXiv 2506.13131, B.12:
 * 2.635), n = 32: 2.939572 (AlphaEvolve: 2.937).
 */
const bestKnown: Readonly<Record<number, number>> = { 26: 2.635983, 32: 2.939572 };

/**
 * Judges a packing: n circles in the unit square whose interiors do not meet, the score is the sum of their radii.
 *
 * Nothing is forgiven. The doubles are taken as they are and all comparisons are exact (see exact.ts): an overlap of 1e-300 counts as
 * one. A program that wants its circles to touch must round its radii down.
 */
export function judge(found: unknown, count: number): Evaluation {
  const circles = rowsOf(found, count, 3);
  if (typeof circles === 'string') return { invalid: circles };
  const exact = circles.map((row) => {
    const [x = 0, y = 0, radius = 0] = row;
    return { x: units(x), y: units(y), radius: units(radius) };
  });
  for (const [index, { x, y, radius }] of exact.entries()) {
    if (radius <= 0n) return { invalid: `the radius of circle ${index} is not greater than 0` };
    if (x < radius || y < radius || x + radius > one || y + radius > one) return { invalid: `circle ${index} is not inside the unit square` };
  }
  for (const [index, a] of exact.entries()) {
    for (const [offset, b] of exact.slice(index + 1).entries()) {
      const [dx, dy, reach] = [a.x - b.x, a.y - b.y, a.radius + b.radius];
      if (dx * dx + dy * dy < reach * reach) return { invalid: `circles ${index} and ${index + 1 + offset} overlap` };
    }
  }
  const sum = toNumber(exact.reduce((total, { radius }) => total + radius, 0n));
  const radii = circles.map(([, , radius = 0]) => radius);
  const known = bestKnown[count];
  return {
    score: sum,
    parts: { sum, ...(known === undefined ? {} : { 'of the best known': sum / known }) },
    measures: { evenness: Math.min(...radii) / Math.max(...radii) },
    artefacts: { picture: picture(circles), circles: circles.map((circle) => [...circle]) },
  };
}

function picture(circles: readonly (readonly number[])[]): string {
  const shapes = circles.map(([x = 0, y = 0, radius = 0]) => `<circle cx="${x}" cy="${1 - y}" r="${radius}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" fill="#9ecae1" stroke="#08519c" stroke-width="0.002"><rect width="1" height="1" fill="none"/>${shapes}</svg>`;
}

export const problem: ModuleProblem = {
  contract: `export default function pack(count: number, context: CallContext): [x: number, y: number, radius: number][]
// context.random.next() and context.random.normal() are the only chance; context.toolbox has linear algebra and samplers`,
  goal: 'Place the circles in the unit square [0, 1] x [0, 1] so that the sum of their radii is as large as possible. No two may overlap and none may leave the square; both are checked exactly, '
    + 'without any tolerance, so take radii a little too small rather than too large.',
  rules: 'It has 30 seconds.',
  measures: ['evenness'],
  cases: [{ id: 'n26', seed: 1, count: 26 }],
  evaluate: async (program, { count }) => judge(await program.call('default', count as number), count as number),
};

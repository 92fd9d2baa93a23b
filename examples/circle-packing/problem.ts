import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { one, toNumber, units } from './exact.ts';

/** Largest sum of radii known for 26 circles, as published in 2025; a program that reaches it is at the front of research. */
const bestKnown = 2.635983;

type Circle = readonly [x: number, y: number, radius: number];

/**
 * Judges a packing: n circles in the unit square whose interiors do not meet, the score is the sum of their radii.
 *
 * Nothing is forgiven. The doubles are taken as they are and all comparisons are exact (see exact.ts): an overlap of 1e-300 counts as
 * one. A program that wants its circles to touch must round its radii down.
 */
export function judge(found: unknown, count: number): Evaluation {
  if (!Array.isArray(found) || found.length !== count) return { invalid: `it must return ${count} circles` };
  const circles: Circle[] = [];
  for (const [index, circle] of found.entries()) {
    const isCircle = Array.isArray(circle) && circle.length === 3 && circle.every((value) => typeof value === 'number' && Number.isFinite(value));
    if (!isCircle) return { invalid: `circle ${index} must be [x, y, radius] of finite numbers` };
    circles.push(circle as unknown as Circle);
  }
  const exact = circles.map(([x, y, radius]) => ({ x: units(x), y: units(y), radius: units(radius) }));
  for (const [index, { x, y, radius }] of exact.entries()) {
    if (radius <= 0n) return { invalid: `the radius of circle ${index} is not greater than 0` };
    if (x < radius || y < radius || x + radius > one || y + radius > one) return { invalid: `circle ${index} is not inside the unit square` };
  }
  for (const [index, a] of exact.entries()) {
    for (let other = index + 1; other < exact.length; other += 1) {
      const b = exact[other] as (typeof exact)[number];
      const [dx, dy, reach] = [a.x - b.x, a.y - b.y, a.radius + b.radius];
      if (dx * dx + dy * dy < reach * reach) return { invalid: `circles ${index} and ${other} overlap` };
    }
  }
  const sum = toNumber(exact.reduce((total, { radius }) => total + radius, 0n));
  const radii = circles.map(([, , radius]) => radius);
  return {
    score: sum,
    parts: { sum, 'of the best known': sum / bestKnown },
    measures: { evenness: Math.min(...radii) / Math.max(...radii) },
    artefacts: { picture: picture(circles), circles: circles.map((circle) => [...circle]) },
  };
}

function picture(circles: readonly Circle[]): string {
  const shapes = circles.map(([x, y, radius]) => `<circle cx="${x}" cy="${1 - y}" r="${radius}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" fill="#9ecae1" stroke="#08519c" stroke-width="0.002"><rect width="1" height="1" fill="none"/>${shapes}</svg>`;
}

export const problem: ModuleProblem = {
  contract: `export default function pack(count: number, context: CallContext): [x: number, y: number, radius: number][]
// context.random.next() and context.random.normal() are the only chance; context.toolbox has linear algebra and samplers`,
  goal: 'Place 26 circles in the unit square [0, 1] x [0, 1] so that the sum of their radii is as large as possible. No two may overlap and none may leave the square; both are checked exactly, '
    + 'without any tolerance, so take radii a little too small rather than too large.',
  rules: 'It has 20 seconds.',
  measures: ['evenness'],
  cases: [{ id: 'n26', seed: 1, count: 26 }],
  evaluate: async (program, { count }) => judge(await program.call('default', count as number), count as number),
};

import { checkEpsilon } from './check-line.ts';
import { cheaper, type LineBracket, type LineCosts, type LineMinimum, type LinePoint } from './line.ts';

export interface SectionOptions {
  /** Stops when the interval is narrower than this, in per cent of the bracket. */
  readonly epsilon: number;
  /** Evaluations at most. */
  readonly iterations: number;
}

/** Golden ratio, below 1. */
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Golden section search (Kiefer 1953): two places inside the interval, each 0.618 of it away from one end; the part that
 * cannot hold the minimum of a unimodal function is cut off, and one of the places serves again. k evaluations leave
 * 0.618^(k-1) of the bracket. The part that is kept always holds the cheapest place met, so that failed places (Infinity)
 * cannot lead it away from those that work. The first two places are one batch.
 * @throws EvospiceError `TOOLBOX_RANGE` for an epsilon outside (0, 100].
 */
export async function goldenSection(costs: LineCosts, bracket: LineBracket, options: SectionOptions): Promise<LineMinimum> {
  checkEpsilon(options.epsilon);
  return section(costs, bracket, options, () => golden);
}

/**
 * Fibonacci search (Kiefer 1953): as the golden section, with ratios of Fibonacci numbers that are the best for a number
 * of evaluations known beforehand: n of them leave 1/F(n) of the bracket (F(0) = F(1) = 1), a sixth less than the golden section. n is
 * the least that reaches epsilon, or `iterations` where that is less. The last two places would coincide: the last
 * is moved by a hundredth of the interval, which is the resolution that the figure is short of.
 * @throws EvospiceError `TOOLBOX_RANGE` for an epsilon outside (0, 100].
 */
export async function fibonacciSearch(costs: LineCosts, bracket: LineBracket, { epsilon, iterations }: SectionOptions): Promise<LineMinimum> {
  checkEpsilon(epsilon);
  const numbers = [1, 1];
  while (numbers.at(-1)! < 100 / epsilon && numbers.length <= Math.max(2, iterations)) numbers.push(numbers.at(-1)! + numbers.at(-2)!);
  const last = numbers.length - 1;
  return section(costs, bracket, { epsilon: 0, iterations: Math.min(iterations, last) }, (cut) => numbers[last - 1 - cut]! / numbers[last - cut]!);
}

/** @param ratio share of the interval that the cut with this number (from 0) keeps. */
async function section(costs: LineCosts, bracket: LineBracket, { epsilon, iterations }: SectionOptions, ratio: (cut: number) => number): Promise<LineMinimum> {
  let { place: lower } = bracket.lower;
  let { place: upper } = bracket.upper;
  let { best } = bracket;
  let evaluations = 0;
  const enough = ((upper - lower) * epsilon) / 100;
  const at = async (places: readonly number[]): Promise<LinePoint[]> => {
    evaluations += places.length;
    const found = await costs(places);
    const points = places.map((place, index) => ({ place, cost: found[index] ?? Infinity }));
    best = points.reduce(cheaper, best);
    return points;
  };
  if (upper > lower && iterations >= 2) {
    const kept = ratio(0) * (upper - lower);
    const pair = apart(lower, upper, upper - kept, lower + kept);
    let [left, right] = (await at(pair)) as [LinePoint, LinePoint];
    for (let cut = 1; ; cut++) {
      const keepLower = keepsLower(left, right, best);
      if (keepLower) upper = right.place;
      else lower = left.place;
      if (upper - lower <= enough || evaluations >= iterations) break;
      const length = ratio(cut) * (upper - lower);
      if (keepLower) {
        right = left;
        const [place] = apart(lower, upper, upper - length, right.place);
        left = (await at([place]))[0]!;
      } else {
        left = right;
        const [, place] = apart(lower, upper, left.place, lower + length);
        right = (await at([place]))[0]!;
      }
      if (left.place > right.place) [left, right] = [right, left];
    }
  }
  return { ...best, lower, upper, evaluations };
}

/** The lower part is kept when the cheapest place lies in it; between the two places the cheaper of them decides. */
function keepsLower(left: LinePoint, right: LinePoint, best: LinePoint): boolean {
  if (best.cost < Infinity && best.place <= left.place) return true;
  if (best.cost < Infinity && best.place >= right.place) return false;
  return left.cost <= right.cost;
}

/** Two places that coincide are moved apart: the one beyond the middle, by a hundredth of the interval. */
function apart(lower: number, upper: number, left: number, right: number): [number, number] {
  const least = (upper - lower) / 100;
  return right - left >= least / 2 ? [left, right] : [left - least, right + least];
}

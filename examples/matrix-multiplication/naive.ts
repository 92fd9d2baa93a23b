import type { CallContext } from '@evospice/contracts';

/** A product: coefficients of A, of B and of C. */
type Term = [a: number[], b: number[], c: number[]];

/** Row by column, as taught at school. */
function schoolbook(rows: number, inner: number, columns: number): Term[] {
  const terms: Term[] = [];
  const unit = (length: number, at: number): number[] => Array.from({ length }, (_, index) => (index === at ? 1 : 0));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (let middle = 0; middle < inner; middle += 1) {
        terms.push([unit(rows * inner, row * inner + middle), unit(inner * columns, middle * columns + column), unit(rows * columns, row * columns + column)]);
      }
    }
  }
  return terms;
}

/** 1 when two lists are the same, -1 when one is the other negated, 0 otherwise. */
function likeness(one: readonly number[], other: readonly number[]): number {
  if (one.every((value, index) => value === other[index])) return 1;
  return one.every((value, index) => value === -(other[index] as number)) ? -1 : 0;
}

function plus(one: readonly number[], other: readonly number[], factor: number): number[] {
  return one.map((value, index) => value + factor * (other[index] as number));
}

function isZero(values: readonly number[]): boolean {
  return values.every((value) => value === 0);
}

// EVOLVE-BLOCK-START
/**
 * Two products that share a factor are rewritten so that their sum stays the same, at random; one that becomes 0 is left out
 * (a walk on the flip graph, as in Kauers and Moosbauer, arXiv 2212.01175).
 */
function walk(start: readonly Term[], { random }: CallContext): Term[] {
  const largest = 1 /* range 1..3 */;
  let best = [...start];
  let terms = [...start];
  let since = 0;
  for (let step = 0; step < 20000 /* range 1000..3000000 */; step += 1, since += 1) {
    if (since > 5000 /* range 100..500000 */) [terms, since] = [[...best], 0];
    const [first, second] = [random.integer(0, terms.length - 1), random.integer(0, terms.length - 1)];
    const shared = random.integer(0, 2);
    const [one, other] = [terms[first] as Term, terms[second] as Term];
    const sign = first === second ? 0 : likeness(one[shared] as number[], other[shared] as number[]);
    if (sign === 0) continue;
    // a (x) b (x) c + sign a (x) d (x) e = a (x) (b + f d) (x) c + a (x) d (x) (sign e - f c)
    const [grown, rest] = random.next() < 0.5 /* range 0.1..0.9 */ ? [(shared + 1) % 3, (shared + 2) % 3] : [(shared + 2) % 3, (shared + 1) % 3];
    const factor = random.next() < 0.5 ? 1 : -1;
    const [left, right]: [Term, Term] = [[...one], [...other]];
    left[grown] = plus(one[grown] as number[], other[grown] as number[], factor);
    right[shared] = one[shared] as number[];
    right[rest] = plus((other[rest] as number[]).map((value) => sign * value), one[rest] as number[], -factor);
    if ([...(left[grown] as number[]), ...(right[rest] as number[])].some((value) => Math.abs(value) > largest)) continue;
    terms = terms.map((term, index) => (index === first ? left : index === second ? right : term)).filter((term) => !term.some(isZero));
    if (terms.length < best.length) [best, since] = [[...terms], 0];
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function products(rows: number, inner: number, columns: number, context: CallContext): number[][] {
  return walk(schoolbook(rows, inner, columns), context).map((term) => term.flat());
}

import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { rowsOf } from '../shared/answers.ts';

/** Format of a product: a matrix of rows x inner by one of inner x columns. */
export type Format = readonly [rows: number, inner: number, columns: number];

/** Fewest products known: 2x2x2 needs 7 (Strassen 1969; Winograd 1971), 2x2x3 needs 11 (Alekseyev, J. Algorithms 6 (1985) 71), 2x3x3 has 15 (Hopcroft and Kerr 1971). */
const fewestKnown: Readonly<Record<string, number>> = { '2x2x2': 7, '2x2x3': 11, '2x3x3': 15 };

/**
 * Judges a way to multiply matrices: products of a sum of entries of A and a sum of entries of B, each added to entries of C = A B with
 * coefficients. It counts only if every coefficient of every entry is right; all numbers are whole, so nothing is rounded.
 * The score is the fewest products known over the number used.
 *
 * @param found rows of coefficients, one row per product: of A, then of B, then of C, each row by row
 */
export function judge(found: unknown, format: Format): Evaluation {
  const [n, m, p] = format;
  const [a, b, c] = [n * m, m * p, n * p];
  const terms = rowsOf(found, [1, n * m * p], a + b + c);
  if (typeof terms === 'string') return { invalid: terms };
  const fraction = terms.findIndex((term) => !term.every((value) => Number.isSafeInteger(value)));
  if (fraction >= 0) return { invalid: `the coefficients of product ${fraction} must be whole numbers below 2^53` };
  const whole = terms.map((term) => term.map(BigInt));
  for (let left = 0; left < a; left += 1) {
    for (let right = 0; right < b; right += 1) {
      for (let into = 0; into < c; into += 1) {
        const sum = whole.reduce((total, term) => total + (term[left] as bigint) * (term[a + right] as bigint) * (term[a + b + into] as bigint), 0n);
        if (sum !== wanted(left, right, into, format)) return { invalid: `entry ${left} of A times entry ${right} of B enters ${sum} times into entry ${into} of C` };
      }
    }
  }
  const name = format.join('x');
  const fewest = fewestKnown[name];
  if (fewest === undefined) throw new RangeError(`no number of products is known here for ${name}`);
  const zeros = terms.flat().filter((value) => value === 0).length / (terms.length * (a + b + c));
  return { score: fewest / terms.length, parts: { products: terms.length }, measures: { zeros }, artefacts: { terms: terms.map((term) => [...term]) } };
}

/** How often an entry of A times an entry of B belongs into an entry of C. */
function wanted(left: number, right: number, into: number, [, m, p]: Format): bigint {
  const [row, inner] = [Math.floor(left / m), left % m];
  return inner === Math.floor(right / p) && into === row * p + (right % p) ? 1n : 0n;
}

export const problem: ModuleProblem = {
  contract: `export default function products(rows: number, inner: number, columns: number, context: CallContext): number[][]
// one row per product: whole coefficients of the entries of A, of B and of C, each row by row`,
  goal: 'Multiply a matrix A of rows x inner by B of inner x columns with as few products as you can. Each product is a sum of entries of A times a sum of entries of B, and is added to entries of C.',
  rules: 'It has 20 seconds.',
  measures: ['zeros'],
  cases: [{ id: '2x2x2', seed: 1, format: [2, 2, 2] }, { id: '2x2x3', seed: 2, format: [2, 2, 3] }, { id: '2x3x3', seed: 3, format: [2, 3, 3] }],
  evaluate: async (program, { format }) => {
    const [rows, inner, columns] = format as unknown as Format;
    return judge(await program.call('default', rows, inner, columns), [rows, inner, columns]);
  },
};

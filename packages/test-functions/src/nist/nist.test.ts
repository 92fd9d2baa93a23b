import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDatasets } from './find-datasets.ts';
import { regressionModels } from './models.ts';
import { parseDataset } from './parse-dataset.ts';
import { certifiedDigitsOf, logRelativeError, regressionProblem } from './regression-problem.ts';

const found = await findDatasets();
const absent = found.location === null;

/** Parameters that every model is defined for, at x near 1. */
const counts: Readonly<Record<string, number>> = {
  Bennett5: 3, BoxBOD: 2, Chwirut1: 3, Chwirut2: 3, DanWood: 2, ENSO: 9, Eckerle4: 3, Gauss1: 8, Gauss2: 8, Gauss3: 8, Hahn1: 7, Kirby2: 5, Lanczos1: 6, Lanczos2: 6,
  Lanczos3: 6, MGH09: 4, MGH10: 3, MGH17: 5, Misra1a: 2, Misra1b: 2, Misra1c: 2, Misra1d: 2, Nelson: 3, Rat42: 3, Rat43: 4, Roszman1: 4, Thurber: 7,
};

describe('regression models', () => {
  test('are those of the 27 sets of the archive', () => {
    expect(Object.keys(regressionModels).sort()).toEqual(Object.keys(counts).sort());
  });

  // Central differences with h = 1e-5 are right to about 1e-9 on functions of order 1.
  test.each(Object.entries(counts))('%s: derivatives agree with differences', (name, count) => {
    const model = regressionModels[name]!;
    const value = fc.double({ min: 0.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: count, maxLength: count }), fc.double({ min: 1.6, max: 2, noNaN: true }), value, (b, x1, x2) => {
        const gradient = model.gradient(b, [x1, x2]);
        for (const [index] of b.entries()) {
          const at = (move: number): number => model.value(b.map((entry, other) => (other === index ? entry + move : entry)), [x1, x2]);
          const difference = (at(1e-5) - at(-1e-5)) / 2e-5;
          expect(Math.abs(gradient[index]! - difference)).toBeLessThan(1e-6 * (1 + Math.abs(difference)) ** 2);
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});

describe('parseDataset', () => {
  const lines = Array.from({ length: 63 }, () => '');
  const put = (line: number, text: string): void => { lines[line - 1] = text; };
  put(2, 'Dataset Name:  DanWood           (DanWood.dat)');
  put(5, '               Starting Values   (lines 41 to 42)');
  put(6, '               Certified Values  (lines 41 to 47)');
  put(7, '               Data              (lines 61 to 63)');
  put(20, '               Higher Level of Difficulty');
  put(41, '  b1 =   1   0.7   7.5E-01  1.8E-02');
  put(42, '  b2 =   5   4     3.0E+00  5.1E-02');
  put(44, 'Residual Sum of Squares:   2.5E-01');
  put(47, 'Number of Observations:    3');
  put(61, '  2.0E0  1.0E0');
  put(62, '  6.5E0  2.0E0');
  put(63, '  20.25E0  3.0E0');
  const text = lines.join('\r\n');

  test('reads what the header points at', () => {
    const problem = regressionProblem(parseDataset(text));
    expect(problem).toMatchObject({
      name: 'DanWood', level: 'higher', starts: [[1, 5], [0.7, 4]], certified: [0.75, 3], certifiedSumOfSquares: 0.25, response: [2, 6.5, 20.25], predictors: [[1], [2], [3]],
    });
    // 0.75 x^3 - y
    expect(problem.residuals([0.75, 3])).toEqual([-1.25, -0.5, 0]);
    expect(problem.jacobian([0.75, 3])[0]).toEqual([1, 0]);
  });

  test('refuses what it cannot trust', () => {
    for (const broken of [text.replace('3.0E+00', 'three'), text.replace('Observations:    3', 'Observations:    4'), text.replace('Dataset Name', 'Name'), '']) {
      expect(() => parseDataset(broken)).toThrow(expect.objectContaining({ code: 'DATASET_FORMAT' }));
    }
    expect(() => regressionProblem({ ...parseDataset(text), name: 'Longley' })).toThrow(expect.objectContaining({ code: 'DATASET_UNKNOWN' }));
  });
});

describe('certified digits', () => {
  test('count digits from 0 to 11', () => {
    expect(logRelativeError(1.001, 1)).toBeCloseTo(3, 9);
    expect(logRelativeError(2, 2)).toBe(11);
    expect(logRelativeError(-5, 1)).toBe(0);
    expect(logRelativeError(Number.NaN, 1)).toBe(0);
    expect(logRelativeError(1e-4, 0)).toBeCloseTo(4, 9);
    expect(certifiedDigitsOf([1.01, 2], [1, 2])).toBeCloseTo(2, 9);
  });
});

describe.skipIf(absent)(`NIST StRD sets${absent ? ' (skipped: no files on this machine, see EVOSPICE_NIST)' : ''}`, () => {
  // The certified sum of squares has 11 digits, the certified parameters too; the sum is flat there. Lanczos1 is a sum of
  // squares of 1e-25 of data with 15 digits: rounding decides it.
  test.each(found.problems)('$name: the certified parameters give the certified sum of squares', ({ name, certified, certifiedSumOfSquares, residuals, response }) => {
    const sum = residuals(certified).reduce((total, value) => total + value * value, 0);
    if (name === 'Lanczos1') expect(sum).toBeLessThan(1e-20);
    else expect(Math.abs(sum - certifiedSumOfSquares)).toBeLessThan(2e-9 * certifiedSumOfSquares + 1e-16 * response.length);
  });
});

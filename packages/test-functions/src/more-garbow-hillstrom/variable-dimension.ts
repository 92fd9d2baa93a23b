import { filled } from '@evospice/toolbox';
import { counted, describeMgh, unitRow, type MghProblem, type PublishedMinimum } from './problem.ts';

const { cos, exp, sin, sqrt } = Math;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The published value for a dimension. @throws RangeError where none is. */
function published(name: string, values: Readonly<Record<number, number>>, n: number): readonly PublishedMinimum[] {
  const value = values[n];
  if (value === undefined) throw new RangeError(`${name} has no published minimum in ${n} dimensions, only in ${Object.keys(values).join(', ')}`);
  return [{ value }];
}

/** Problem 20; n 6, 9 or 12. */
export function watson(n: number): MghProblem {
  const times = counted(29).map((i) => i / 29);
  const first = (x: readonly number[], t: number): number => x.reduce((total, value, j) => (j === 0 ? total : total + j * value * t ** (j - 1)), 0);
  const second = (x: readonly number[], t: number): number => x.reduce((total, value, j) => total + value * t ** j, 0);
  return describeMgh({
    number: 20, name: `mgh-20-watson-${n}`, start: filled(n, 0), minima: published('Watson', { 6: 2.287670053552e-3, 9: 1.399760138098e-6, 12: 4.722381101e-10 }, n),
    residuals: (x) => [...times.map((t) => first(x, t) - second(x, t) ** 2 - 1), x[0]!, x[1]! - x[0]! ** 2 - 1],
    jacobian: (x) => [
      ...times.map((t) => x.map((_, j) => (j === 0 ? 0 : j * t ** (j - 1)) - 2 * second(x, t) * t ** j)),
      unitRow(n, 0),
      x.map((_, j) => (j === 0 ? -2 * x[0]! : j === 1 ? 1 : 0)),
    ],
  });
}

/** Problem 21; n even. */
export function extendedRosenbrock(n: number): MghProblem {
  return describeMgh({
    number: 21, name: `mgh-21-extended-rosenbrock-${n}`, start: counted(n).map((i) => (i % 2 === 1 ? -1.2 : 1)), minima: [{ value: 0, point: filled(n, 1) }],
    residuals: (x) => x.map((value, i) => (i % 2 === 0 ? 10 * (x[i + 1]! - value ** 2) : 1 - x[i - 1]!)),
    jacobian: (x) => x.map((value, i) => x.map((_, j) => (i % 2 === 0 ? (j === i ? -20 * value : j === i + 1 ? 10 : 0) : j === i - 1 ? -1 : 0))),
  });
}

/** Problem 22; n a multiple of 4. */
export function extendedPowellSingular(n: number): MghProblem {
  const blocks = counted(n / 4).map((block) => 4 * (block - 1));
  return describeMgh({
    number: 22, name: `mgh-22-extended-powell-singular-${n}`, start: blocks.flatMap(() => [3, -1, 0, 1]), minima: [{ value: 0, point: filled(n, 0) }],
    residuals: (x) => blocks.flatMap((k) => [x[k]! + 10 * x[k + 1]!, sqrt(5) * (x[k + 2]! - x[k + 3]!), (x[k + 1]! - 2 * x[k + 2]!) ** 2, sqrt(10) * (x[k]! - x[k + 3]!) ** 2]),
    jacobian: (x) => blocks.flatMap((k) => {
      const [p, q] = [2 * (x[k + 1]! - 2 * x[k + 2]!), 2 * sqrt(10) * (x[k]! - x[k + 3]!)];
      const row = (entries: readonly number[]): number[] => x.map((_, j) => entries[j - k] ?? 0);
      return [row([1, 10]), row([0, 0, sqrt(5), -sqrt(5)]), row([0, p, -2 * p]), row([q, 0, 0, -q])];
    }),
  });
}

/** Problem 23; n 4 or 10. */
export function penaltyOne(n: number): MghProblem {
  const a = sqrt(1e-5);
  return describeMgh({
    number: 23, name: `mgh-23-penalty-1-${n}`, start: counted(n), minima: published('penalty function I', { 4: 2.249977500e-5, 10: 7.087651467e-5 }, n),
    residuals: (x) => [...x.map((value) => a * (value - 1)), sum(x.map((value) => value ** 2)) - 0.25],
    jacobian: (x) => [...x.map((_, i) => unitRow(n, i, a)), x.map((value) => 2 * value)],
  });
}

/** Problem 24; n 4 or 10. */
export function penaltyTwo(n: number): MghProblem {
  const a = sqrt(1e-5);
  const y = (i: number): number => exp(i / 10) + exp((i - 1) / 10);
  return describeMgh({
    number: 24, name: `mgh-24-penalty-2-${n}`, start: filled(n, 0.5), minima: published('penalty function II', { 4: 9.376293e-6, 10: 2.9366054e-4 }, n),
    residuals: (x) => [
      x[0]! - 0.2,
      ...x.slice(1).map((value, k) => a * (exp(value / 10) + exp(x[k]! / 10) - y(k + 2))),
      ...x.slice(1).map((value) => a * (exp(value / 10) - exp(-0.1))),
      sum(x.map((value, j) => (n - j) * value ** 2)) - 1,
    ],
    jacobian: (x) => [
      unitRow(n, 0),
      ...x.slice(1).map((value, k) => x.map((_, j) => (j === k + 1 ? (a * exp(value / 10)) / 10 : j === k ? (a * exp(x[k]! / 10)) / 10 : 0))),
      ...x.slice(1).map((value, k) => unitRow(n, k + 1, (a * exp(value / 10)) / 10)),
      x.map((value, j) => 2 * (n - j) * value),
    ],
  });
}

/** Problem 25. */
export function variablyDimensioned(n: number): MghProblem {
  const weighted = (x: readonly number[]): number => sum(x.map((value, j) => (j + 1) * (value - 1)));
  return describeMgh({
    number: 25, name: `mgh-25-variably-dimensioned-${n}`, start: counted(n).map((j) => 1 - j / n), minima: [{ value: 0, point: filled(n, 1) }],
    residuals: (x) => [...x.map((value) => value - 1), weighted(x), weighted(x) ** 2],
    jacobian: (x) => [...x.map((_, i) => unitRow(n, i)), counted(n), counted(n).map((j) => 2 * weighted(x) * j)],
  });
}

/** Problem 26. From its start some methods end in the local minimum 2.79506e-5 (n = 10). */
export function trigonometric(n: number): MghProblem {
  return describeMgh({
    number: 26, name: `mgh-26-trigonometric-${n}`, start: filled(n, 1 / n), minima: [{ value: 0, point: filled(n, 0) }, ...(n === 10 ? [{ value: 2.795056121876e-5 }] : [])],
    residuals: (x) => x.map((value, i) => n - sum(x.map(cos)) + (i + 1) * (1 - cos(value)) - sin(value)),
    jacobian: (x) => x.map((value, i) => x.map((other, j) => sin(other) + (j === i ? (i + 1) * sin(value) - cos(value) : 0))),
  });
}

/** Problem 27. */
export function brownAlmostLinear(n: number): MghProblem {
  const product = (x: readonly number[], without = -1): number => x.reduce((total, value, j) => (j === without ? total : total * value), 1);
  return describeMgh({
    number: 27, name: `mgh-27-brown-almost-linear-${n}`, start: filled(n, 0.5), minima: [{ value: 0, point: filled(n, 1) }, { value: 1, point: [...filled(n - 1, 0), n + 1] }],
    residuals: (x) => x.map((value, i) => (i === n - 1 ? product(x) - 1 : value + sum(x) - (n + 1))),
    jacobian: (x) => x.map((_, i) => x.map((__, j) => (i === n - 1 ? product(x, j) : i === j ? 2 : 1))),
  });
}

import { filled } from '@evospice/toolbox';
import { counted, describeMgh, unitRow, type MghProblem } from './problem.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const nodes = (n: number): number[] => counted(n).map((i) => i / (n + 1));

/** Problem 28. */
export function discreteBoundaryValue(n: number): MghProblem {
  const [t, h] = [nodes(n), 1 / (n + 1)];
  return describeMgh({
    number: 28, name: `mgh-28-discrete-boundary-value-${n}`, start: t.map((at) => at * (at - 1)), minima: [{ value: 0 }],
    residuals: (x) => x.map((value, i) => 2 * value - (x[i - 1] ?? 0) - (x[i + 1] ?? 0) + (h ** 2 * (value + t[i]! + 1) ** 3) / 2),
    jacobian: (x) => x.map((value, i) => x.map((_, j) => (j === i ? 2 + 1.5 * h ** 2 * (value + t[i]! + 1) ** 2 : Math.abs(i - j) === 1 ? -1 : 0))),
  });
}

/** Problem 29. */
export function discreteIntegral(n: number): MghProblem {
  const [t, h] = [nodes(n), 1 / (n + 1)];
  const kernel = (i: number, j: number): number => (j <= i ? (1 - t[i]!) * t[j]! : t[i]! * (1 - t[j]!));
  return describeMgh({
    number: 29, name: `mgh-29-discrete-integral-${n}`, start: t.map((at) => at * (at - 1)), minima: [{ value: 0 }],
    residuals: (x) => x.map((value, i) => value + (h / 2) * sum(x.map((other, j) => kernel(i, j) * (other + t[j]! + 1) ** 3))),
    jacobian: (x) => x.map((_, i) => x.map((other, j) => (i === j ? 1 : 0) + 1.5 * h * kernel(i, j) * (other + t[j]! + 1) ** 2)),
  });
}

/** Problem 30. */
export function broydenTridiagonal(n: number): MghProblem {
  return describeMgh({
    number: 30, name: `mgh-30-broyden-tridiagonal-${n}`, start: filled(n, -1), minima: [{ value: 0 }],
    residuals: (x) => x.map((value, i) => (3 - 2 * value) * value - (x[i - 1] ?? 0) - 2 * (x[i + 1] ?? 0) + 1),
    jacobian: (x) => x.map((value, i) => x.map((_, j) => (j === i ? 3 - 4 * value : j === i - 1 ? -1 : j === i + 1 ? -2 : 0))),
  });
}

/** Problem 31: five diagonals below, one above. */
export function broydenBanded(n: number): MghProblem {
  const near = (i: number, j: number): boolean => j !== i && j >= i - 5 && j <= i + 1;
  return describeMgh({
    number: 31, name: `mgh-31-broyden-banded-${n}`, start: filled(n, -1), minima: [{ value: 0 }],
    residuals: (x) => x.map((value, i) => value * (2 + 5 * value ** 2) + 1 - sum(x.map((other, j) => (near(i, j) ? other * (1 + other) : 0)))),
    jacobian: (x) => x.map((value, i) => x.map((other, j) => (j === i ? 2 + 15 * value ** 2 : near(i, j) ? -1 - 2 * other : 0))),
  });
}

/** Problem 32; m at least n. */
export function linearFullRank(n: number, m: number): MghProblem {
  return describeMgh({
    number: 32, name: `mgh-32-linear-full-rank-${n}`, start: filled(n, 1), minima: [{ value: m - n, point: filled(n, -1) }],
    residuals: (x) => counted(m).map((i) => (x[i - 1] ?? 0) - (2 / m) * sum(x) - 1),
    jacobian: () => counted(m).map((i) => unitRow(n, i - 1).map((value) => value - 2 / m)),
  });
}

/** Problem 33; m at least n. */
export function linearRankOne(n: number, m: number): MghProblem {
  return describeMgh({
    number: 33, name: `mgh-33-linear-rank-1-${n}`, start: filled(n, 1), minima: [{ value: (m * (m - 1)) / (2 * (2 * m + 1)) }],
    residuals: (x) => counted(m).map((i) => i * sum(x.map((value, j) => (j + 1) * value)) - 1),
    jacobian: () => counted(m).map((i) => counted(n).map((j) => i * j)),
  });
}

/** Problem 34; m at least n. */
export function linearRankOneWithZeros(n: number, m: number): MghProblem {
  const inner = (j: number): boolean => j > 1 && j < n;
  const factor = (i: number): number => (i === 1 || i === m ? 0 : i - 1);
  return describeMgh({
    number: 34, name: `mgh-34-linear-rank-1-zeros-${n}`, start: filled(n, 1), minima: [{ value: (m ** 2 + 3 * m - 6) / (2 * (2 * m - 3)) }],
    residuals: (x) => counted(m).map((i) => factor(i) * sum(x.map((value, j) => (inner(j + 1) ? (j + 1) * value : 0))) - 1),
    jacobian: () => counted(m).map((i) => counted(n).map((j) => (inner(j) ? factor(i) * j : 0))),
  });
}

/** Where there is no root. For n = 10 the paper has the second value; 158 of 200 descents from random points of the unit cube ended lower. */
const chebyquadMinima: Readonly<Record<number, MghProblem['minima']>> = {
  8: [{ value: 3.516873725678e-3 }], 10: [{ value: 4.772713696e-3, computed: true }, { value: 6.503954800e-3 }],
};

/** Problem 35 with m = n, n from 1 to 10. */
export function chebyquad(n: number): MghProblem {
  /** Values and derivatives of the Chebyshev polynomials of degree 1 to n, shifted to [0, 1]. */
  const polynomials = (x: number): { values: number[]; slopes: number[] } => {
    const u = 2 * x - 1;
    const [values, slopes] = [[1, u], [0, 2]];
    for (let degree = 2; degree <= n; degree++) {
      values.push(2 * u * values[degree - 1]! - values[degree - 2]!);
      slopes.push(4 * values[degree - 1]! + 2 * u * slopes[degree - 1]! - slopes[degree - 2]!);
    }
    return { values: values.slice(1), slopes: slopes.slice(1) };
  };
  return describeMgh({
    number: 35, name: `mgh-35-chebyquad-${n}`, start: nodes(n),
    minima: chebyquadMinima[n] ?? [{ value: 0 }],
    residuals: (x) => {
      const all = x.map((value) => polynomials(value).values);
      return counted(n).map((i) => sum(all.map((values) => values[i - 1]!)) / n + (i % 2 === 0 ? 1 / (i * i - 1) : 0));
    },
    jacobian: (x) => {
      const all = x.map((value) => polynomials(value).slopes);
      return counted(n).map((i) => all.map((slopes) => slopes[i - 1]! / n));
    },
  });
}

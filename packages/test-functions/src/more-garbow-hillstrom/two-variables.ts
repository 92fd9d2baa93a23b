import { counted, describeMgh, type MghProblem } from './problem.ts';

const { exp } = Math;

/** Problems 1 to 6. */
export const twoVariables: readonly MghProblem[] = [
  describeMgh({
    number: 1, name: 'mgh-01-rosenbrock', start: [-1.2, 1], minima: [{ value: 0, point: [1, 1] }],
    residuals: ([x, y]) => [10 * (y! - x! ** 2), 1 - x!],
    jacobian: ([x]) => [[-20 * x!, 10], [-1, 0]],
  }),
  describeMgh({
    number: 2, name: 'mgh-02-freudenstein-roth', start: [0.5, -2], minima: [{ value: 0, point: [5, 4] }, { value: 48.98425367924, point: [11.4127789, -0.8968052] }],
    residuals: ([x, y]) => [-13 + x! + ((5 - y!) * y! - 2) * y!, -29 + x! + ((y! + 1) * y! - 14) * y!],
    jacobian: ([, y]) => [[1, 10 * y! - 3 * y! ** 2 - 2], [1, 3 * y! ** 2 + 2 * y! - 14]],
  }),
  describeMgh({
    number: 3, name: 'mgh-03-powell-badly-scaled', start: [0, 1], minima: [{ value: 0, point: [1.0981593296997e-5, 9.106146739867] }],
    residuals: ([x, y]) => [1e4 * x! * y! - 1, exp(-x!) + exp(-y!) - 1.0001],
    jacobian: ([x, y]) => [[1e4 * y!, 1e4 * x!], [-exp(-x!), -exp(-y!)]],
  }),
  describeMgh({
    number: 4, name: 'mgh-04-brown-badly-scaled', start: [1, 1], minima: [{ value: 0, point: [1e6, 2e-6] }],
    residuals: ([x, y]) => [x! - 1e6, y! - 2e-6, x! * y! - 2],
    jacobian: ([x, y]) => [[1, 0], [0, 1], [y!, x!]],
  }),
  describeMgh({
    number: 5, name: 'mgh-05-beale', start: [1, 1], minima: [{ value: 0, point: [3, 0.5] }],
    residuals: ([x, y]) => [1.5, 2.25, 2.625].map((value, index) => value - x! * (1 - y! ** (index + 1))),
    jacobian: ([x, y]) => counted(3).map((i) => [y! ** i - 1, x! * i * y! ** (i - 1)]),
  }),
  describeMgh({
    number: 6, name: 'mgh-06-jennrich-sampson', start: [0.3, 0.4], minima: [{ value: 124.3621823556, point: [0.257825213656, 0.257825213656] }],
    residuals: ([x, y]) => counted(10).map((i) => 2 + 2 * i - (exp(i * x!) + exp(i * y!))),
    jacobian: ([x, y]) => counted(10).map((i) => [-i * exp(i * x!), -i * exp(i * y!)]),
  }),
];

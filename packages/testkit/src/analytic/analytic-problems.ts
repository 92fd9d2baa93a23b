import type { ProblemParameter } from '@evospice/contracts';
import { describeAnalyticProblem, type AnalyticProblem } from './analytic-problem.ts';

const range = (from: number, to: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
const linear = (name: string, lower: number, upper: number, start: number): ProblemParameter => ({ name, lower, upper, start, scale: 'lin' });
const logarithmic = (name: string, lower: number, upper: number, start: number): ProblemParameter => ({ name, lower, upper, start, scale: 'log' });

/** A cubic in x over two curves: linear in its four parameters, and positive throughout. */
export function linearProblem(): AnalyticProblem {
  return describeAnalyticProblem({
    name: 'linear',
    parameters: ['a', 'b', 'c', 'd'].map((name, index) => linear(name, 0, 4, [3, 0.5, 3, 0.5][index]!)),
    sweeps: [range(0.1, 1, 12), range(1, 2, 8)],
    formula: (x, [a, b, c, d]) => a! + b! * x + c! * x ** 2 + d! * x ** 3,
    truth: [1, 2, 0.7, 1.4],
  });
}

/** Residuals 10 (q - p^2) and 1 - p of Rosenbrock 1960, as deviations from measured ones. */
export function curvedValleyProblem(): AnalyticProblem {
  return describeAnalyticProblem({
    name: 'curved-valley',
    parameters: [linear('p', -2, 2, -1.2), linear('q', -1, 3, 1)],
    sweeps: [[0, 1]],
    formula: (x, [p, q]) => 1 + (x === 0 ? 10 * (q! - p! ** 2) : 1 - p!),
    truth: [1, 1],
  });
}

/** Diode equation with series resistance left out: parameters on log axes, the start five decades off. */
export function exponentialProblem(metric: 'relative' | 'log' = 'relative'): AnalyticProblem {
  return describeAnalyticProblem({
    name: 'exponential',
    parameters: [logarithmic('is', 1e-20, 1e-8, 1e-9), linear('n', 0.9, 2, 1.9), logarithmic('g', 1e-12, 1e-4, 1e-11)],
    sweeps: [range(0.1, 0.7, 20), range(-0.5, -0.05, 8)],
    formula: (x, [is, n, g]) => is! * Math.expm1(x / (n! * 0.02585)) + g! * x,
    truth: [2e-14, 1.15, 3e-9],
    metric,
  });
}

/** The linear problem with two parameters that move in steps; its optimum lies on their grid. */
export function discreteProblem(): AnalyticProblem {
  const analytic = linearProblem();
  const increments = [0.25, 0.5];
  const parameters = analytic.problem.parameters.map((parameter, index) => {
    const increment = increments[index];
    return increment === undefined ? parameter : { ...parameter, increment };
  });
  return { ...analytic, problem: { ...analytic.problem, task: 'discrete', parameters } };
}

/** The linear problem on a simulator that gives up in two parts of the box, the start lying between them. */
export function failingProblem(): AnalyticProblem {
  const { problem, model } = linearProblem();
  return {
    problem: { ...problem, task: 'failing' },
    model,
    fails: ([a, b]) => (a! < 0.8 ? 'a is too small' : a! > 2.6 && a! < 2.8 && b! > 1 ? 'no convergence' : undefined),
  };
}

/** Decay whose unconstrained optimum lies outside the box: the best point has `rate` on its upper bound. */
export function boundedProblem(): AnalyticProblem {
  return describeAnalyticProblem({
    name: 'bounded',
    parameters: [linear('height', 0.1, 5, 4), linear('rate', 0.2, 1, 0.3)],
    sweeps: [range(0, 2, 15)],
    formula: (x, [height, rate]) => height! * Math.exp(-rate! * x),
    truth: [2, 1.5],
  });
}

/** Fifteen parameters, one curve each, for budgets that hardly pay one Jacobian. */
export function wideProblem(): AnalyticProblem {
  const count = 15;
  return describeAnalyticProblem({
    name: 'wide',
    parameters: Array.from({ length: count }, (_, index) => (index % 3 === 0 ? logarithmic(`w${index}`, 0.01, 100, 30) : linear(`w${index}`, 0, 10, 8))),
    sweeps: Array.from({ length: count }, () => [1, 2]),
    formula: (x, parameters, curve) => 1 + parameters[curve]! * x + 0.1 * parameters[(curve + 1) % count]!,
    truth: Array.from({ length: count }, (_, index) => (index % 3 === 0 ? 0.5 : 2)),
  });
}

/** A problem that cannot be simulated anywhere. */
export function hopelessProblem(): AnalyticProblem {
  return { ...linearProblem(), fails: () => 'the simulator is gone' };
}

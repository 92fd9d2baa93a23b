import { counted, describeMgh, type MghProblem } from './problem.ts';

const { cos, exp, sin, sqrt } = Math;
const kowalik: readonly (readonly [number, number])[] = [
  [0.1957, 4], [0.1947, 2], [0.1735, 1], [0.16, 0.5], [0.0844, 0.25], [0.0627, 0.167], [0.0456, 0.125], [0.0342, 0.1], [0.0323, 0.0833], [0.0235, 0.0714], [0.0246, 0.0625],
];
const osborne1 = [
  0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.85, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.58, 0.558, 0.538, 0.522, 0.506, 0.49, 0.478, 0.467,
  0.457, 0.448, 0.438, 0.431, 0.424, 0.42, 0.414, 0.411, 0.406,
];
const osborne2 = [
  1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644,
  0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.5, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
  0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.71, 0.729, 0.72, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054,
];

/** Problems 13 to 19. */
export const moreVariables: readonly MghProblem[] = [
  describeMgh({
    number: 13, name: 'mgh-13-powell-singular', start: [3, -1, 0, 1], minima: [{ value: 0, point: [0, 0, 0, 0] }],
    residuals: ([a, b, c, d]) => [a! + 10 * b!, sqrt(5) * (c! - d!), (b! - 2 * c!) ** 2, sqrt(10) * (a! - d!) ** 2],
    jacobian: ([a, b, c, d]) => {
      const [p, q] = [2 * (b! - 2 * c!), 2 * sqrt(10) * (a! - d!)];
      return [[1, 10, 0, 0], [0, 0, sqrt(5), -sqrt(5)], [0, p, -2 * p, 0], [q, 0, 0, -q]];
    },
  }),
  describeMgh({
    number: 14, name: 'mgh-14-wood', start: [-3, -1, -3, -1], minima: [{ value: 0, point: [1, 1, 1, 1] }],
    residuals: ([a, b, c, d]) => [10 * (b! - a! ** 2), 1 - a!, sqrt(90) * (d! - c! ** 2), 1 - c!, sqrt(10) * (b! + d! - 2), (b! - d!) / sqrt(10)],
    jacobian: ([a, , c]) => [
      [-20 * a!, 10, 0, 0], [-1, 0, 0, 0], [0, 0, -2 * sqrt(90) * c!, sqrt(90)], [0, 0, -1, 0], [0, sqrt(10), 0, sqrt(10)], [0, 1 / sqrt(10), 0, -1 / sqrt(10)],
    ],
  }),
  describeMgh({
    // The second value is reached at infinity.
    number: 15, name: 'mgh-15-kowalik-osborne', start: [0.25, 0.39, 0.415, 0.39],
    minima: [{ value: 3.075056038492e-4, point: [0.19280693, 0.1912823, 0.12305651, 0.13606233] }, { value: 1.02734e-3 }],
    residuals: ([a, b, c, d]) => kowalik.map(([y, u]) => y - (a! * (u ** 2 + u * b!)) / (u ** 2 + u * c! + d!)),
    jacobian: ([a, b, c, d]) => kowalik.map(([, u]) => {
      const top = u ** 2 + u * b!;
      const below = u ** 2 + u * c! + d!;
      return [-top / below, (-a! * u) / below, (a! * top * u) / below ** 2, (a! * top) / below ** 2];
    }),
  }),
  describeMgh({
    number: 16, name: 'mgh-16-brown-dennis', start: [25, 5, -5, -1], minima: [{ value: 85822.201626356, point: [-11.5944399, 13.2036300, -0.4034394, 0.2367787] }],
    residuals: ([a, b, c, d]) => counted(20).map((i) => (a! + (i / 5) * b! - exp(i / 5)) ** 2 + (c! + d! * sin(i / 5) - cos(i / 5)) ** 2),
    jacobian: ([a, b, c, d]) => counted(20).map((i) => {
      const [p, q] = [2 * (a! + (i / 5) * b! - exp(i / 5)), 2 * (c! + d! * sin(i / 5) - cos(i / 5))];
      return [p, (p * i) / 5, q, q * sin(i / 5)];
    }),
  }),
  describeMgh({
    number: 17, name: 'mgh-17-osborne-1', start: [0.5, 1.5, -1, 0.01, 0.02],
    minima: [{ value: 5.464894697483e-5, point: [0.37541005, 1.93584691, -1.46468714, 0.01286753, 0.02212270] }],
    residuals: ([a, b, c, d, e]) => osborne1.map((y, index) => y - (a! + b! * exp(-10 * index * d!) + c! * exp(-10 * index * e!))),
    jacobian: ([, b, c, d, e]) => osborne1.map((_, index) => {
      const t = 10 * index;
      return [-1, -exp(-t * d!), -exp(-t * e!), t * b! * exp(-t * d!), t * c! * exp(-t * e!)];
    }),
  }),
  describeMgh({
    number: 18, name: 'mgh-18-biggs-exp6', start: [1, 2, 1, 1, 1, 1], minima: [{ value: 0, point: [1, 10, 1, 5, 4, 3] }, { value: 5.655649925e-3 }],
    residuals: ([a, b, c, d, e, f]) => counted(13).map((i) => {
      const t = 0.1 * i;
      return c! * exp(-t * a!) - d! * exp(-t * b!) + f! * exp(-t * e!) - (exp(-t) - 5 * exp(-10 * t) + 3 * exp(-4 * t));
    }),
    jacobian: ([a, b, c, d, e, f]) => counted(13).map((i) => {
      const t = 0.1 * i;
      return [-t * c! * exp(-t * a!), t * d! * exp(-t * b!), exp(-t * a!), -exp(-t * b!), -t * f! * exp(-t * e!), exp(-t * e!)];
    }),
  }),
  describeMgh({
    number: 19, name: 'mgh-19-osborne-2', start: [1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5],
    minima: [{ value: 4.013773629355e-2, point: [1.30997715, 0.43155379, 0.63366170, 0.59943053, 0.75418322, 0.90428858, 1.36581182, 4.82369882, 2.39868486, 4.56887460, 5.67534147] }],
    residuals: (x) => osborne2.map((y, index) => {
      const t = index / 10;
      return y - (x[0]! * exp(-t * x[4]!) + [1, 2, 3].reduce((sum, k) => sum + x[k]! * exp(-((t - x[k + 7]!) ** 2) * x[k + 4]!), 0));
    }),
    jacobian: (x) => osborne2.map((_, index) => {
      const t = index / 10;
      const decay = exp(-t * x[4]!);
      const row = [-decay, 0, 0, 0, t * x[0]! * decay, 0, 0, 0, 0, 0, 0];
      for (const k of [1, 2, 3]) {
        const d = t - x[k + 7]!;
        const bell = exp(-(d ** 2) * x[k + 4]!);
        row[k] = -bell;
        row[k + 4] = x[k]! * d ** 2 * bell;
        row[k + 7] = -2 * x[k]! * x[k + 4]! * d * bell;
      }
      return row;
    }),
  }),
];

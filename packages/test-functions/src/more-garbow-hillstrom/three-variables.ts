import { counted, describeMgh, type MghProblem } from './problem.ts';

const { exp, log } = Math;
const bard = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39];
const gaussian = [0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521, 0.3989, 0.3521, 0.242, 0.1295, 0.054, 0.0175, 0.0044, 0.0009];
const meyer = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];
const bardTerms = bard.map((y, index) => ({ y, u: index + 1, v: 15 - index, w: Math.min(index + 1, 15 - index) }));
const gulfTerms = counted(99).map((i) => ({ t: i / 100, y: 25 + (-50 * log(i / 100)) ** (2 / 3) }));

/** Problems 7 to 12. */
export const threeVariables: readonly MghProblem[] = [
  describeMgh({
    number: 7, name: 'mgh-07-helical-valley', start: [-1, 0, 0], minima: [{ value: 0, point: [1, 0, 0] }],
    residuals: ([x, y, z]) => {
      const turn = x === 0 ? Math.sign(y!) * 0.25 : Math.atan(y! / x!) / (2 * Math.PI) + (x! < 0 ? 0.5 : 0);
      return [10 * (z! - 10 * turn), 10 * (Math.hypot(x!, y!) - 1), z!];
    },
    jacobian: ([x, y]) => {
      const square = x! ** 2 + y! ** 2;
      const length = Math.sqrt(square);
      return [[(50 * y!) / (Math.PI * square), (-50 * x!) / (Math.PI * square), 10], [(10 * x!) / length, (10 * y!) / length, 0], [0, 0, 1]];
    },
  }),
  describeMgh({
    // The second value is reached as x2 and x3 go to minus infinity.
    number: 8, name: 'mgh-08-bard', start: [1, 1, 1], minima: [{ value: 8.214877306578e-3, point: [0.08241056, 1.13303609, 2.34369518] }, { value: 17.42869333 }],
    residuals: ([x, y, z]) => bardTerms.map(({ y: value, u, v, w }) => value - (x! + u / (v * y! + w * z!))),
    jacobian: ([, y, z]) => bardTerms.map(({ u, v, w }) => {
      const square = (v * y! + w * z!) ** 2;
      return [-1, (u * v) / square, (u * w) / square];
    }),
  }),
  describeMgh({
    number: 9, name: 'mgh-09-gaussian', start: [0.4, 1, 0], minima: [{ value: 1.127932769619e-8, point: [0.39895614, 1.00001908, 0] }],
    residuals: ([x, y, z]) => gaussian.map((value, index) => x! * exp((-y! * ((7 - index) / 2 - z!) ** 2) / 2) - value),
    jacobian: ([x, y, z]) => gaussian.map((_, index) => {
      const d = (7 - index) / 2 - z!;
      const bell = exp((-y! * d ** 2) / 2);
      return [bell, (-x! * bell * d ** 2) / 2, x! * bell * y! * d];
    }),
  }),
  describeMgh({
    number: 10, name: 'mgh-10-meyer', start: [0.02, 4000, 250], minima: [{ value: 87.9458551710, point: [5.60963647e-3, 6181.34634, 345.223635] }],
    residuals: ([x, y, z]) => meyer.map((value, index) => x! * exp(y! / (50 + 5 * index + z!)) - value),
    jacobian: ([x, y, z]) => meyer.map((_, index) => {
      const t = 50 + 5 * index + z!;
      const rise = exp(y! / t);
      return [rise, (x! * rise) / t, (-x! * y! * rise) / t ** 2];
    }),
  }),
  describeMgh({
    // With |y - x2|, which has the paper's minimiser (50, 25, 1.5); the product |y m i x2| that is printed has not.
    number: 11, name: 'mgh-11-gulf', start: [5, 2.5, 0.15], minima: [{ value: 0, point: [50, 25, 1.5] }],
    residuals: ([a, b, c]) => gulfTerms.map(({ t, y }) => exp(-(Math.abs(y - b!) ** c!) / a!) - t),
    jacobian: ([a, b, c]) => gulfTerms.map(({ y }) => {
      const d = Math.abs(y - b!);
      const power = d ** c!;
      const decay = exp(-power / a!);
      return [(decay * power) / a! ** 2, d === 0 ? 0 : (decay * power * c!) / (a! * (y - b!)), d === 0 ? 0 : (-decay * power * log(d)) / a!];
    }),
  }),
  describeMgh({
    // The second value is where descents from 10 and 100 times the start end here.
    number: 12, name: 'mgh-12-box', start: [0, 10, 20], minima: [{ value: 0, point: [1, 10, 1] }, { value: 0.07558874075, computed: true }],
    residuals: ([x, y, z]) => counted(10).map((i) => exp(-0.1 * i * x!) - exp(-0.1 * i * y!) - z! * (exp(-0.1 * i) - exp(-i))),
    jacobian: ([x, y]) => counted(10).map((i) => [-0.1 * i * exp(-0.1 * i * x!), 0.1 * i * exp(-0.1 * i * y!), exp(-i) - exp(-0.1 * i)]),
  }),
];

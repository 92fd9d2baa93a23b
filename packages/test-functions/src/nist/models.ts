/** A regression model of the NIST StRD: y as a function of the predictors x and the parameters b. */
export interface RegressionModel {
  value(b: readonly number[], x: readonly number[]): number;
  /** Derivatives of the value, one per parameter. */
  gradient(b: readonly number[], x: readonly number[]): number[];
  /** What is fitted instead of the response itself. */
  readonly response?: (y: number) => number;
}

const { exp, log, cos, sin, PI } = Math;

/** Quotient of polynomials in x: `top` coefficients in the numerator, the others from x on in the denominator, whose constant is 1. */
function rational(top: number): RegressionModel {
  const parts = (b: readonly number[], x: number): { numerator: number; denominator: number } => ({
    numerator: b.slice(0, top).reduceRight((sum, coefficient) => sum * x + coefficient, 0),
    denominator: 1 + x * b.slice(top).reduceRight((sum, coefficient) => sum * x + coefficient, 0),
  });
  return {
    value: (b, [x]) => {
      const { numerator, denominator } = parts(b, x!);
      return numerator / denominator;
    },
    gradient: (b, [x]) => {
      const { numerator, denominator } = parts(b, x!);
      return b.map((_, index) => (index < top ? x! ** index / denominator : (-numerator * x! ** (index - top + 1)) / denominator ** 2));
    },
  };
}

/** Sum of b exp(-b' x) over pairs of parameters. */
const exponentials: RegressionModel = {
  value: (b, [x]) => b.reduce((sum, height, index) => (index % 2 === 0 ? sum + height * exp(-b[index + 1]! * x!) : sum), 0),
  gradient: (b, [x]) => b.map((rate, index) => (index % 2 === 0 ? exp(-b[index + 1]! * x!) : -x! * b[index - 1]! * exp(-rate * x!))),
};

/** A decay and two Gaussian peaks. */
const peaks: RegressionModel = {
  value: ([b1, b2, ...p], [x]) => b1! * exp(-b2! * x!) + p[0]! * exp(-(((x! - p[1]!) / p[2]!) ** 2)) + p[3]! * exp(-(((x! - p[4]!) / p[5]!) ** 2)),
  gradient: ([b1, b2, ...p], [x]) => {
    const decay = exp(-b2! * x!);
    const peak = (height: number, centre: number, width: number): number[] => {
      const u = (x! - centre) / width;
      const bell = exp(-(u ** 2));
      return [bell, (2 * height * bell * u) / width, (2 * height * bell * u ** 2) / width];
    };
    return [decay, -x! * b1! * decay, ...peak(p[0]!, p[1]!, p[2]!), ...peak(p[3]!, p[4]!, p[5]!)];
  },
};

const ultrasonic: RegressionModel = {
  value: ([b1, b2, b3], [x]) => exp(-b1! * x!) / (b2! + b3! * x!),
  gradient: ([b1, b2, b3], [x]) => {
    const line = b2! + b3! * x!;
    const y = exp(-b1! * x!) / line;
    return [-x! * y, -y / line, (-x! * y) / line];
  },
};

/** b1 (1 - exp(-b2 x)) */
const saturation: RegressionModel = {
  value: ([b1, b2], [x]) => b1! * (1 - exp(-b2! * x!)),
  gradient: ([b1, b2], [x]) => [1 - exp(-b2! * x!), b1! * x! * exp(-b2! * x!)],
};

/** Models of all 27 sets of the archive, by the name of the set. */
export const regressionModels: Readonly<Record<string, RegressionModel>> = {
  Bennett5: {
    value: ([b1, b2, b3], [x]) => b1! * (b2! + x!) ** (-1 / b3!),
    gradient: ([b1, b2, b3], [x]) => {
      const power = (b2! + x!) ** (-1 / b3!);
      return [power, (-b1! * power) / (b3! * (b2! + x!)), (b1! * power * log(b2! + x!)) / b3! ** 2];
    },
  },
  BoxBOD: saturation,
  Chwirut1: ultrasonic,
  Chwirut2: ultrasonic,
  DanWood: {
    value: ([b1, b2], [x]) => b1! * x! ** b2!,
    gradient: ([b1, b2], [x]) => [x! ** b2!, b1! * x! ** b2! * log(x!)],
  },
  ENSO: {
    value: ([b1, b2, b3, b4, b5, b6, b7, b8, b9], [x]) => {
      const turn = 2 * PI * x!;
      return b1! + b2! * cos(turn / 12) + b3! * sin(turn / 12) + b5! * cos(turn / b4!) + b6! * sin(turn / b4!) + b8! * cos(turn / b7!) + b9! * sin(turn / b7!);
    },
    gradient: ([, , , b4, b5, b6, b7, b8, b9], [x]) => {
      const turn = 2 * PI * x!;
      const wave = (period: number, c: number, s: number): number[] => {
        const angle = turn / period;
        return [((c * sin(angle) - s * cos(angle)) * angle) / period, cos(angle), sin(angle)];
      };
      return [1, cos(turn / 12), sin(turn / 12), ...wave(b4!, b5!, b6!), ...wave(b7!, b8!, b9!)];
    },
  },
  Eckerle4: {
    value: ([b1, b2, b3], [x]) => (b1! / b2!) * exp(-0.5 * ((x! - b3!) / b2!) ** 2),
    gradient: ([b1, b2, b3], [x]) => {
      const u = (x! - b3!) / b2!;
      const bell = exp(-0.5 * u ** 2);
      return [bell / b2!, (b1! * bell * (u ** 2 - 1)) / b2! ** 2, (b1! * bell * u) / b2! ** 2];
    },
  },
  Gauss1: peaks,
  Gauss2: peaks,
  Gauss3: peaks,
  Hahn1: rational(4),
  Kirby2: rational(3),
  Lanczos1: exponentials,
  Lanczos2: exponentials,
  Lanczos3: exponentials,
  MGH09: {
    value: ([b1, b2, b3, b4], [x]) => (b1! * (x! ** 2 + x! * b2!)) / (x! ** 2 + x! * b3! + b4!),
    gradient: ([b1, b2, b3, b4], [x]) => {
      const top = x! ** 2 + x! * b2!;
      const below = x! ** 2 + x! * b3! + b4!;
      return [top / below, (b1! * x!) / below, (-b1! * top * x!) / below ** 2, (-b1! * top) / below ** 2];
    },
  },
  MGH10: {
    value: ([b1, b2, b3], [x]) => b1! * exp(b2! / (x! + b3!)),
    gradient: ([b1, b2, b3], [x]) => {
      const rise = exp(b2! / (x! + b3!));
      return [rise, (b1! * rise) / (x! + b3!), (-b1! * b2! * rise) / (x! + b3!) ** 2];
    },
  },
  MGH17: {
    value: ([b1, b2, b3, b4, b5], [x]) => b1! + b2! * exp(-x! * b4!) + b3! * exp(-x! * b5!),
    gradient: ([, b2, b3, b4, b5], [x]) => [1, exp(-x! * b4!), exp(-x! * b5!), -x! * b2! * exp(-x! * b4!), -x! * b3! * exp(-x! * b5!)],
  },
  Misra1a: saturation,
  Misra1b: {
    value: ([b1, b2], [x]) => b1! * (1 - (1 + (b2! * x!) / 2) ** -2),
    gradient: ([b1, b2], [x]) => [1 - (1 + (b2! * x!) / 2) ** -2, b1! * x! * (1 + (b2! * x!) / 2) ** -3],
  },
  Misra1c: {
    value: ([b1, b2], [x]) => b1! * (1 - (1 + 2 * b2! * x!) ** -0.5),
    gradient: ([b1, b2], [x]) => [1 - (1 + 2 * b2! * x!) ** -0.5, b1! * x! * (1 + 2 * b2! * x!) ** -1.5],
  },
  Misra1d: {
    value: ([b1, b2], [x]) => (b1! * b2! * x!) / (1 + b2! * x!),
    gradient: ([b1, b2], [x]) => [(b2! * x!) / (1 + b2! * x!), (b1! * x!) / (1 + b2! * x!) ** 2],
  },
  Nelson: {
    response: log,
    value: ([b1, b2, b3], [x1, x2]) => b1! - b2! * x1! * exp(-b3! * x2!),
    gradient: ([, b2, b3], [x1, x2]) => [1, -x1! * exp(-b3! * x2!), b2! * x1! * x2! * exp(-b3! * x2!)],
  },
  Rat42: {
    value: ([b1, b2, b3], [x]) => b1! / (1 + exp(b2! - b3! * x!)),
    gradient: ([b1, b2, b3], [x]) => {
      const growth = exp(b2! - b3! * x!);
      const slope = (b1! * growth) / (1 + growth) ** 2;
      return [1 / (1 + growth), -slope, x! * slope];
    },
  },
  Rat43: {
    value: ([b1, b2, b3, b4], [x]) => b1! / (1 + exp(b2! - b3! * x!)) ** (1 / b4!),
    gradient: ([b1, b2, b3, b4], [x]) => {
      const growth = exp(b2! - b3! * x!);
      const power = (1 + growth) ** (-1 / b4!);
      const slope = (b1! * power * growth) / (b4! * (1 + growth));
      return [power, -slope, x! * slope, (b1! * power * log(1 + growth)) / b4! ** 2];
    },
  },
  Roszman1: {
    value: ([b1, b2, b3, b4], [x]) => b1! - b2! * x! - Math.atan(b3! / (x! - b4!)) / PI,
    gradient: ([, , b3, b4], [x]) => {
      const distance = x! - b4!;
      const square = PI * (distance ** 2 + b3! ** 2);
      return [1, -x!, -distance / square, -b3! / square];
    },
  },
  Thurber: rational(4),
};

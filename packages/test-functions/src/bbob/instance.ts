import { bbobNormal, bbobUniform } from './generator.ts';
import { Matrix } from './matrix.ts';

/** Functions that share the instances of another one (RR-6829: f4 is built like f3, f18 like f17). */
const seedOf: Readonly<Record<number, number>> = { 4: 3, 18: 17 };

/** One instance of one BBOB function: its seed and everything that is drawn from it. */
export class BbobInstance {
  /** Number of the function, 1 to 24. */
  readonly number: number;
  readonly dimension: number;
  readonly seed: number;

  /** @param instance whole number from 1; 1 to 15 are the ones of published results. */
  constructor(number: number, dimension: number, instance: number) {
    this.number = number;
    this.dimension = dimension;
    this.seed = (seedOf[number] ?? number) + 10_000 * instance;
  }

  /** Value of the minimum: a ratio of two normal deviates times 100, to two decimals, at most 1000 either way. */
  optimalValue(): number {
    const [numerator] = bbobNormal(1, this.seed);
    const [denominator] = bbobNormal(1, this.seed + 1);
    return Math.min(1000, Math.max(-1000, Math.floor((100 * 100 * numerator!) / denominator! + 0.5) / 100));
  }

  /** Place of the minimum, in [-4, 4] with four decimals and never 0. */
  optimum(seed = this.seed): number[] {
    return Array.from(bbobUniform(this.dimension, seed), (u) => {
      const place = (8 * Math.floor(1e4 * u)) / 1e4 - 4;
      return place === 0 ? -1e-5 : place;
    });
  }

  /** The rotation that the report calls R. */
  rotationR(): Matrix {
    return rotation(this.dimension, this.seed + 1_000_000);
  }

  /** The rotation that the report calls Q. */
  rotationQ(): Matrix {
    return rotation(this.dimension, this.seed);
  }

  uniform(count: number, offset = 0): Float64Array {
    return bbobUniform(count, this.seed + offset);
  }

  normal(count: number): Float64Array {
    return bbobNormal(count, this.seed);
  }
}

/** Orthogonal matrix: normal deviates, column after column, made orthonormal by Gram-Schmidt. */
function rotation(dimension: number, seed: number): Matrix {
  const deviates = bbobNormal(dimension * dimension, seed);
  const columns = Array.from({ length: dimension }, (_, column) => deviates.slice(column * dimension, (column + 1) * dimension));
  for (const [index, column] of columns.entries()) {
    for (const earlier of columns.slice(0, index)) {
      const product = column.reduce((sum, value, row) => sum + value * earlier[row]!, 0);
      for (let row = 0; row < dimension; row++) column[row]! -= product * earlier[row]!;
    }
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
    for (let row = 0; row < dimension; row++) column[row]! /= length;
  }
  return new Matrix(dimension, (row, column) => columns[column]![row]!);
}

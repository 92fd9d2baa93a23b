/** A square matrix that multiplies without allocating. */
export class Matrix {
  readonly size: number;
  readonly #rows: Float64Array;

  constructor(size: number, entry: (row: number, column: number) => number) {
    this.size = size;
    this.#rows = Float64Array.from({ length: size * size }, (_, at) => entry(Math.floor(at / size), at % size));
  }

  at(row: number, column: number): number {
    return this.#rows[row * this.size + column]!;
  }

  /** The product `this * diag(scales) * right`. */
  scaledProduct(scales: Float64Array, right: Matrix): Matrix {
    return new Matrix(this.size, (row, column) => {
      let sum = 0;
      for (let k = 0; k < this.size; k++) sum += this.at(row, k) * scales[k]! * right.at(k, column);
      return sum;
    });
  }

  /** Writes `this * x` to `out`, which must not be `x`. */
  multiply(x: ArrayLike<number>, out: Float64Array): Float64Array {
    const { size } = this;
    const rows = this.#rows;
    for (let row = 0, at = 0; row < size; row++) {
      let sum = 0;
      for (let column = 0; column < size; column++, at++) sum += rows[at]! * x[column]!;
      out[row] = sum;
    }
    return out;
  }

  /** Sum of each column. */
  columnSums(): number[] {
    return Array.from({ length: this.size }, (_, column) => {
      let sum = 0;
      for (let row = 0; row < this.size; row++) sum += this.at(row, column);
      return sum;
    });
  }
}

/** Collects a column whose length is not known beforehand. */
export class ColumnBuilder {
  #values = new Float64Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  finish(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}

export function builders(count: number): ColumnBuilder[] {
  return Array.from({ length: count }, () => new ColumnBuilder());
}

/** Builds binary fixtures; remembers which bytes hold values, because their damage cannot be noticed. */
export class ByteWriter {
  readonly #little: boolean;
  readonly #bytes: number[] = [];
  readonly values: [from: number, to: number][] = [];

  constructor(little: boolean) {
    this.#little = little;
  }

  get length(): number {
    return this.#bytes.length;
  }

  text(text: string): this {
    this.#bytes.push(...new TextEncoder().encode(text));
    return this;
  }

  word(value: number): this {
    return this.#number(4, (view) => view.setUint32(0, value >>> 0, this.#little));
  }

  /** Overwrites a word written before, for ends that are known only later. */
  patch(at: number, value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, value, this.#little);
    this.#bytes.splice(at, 4, ...new Uint8Array(view.buffer));
  }

  double(value: number): this {
    return this.#number(8, (view) => view.setFloat64(0, value, this.#little));
  }

  value(value: number, size: 4 | 8 = 8): this {
    const from = this.length;
    this.#number(size, (view) => (size === 8 ? view.setFloat64(0, value, this.#little) : view.setFloat32(0, value, this.#little)));
    this.values.push([from, this.length]);
    return this;
  }

  /** A whole number that is a value. */
  wordValue(value: number): this {
    this.values.push([this.length, this.length + 4]);
    return this.word(value);
  }

  zeros(count: number): this {
    for (let index = 0; index < count; index += 1) this.#bytes.push(0);
    return this;
  }

  finish(): { bytes: Uint8Array; values: readonly (readonly [number, number])[] } {
    return { bytes: Uint8Array.from(this.#bytes), values: this.values };
  }

  #number(size: number, write: (view: DataView) => void): this {
    const view = new DataView(new ArrayBuffer(size));
    write(view);
    this.#bytes.push(...new Uint8Array(view.buffer));
    return this;
  }
}

import { WaveformError, type WaveformErrorCode } from '../errors.ts';

/** Big-endian reading of a PSF binary file; never past `limit`. */
export class ByteCursor {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #file: string;
  readonly #decoder = new TextDecoder('utf-8');
  at = 0;
  limit: number;

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.limit = bytes.byteLength;
  }

  get size(): number {
    return this.#bytes.length;
  }

  error(code: WaveformErrorCode, message: string, expected: string, offset = this.at): WaveformError {
    return new WaveformError(code, message, { file: this.#file, offset, expected });
  }

  peek(): number {
    this.#need(4);
    return this.#view.getUint32(this.at);
  }

  word(): number {
    const value = this.peek();
    this.at += 4;
    return value;
  }

  integer(): number {
    this.#need(4);
    this.at += 4;
    return this.#view.getInt32(this.at - 4);
  }

  double(): number {
    this.#need(8);
    this.at += 8;
    return this.#view.getFloat64(this.at - 8);
  }

  /** Length, bytes, and padding with anything up to a multiple of four. */
  string(): string {
    const length = this.word();
    this.#need(length);
    const text = this.#decoder.decode(this.#bytes.subarray(this.at, this.at + length));
    this.at += Math.ceil(length / 4) * 4;
    return text;
  }

  skip(length: number): void {
    this.#need(length);
    this.at += length;
  }

  expect(word: number, what: string): void {
    const at = this.at;
    const received = this.word();
    if (received !== word) throw this.error('WAVEFORM_CORRUPTED', `0x${received.toString(16)} is found where ${what} is expected`, `0x${word.toString(16)}`, at);
  }

  /** Copies doubles column by column, the hot loop of big files. */
  doublesInto(target: Float64Array, from: number, count: number): void {
    this.#need(count * 8);
    for (let index = 0; index < count; index += 1) target[from + index] = this.#view.getFloat64(this.at + index * 8);
    this.at += count * 8;
  }

  #need(length: number): void {
    if (this.at + length > this.limit) {
      throw this.error(this.limit === this.size ? 'WAVEFORM_TRUNCATED' : 'WAVEFORM_CORRUPTED', `${length} bytes do not fit before byte ${this.limit}`, 'a shorter piece');
    }
  }
}

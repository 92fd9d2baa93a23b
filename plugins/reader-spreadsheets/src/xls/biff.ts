import { datasetError } from '@evospice/readers';

const decoder = new TextDecoder('utf-16le');

/** One record of a BIFF stream. Reading behind its end throws a RangeError, which the reader turns into an error of the file. */
export class BiffRecord {
  readonly type: number;
  readonly length: number;
  readonly #view: DataView;
  readonly #truncated: () => Error;

  constructor(type: number, bytes: Uint8Array, truncated: () => Error) {
    this.type = type;
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#truncated = truncated;
  }

  u8(at: number): number {
    return this.#within(at, 1).getUint8(at);
  }

  u16(at: number): number {
    return this.#within(at, 2).getUint16(at, true);
  }

  u32(at: number): number {
    return this.#within(at, 4).getUint32(at, true);
  }

  f64(at: number): number {
    return this.#within(at, 8).getFloat64(at, true) + 0;
  }

  /** A number in 30 bits: an integer or the upper half of a double, perhaps divided by 100 ([MS-XLS] 2.5.217). */
  rk(at: number): number {
    const bits = this.#within(at, 4).getInt32(at, true);
    const whole = new DataView(new ArrayBuffer(8));
    whole.setInt32(4, bits & ~3, true);
    const value = (bits & 2) === 0 ? whole.getFloat64(0, true) : bits >> 2;
    return ((bits & 1) === 0 ? value : value / 100) + 0;
  }

  /** Characters of one byte, or of two where the lowest bit of `flags` is set. */
  text(at: number, count: number, flags: number): string {
    const wide = (flags & 1) === 1;
    const view = this.#within(at, wide ? 2 * count : count);
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, wide ? 2 * count : count);
    return wide ? decoder.decode(bytes) : String.fromCharCode(...bytes);
  }

  #within(at: number, size: number): DataView {
    if (at + size > this.length) throw this.#truncated();
    return this.#view;
  }
}

/** Records of a stream, one after the other. */
export class BiffReader {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  #at: number;

  constructor(bytes: Uint8Array, file: string, at = 0) {
    this.#bytes = bytes;
    this.#file = file;
    this.#at = at;
  }

  /** Undefined at the end of the stream. @throws EvospiceError `DATASET_TRUNCATED` */
  next(): BiffRecord | undefined {
    if (this.#at + 4 > this.#bytes.length) return undefined;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
    const [type, length] = [view.getUint16(this.#at, true), view.getUint16(this.#at + 2, true)];
    const start = this.#at + 4;
    if (start + length > this.#bytes.length) throw this.truncated();
    this.#at = start + length;
    return new BiffRecord(type, this.#bytes.subarray(start, start + length), () => this.truncated());
  }

  /** The records of this type that come next. */
  whileType(type: number): readonly BiffRecord[] {
    const found: BiffRecord[] = [];
    for (let before = this.#at, record = this.next(); record !== undefined; before = this.#at, record = this.next()) {
      if (record.type !== type) {
        this.#at = before;
        break;
      }
      found.push(record);
    }
    return found;
  }

  /** The same stream from another place. */
  from(at: number): BiffReader {
    return new BiffReader(this.#bytes, this.#file, at);
  }

  truncated(): Error {
    return datasetError('DATASET_TRUNCATED', { file: this.#file, line: 1 }, 'the workbook ends inside a record', { received: `${this.#bytes.length} bytes`, expected: 'a whole workbook', remedy: 'the file is truncated or damaged: copy it again' });
  }
}

import { counted } from '@evospice/contracts';
import { ByteCursor } from './byte-cursor.ts';
import type { Properties, PsfTrace, PsfTraceEntry, PsfType } from './psf-types.ts';

/** Marks of the pieces of a PSF binary file. */
export const chunk = {
  item: 0x10, group: 0x11, structEnd: 0x12, index: 0x13, padding: 0x14, section: 0x15, list: 0x16,
  text: 0x21, integer: 0x22, double: 0x23, end: 0x0f,
} as const;

const kinds: Readonly<Record<number, 'number' | 'complex' | 'string'>> = { 1: 'number', 2: 'string', 5: 'number', 11: 'number', 12: 'complex' };
const storedSizes: Readonly<Record<number, 4 | 8>> = { 1: 4, 5: 4, 11: 8 };

/** A binary type: also how a number is stored. */
export type BinaryType = PsfType & { readonly stored?: 4 | 8 };

export interface BinaryTrace extends PsfTrace {
  readonly id: number;
  readonly type: BinaryType;
}

export type BinaryTraceEntry = BinaryTrace | (Extract<PsfTraceEntry, { group: unknown }> & { readonly id: number; readonly group: readonly BinaryTrace[] });

/** Reads the pieces that all sections share. */
export class PsfSections {
  readonly cursor: ByteCursor;
  readonly #types = new Map<number, BinaryType>();

  constructor(cursor: ByteCursor) {
    this.cursor = cursor;
  }

  properties(): Record<string, number | string> {
    const properties: Record<string, number | string> = {};
    for (;;) {
      const mark = this.cursor.at + 4 <= this.cursor.limit ? this.cursor.peek() : 0;
      if (mark !== chunk.text && mark !== chunk.integer && mark !== chunk.double) return properties;
      this.cursor.word();
      const key = this.cursor.string();
      properties[key] = mark === chunk.text ? this.cursor.string() : mark === chunk.integer ? this.cursor.integer() : this.cursor.double();
    }
  }

  /** Reads items up to where the list says it ends, then the index behind it. */
  list(item: () => void, entrySize: number): void {
    const { cursor } = this;
    cursor.expect(chunk.list, 'a list');
    const end = this.#position(cursor.word());
    let items = 0;
    while (cursor.at < end) {
      item();
      items += 1;
    }
    if (cursor.at !== end) throw cursor.error('WAVEFORM_CORRUPTED', 'a list ends within an item', `byte ${end}`);
    cursor.expect(chunk.index, 'an index');
    const size = cursor.word();
    if (size % entrySize !== 0) throw cursor.error('WAVEFORM_CORRUPTED', `an index of ${size} bytes`, `a multiple of ${entrySize}`);
    if (entrySize === 8 && size / 8 !== items) throw cursor.error('WAVEFORM_COUNT_MISMATCH', `${counted(items, 'item')}, and ${size / 8} in the index`, 'as many items as index entries');
    cursor.skip(size);
  }

  defineType(): void {
    const { id, type } = this.#type();
    this.#types.set(id, type);
  }

  #type(): { id: number; type: BinaryType } {
    const { cursor } = this;
    cursor.expect(chunk.item, 'a type');
    const id = cursor.word();
    const name = cursor.string().trimEnd();
    const element = cursor.word();
    const at = cursor.at;
    const code = cursor.word();
    const base = { name, properties: {} };
    let type: BinaryType;
    if (code === 16) {
      const members: BinaryType[] = [];
      while (cursor.peek() !== chunk.structEnd) members.push(this.#type().type);
      cursor.word();
      type = { ...base, kind: 'struct', members };
    } else if (code === 3) {
      type = { ...base, kind: 'array', element: this.#plainType('', element, at) };
    } else {
      type = this.#plainType(name, code, at);
    }
    return { id, type: { ...type, properties: this.properties() } };
  }

  #plainType(name: string, code: number, at: number): BinaryType {
    const kind = kinds[code];
    if (kind === undefined) throw this.cursor.error('WAVEFORM_CORRUPTED', `${code} is not a type`, '1, 2, 3, 5, 11, 12 or 16', at);
    const stored = storedSizes[code];
    return { name, properties: {}, kind, ...(stored === undefined ? {} : { stored }) };
  }

  trace(): BinaryTrace {
    const { cursor } = this;
    cursor.expect(chunk.item, 'a trace');
    const id = cursor.word();
    const name = cursor.string();
    return { id, name, type: this.typeOf(cursor.word()), properties: this.properties() };
  }

  traceEntry(): BinaryTraceEntry {
    const { cursor } = this;
    if (cursor.peek() !== chunk.group) return this.trace();
    cursor.word();
    const id = cursor.word();
    const name = cursor.string();
    const count = cursor.word();
    if (count > cursor.size / 16) throw cursor.error('WAVEFORM_CORRUPTED', `a group of ${count} traces`, 'a smaller group');
    const group = Array.from({ length: count }, () => this.trace());
    this.properties();
    return { id, name, group };
  }

  typeOf(id: number): BinaryType {
    const type = this.#types.get(id);
    if (type === undefined) throw this.cursor.error('WAVEFORM_CORRUPTED', `the type ${id} is not defined`, 'a type of the type section', this.cursor.at - 4);
    return type;
  }

  /** A position written in the file must lie ahead and within the section. */
  #position(position: number): number {
    if (position < this.cursor.at || position > this.cursor.limit) {
      throw this.cursor.error('WAVEFORM_CORRUPTED', `a list up to byte ${position}`, `an end before byte ${this.cursor.limit}`, this.cursor.at - 4);
    }
    return position;
  }
}

/** Byte, four-byte integer or double, as the type says. */
export function readStored(cursor: ByteCursor, type: BinaryType): number {
  if (type.stored !== 4) return cursor.double();
  const word = cursor.integer();
  // a byte stands last in its word, in some writers first
  return (word & 0xff_ff_ff) === 0 && word !== 0 ? word >> 24 : word;
}

export type { Properties };

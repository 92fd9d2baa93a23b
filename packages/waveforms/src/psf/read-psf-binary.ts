import type { RecordValue, Waveforms, WaveformSource } from '../model.ts';
import { ByteCursor } from './byte-cursor.ts';
import { chunk, PsfSections, readStored, type BinaryTrace, type BinaryTraceEntry, type BinaryType } from './psf-binary-sections.ts';
import { readSimpleSweep, readWindowedSweep, sweepTable } from './psf-binary-sweep.ts';
import { sweptResult, unsweptResult, type PsfValue } from './psf-result.ts';
import { tracesOf, type Properties } from './psf-types.ts';

const trailer = 'Clarissa';
const unfinished = 0xff_ff_ff_ff;

/**
 * Reads PSF binary, as Spectre and Eldo write it: swept files (plain, with groups, and windowed), files without a sweep,
 * structs. The result has the shape of `readPsfAscii`'s. Format: public readers; Cadence has published none.
 *
 * The table of contents, the section ends, the indexes and the stated number of sweep points must agree, so that any cut
 * is noticed. Not noticed: changed bytes of values, names and properties.
 *
 * @throws WaveformError with the byte offset; `WAVEFORM_UNSUPPORTED` for PSF-XL, whose values are in a `.psfxl` file
 */
export function readPsfBinary(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const cursor = new ByteCursor(bytes, source.file);
  const starts = contents(cursor, bytes);
  const sections = new PsfSections(cursor);
  const reader = new PsfBinaryReader(cursor, sections, starts);
  const header = reader.section(0, () => sections.properties()) ?? {};
  reader.section(1, () => sections.list(() => sections.defineType(), 8));
  const sweeps = reader.section(2, (end) => readAll(end, cursor, () => sections.trace())) ?? [];
  const traces: BinaryTraceEntry[] = [];
  reader.section(3, () => sections.list(() => traces.push(sections.traceEntry()), 16));
  const parts = { file: source.file, format: 'psf-binary', header } as const;
  const result = sweeps.length > 0
    ? sweptResult(parts, reader.swept(header, sweeps, traces))
    : unsweptResult(parts, reader.section(4, () => reader.values()) ?? []);
  reader.finish();
  return result;
}

function readAll<T>(end: number, cursor: ByteCursor, item: () => T): T[] {
  const items: T[] = [];
  while (cursor.at < end) items.push(item());
  return items;
}

/** The table of contents at the end: where each section begins. */
function contents(cursor: ByteCursor, bytes: Uint8Array): Map<number, number> {
  const mark = bytes.length >= 36 ? new TextDecoder('latin1').decode(bytes.subarray(bytes.length - 12, bytes.length - 4)) : '';
  if (mark !== trailer) {
    if (endsUnfinished(cursor)) {
      throw cursor.error('WAVEFORM_UNSUPPORTED', 'this is PSF-XL, whose values are in the .psfxl file beside it, or the file of an unfinished run', 'PSF binary: run Spectre with -format psfbin, and to its end', 0);
    }
    throw cursor.error('WAVEFORM_TRUNCATED', 'the trailer is missing', `"${trailer}" and the place of the table of contents`, bytes.length);
  }
  cursor.at = bytes.length - 4;
  const table = cursor.word();
  // Some windowed files have a second end mark before the table.
  const doubled = (bytes.length - 12 - table) % 8 === 4 && table >= 16 && wordAt(cursor, table) === chunk.end;
  const length = bytes.length - 12 - table - (doubled ? 4 : 0);
  if (length < 8 || length % 8 !== 0 || table < 16) throw cursor.error('WAVEFORM_CORRUPTED', `the table of contents begins at byte ${table}`, 'a place before the trailer', bytes.length - 4);
  const starts = new Map<number, number>();
  cursor.at = table + (doubled ? 4 : 0);
  while (cursor.at < bytes.length - 12) starts.set(cursor.word(), cursor.word());
  cursor.limit = table;
  return starts;
}

function wordAt(cursor: ByteCursor, at: number): number {
  cursor.at = at;
  return cursor.word();
}

/** Walks from section to section; the last one of an unfinished file has no end yet. */
function endsUnfinished(cursor: ByteCursor): boolean {
  let at = 4;
  for (let section = 0; section < 5 && at + 8 <= cursor.size; section += 1) {
    cursor.at = at;
    if (cursor.word() !== chunk.section) return false;
    const end = cursor.word();
    if (end === unfinished) return true;
    if (end <= at) return false;
    at = end;
  }
  return false;
}

class PsfBinaryReader {
  readonly #cursor: ByteCursor;
  readonly #sections: PsfSections;
  readonly #starts: Map<number, number>;
  readonly #table: number;
  readonly #ids: readonly number[];
  #done = 0;

  constructor(cursor: ByteCursor, sections: PsfSections, starts: Map<number, number>) {
    this.#cursor = cursor;
    this.#sections = sections;
    this.#starts = starts;
    this.#table = cursor.limit;
    this.#ids = [...starts.keys()];
    cursor.at = 4;
  }

  /** Reads a section if the table of contents lists it; it must begin and end exactly where the file says. */
  section<T>(id: number, read: (end: number) => T): T | undefined {
    const cursor = this.#cursor;
    const start = this.#starts.get(id);
    if (start === undefined) return undefined;
    if (start !== cursor.at || this.#ids[this.#done] !== id) throw cursor.error('WAVEFORM_CORRUPTED', `section ${id} is listed at byte ${start}`, `byte ${cursor.at}`);
    this.#done += 1;
    cursor.expect(chunk.section, `section ${id}`);
    const end = cursor.word();
    if (end > this.#table || end < cursor.at + 4) throw cursor.error('WAVEFORM_CORRUPTED', `section ${id} ends at byte ${end}`, `an end before byte ${this.#table}`, cursor.at - 4);
    cursor.limit = end - 4;
    const result = read(end - 4);
    if (cursor.at !== end - 4) throw cursor.error('WAVEFORM_CORRUPTED', `section ${id} ends at byte ${end}`, `byte ${cursor.at + 4}`);
    cursor.limit = this.#table;
    cursor.expect(this.#ids[this.#done] ?? chunk.end, `the end of section ${id}`);
    return result;
  }

  swept(header: Properties, sweeps: readonly BinaryTrace[], traces: readonly BinaryTraceEntry[]): ReturnType<typeof sweepTable> {
    const points = header['PSF sweep points'];
    const window = header['PSF window size'];
    const cursor = this.#cursor;
    if (typeof points !== 'number' || points < 0 || sweeps.length !== 1) throw cursor.error('WAVEFORM_CORRUPTED', `${points} points of ${sweeps.length} sweeps`, 'one sweep and its number of points');
    if (points * 16 > cursor.size) throw cursor.error('WAVEFORM_COUNT_MISMATCH', `${points} sweep points do not fit into the file`, 'as many points as stated');
    const table = sweepTable(cursor, sweeps[0]!, tracesOf(traces), points);
    const read = (end: number): void => {
      if (typeof window === 'number') readWindowedSweep(cursor, table, { end, points, window, traces: tracesOf(traces) as BinaryTrace[], sweep: sweeps[0]! });
      else readSimpleSweep(cursor, table, { end, points, entries: [sweeps[0]!, ...traces] });
    };
    if (!this.#starts.has(4) && points > 0) throw cursor.error('WAVEFORM_CORRUPTED', 'the section of values is not listed', 'section 4');
    this.section(4, read);
    return table;
  }

  values(): PsfValue[] {
    const values: PsfValue[] = [];
    this.#sections.list(() => values.push(this.#value()), 8);
    return values;
  }

  finish(): void {
    if (this.#done !== this.#ids.length) throw this.#cursor.error('WAVEFORM_CORRUPTED', 'the table of contents lists more sections', `${this.#done} sections`);
    if (this.#cursor.at !== this.#table) throw this.#cursor.error('WAVEFORM_CORRUPTED', 'bytes are before the table of contents', `byte ${this.#table}`);
  }

  #value(): PsfValue {
    const cursor = this.#cursor;
    cursor.expect(chunk.item, 'a value');
    cursor.word();
    const name = cursor.string();
    const type = this.#sections.typeOf(cursor.word());
    return { name, type, value: this.#data(type), properties: this.#sections.properties() };
  }

  #data(type: BinaryType): RecordValue {
    const cursor = this.#cursor;
    if (type.kind === 'string') return cursor.string();
    if (type.kind === 'complex') return { re: cursor.double(), im: cursor.double() };
    if (type.kind === 'struct') return Object.fromEntries(type.members.map((member) => [member.name, this.#data(member)]));
    if (type.kind === 'array') throw cursor.error('WAVEFORM_UNSUPPORTED', 'a list in a PSF binary file', 'PSF ASCII: run Spectre with -format psfascii');
    return readStored(cursor, type);
  }
}

import { ByteWriter } from './byte-writer.ts';

/** A small swept result: one real sweep, traces that are all real or all complex. */
export interface PsfFixture {
  readonly sweep: string;
  readonly traces: readonly string[];
  readonly complex: boolean;
  readonly grouped: boolean;
  /** Bytes of a window, for windowed files. */
  readonly window?: number;
  /** How the last windows end: as long as the others, as short as their contents, or only the very last one cut. */
  readonly lastWindow?: 'full' | 'short' | 'cut';
  /** End marks before the table of contents; one when left out. */
  readonly endMarks?: number;
  /** Rows: sweep, then values; pairs if complex. */
  readonly rows: readonly (readonly number[])[];
}

export function writePsfAscii(fixture: PsfFixture): string {
  const kind = fixture.complex ? 'COMPLEX' : 'FLOAT';
  const traces = fixture.traces.map((name) => `"${name}" "V"\n`).join('');
  const value = (row: readonly number[], index: number): string => fixture.complex ? `(${row[1 + index * 2]} ${row[2 + index * 2]})` : String(row[1 + index]);
  const rows = fixture.rows.map((row) => `"${fixture.sweep}" ${row[0]}\n${fixture.grouped
    ? `"group" ${fixture.traces.map((_, index) => value(row, index)).join('\n')}\n`
    : fixture.traces.map((name, index) => `"${name}" ${value(row, index)}\n`).join('')}`).join('');
  return `HEADER\n"PSFversion" "1.00"\n"simulator" "spectre"\n"analysis type" "${fixture.complex ? 'ac' : 'dc'}"\n"design" "a \\"quoted\\" name"\n`
    + `TYPE\n"sweep" FLOAT DOUBLE PROP(\n"key" "sweep"\n)\n"V" ${kind} DOUBLE PROP(\n"units" "V"\n"key" "node"\n)\n`
    + `SWEEP\n"${fixture.sweep}" "sweep" PROP(\n"units" "Hz"\n)\nTRACE\n${fixture.grouped ? `"group" GROUP ${fixture.traces.length}\n` : ''}${traces}VALUE\n${rows}END\n`;
}

/** Unswept file with scalars, a struct with a nested complex, a list and a text. */
export const psfRecordsText = `HEADER
"PSFversion" "1.00"
"analysis type" "info"
"temp" 27.0000
TYPE
"V" FLOAT DOUBLE PROP(
"units" "V"
)
"text" STRING *
"pole" STRUCT(
"at" COMPLEX DOUBLE PROP(
"units" "Hz"
)
"q" FLOAT DOUBLE
"tags" ARRAY ( * ) STRING *
"region" INT BYTE
) PROP(
"key" "inst"
)
VALUE
"out" "V" 2.500000000000000e-01 PROP(
"units" "V"
)
"note" "text" "stable (or not)"
"P1" "pole" (
(-1.500000000000000e+03 nan)
5.000000000000000e-01
("a" "b")
3
) PROP(
"model" "x"
)
END
`;

class PsfWriter extends ByteWriter {
  constructor() {
    super(false);
  }

  string(text: string): this {
    const length = new TextEncoder().encode(text).length;
    return this.word(length).text(text).zeros(Math.ceil(length / 4) * 4 - length) as this;
  }

  property(key: string, value: number | string): this {
    if (typeof value === 'string') return this.word(0x21).string(key).string(value);
    return this.word(0x22).string(key).word(value);
  }
}

/** Sections in order, each closed with the id of the next, then the table of contents, perhaps behind a second end mark. */
function writeSections(writer: PsfWriter, sections: readonly (readonly [id: number, write: () => void])[], endMarks = 1): ReturnType<ByteWriter['finish']> {
  const starts: number[] = [];
  writer.word(0x200);
  sections.forEach(([, write], index) => {
    starts.push(writer.length);
    const end = writer.word(0x15).length;
    writer.word(0);
    write();
    writer.word(sections[index + 1]?.[0] ?? 0x0f);
    writer.patch(end, writer.length);
  });
  const table = writer.length;
  for (let mark = 1; mark < endMarks; mark += 1) writer.word(0x0f);
  sections.forEach(([id], index) => writer.word(id).word(starts[index]!));
  writer.text('Clarissa').word(table);
  return writer.finish();
}

function list(writer: PsfWriter, indexWords: number, items: readonly (() => void)[]): void {
  const end = writer.word(0x16).length;
  writer.word(0);
  for (const item of items) item();
  writer.patch(end, writer.length);
  writer.word(0x13).word(items.length * indexWords * 4).zeros(items.length * indexWords * 4);
}

export function writePsfBinary(fixture: PsfFixture): ReturnType<ByteWriter['finish']> {
  const writer = new PsfWriter();
  const type = (id: number, name: string, code: number, unit: string) => (): void => {
    writer.word(0x10).word(id).string(name).word(0).word(code).property('units', unit);
  };
  const trace = (name: string, index: number): void => {
    writer.word(0x10).word(101 + index).string(name).word(2);
  };
  return writeSections(writer, [
    [0, () => {
      writer.property('PSFversion', '1.1').property('analysis type', fixture.complex ? 'ac' : 'tran').property('PSF sweep points', fixture.rows.length);
      if (fixture.window !== undefined) writer.property('PSF window size', fixture.window);
    }],
    [1, () => list(writer, 2, [type(1, 'sweep', 11, 's'), type(2, 'V', fixture.complex ? 12 : 11, 'V')])],
    [2, () => writer.word(0x10).word(100).string(fixture.sweep).word(1).property('grid', 1)],
    [3, () => list(writer, 4, fixture.grouped
      ? [() => {
        writer.word(0x11).word(99).string('group').word(fixture.traces.length);
        fixture.traces.forEach(trace);
      }]
      : fixture.traces.map((name, index) => () => trace(name, index)))],
    [4, () => (fixture.window === undefined ? simpleValues(writer, fixture) : windowedValues(writer, fixture, fixture.window))],
  ], fixture.endMarks);
}

function simpleValues(writer: PsfWriter, fixture: PsfFixture): void {
  const size = fixture.complex ? 2 : 1;
  for (const row of fixture.rows) {
    writer.word(0x10).word(100).value(row[0]!);
    if (fixture.grouped) writer.word(0x11).word(99);
    fixture.traces.forEach((_, index) => {
      if (!fixture.grouped) writer.word(0x10).word(101 + index);
      for (let part = 0; part < size; part += 1) writer.value(row[1 + index * size + part]!);
    });
  }
}

/** Every window begins with eight bytes: mark and counts for the sweep, nothing of note for traces. */
function windowedValues(writer: PsfWriter, fixture: PsfFixture, window: number): void {
  const room = window / 8 - 1;
  writer.word(0x14).word(12).zeros(12);
  for (let from = 0; from < fixture.rows.length; from += room) {
    const rows = fixture.rows.slice(from, from + room);
    const last = from + room >= fixture.rows.length;
    const here = last && fixture.lastWindow === 'short' ? rows.length : room;
    for (let column = 0; column <= fixture.traces.length; column += 1) {
      if (column === 0) writer.word(0x10).word(here * 65_536 + rows.length);
      else writer.zeros(8);
      for (const row of rows) writer.value(row[column]!);
      if (!(last && fixture.lastWindow === 'cut' && column === fixture.traces.length)) writer.zeros((here - rows.length) * 8);
    }
  }
}

/** Unswept: two scalars and two structs of a double, an integer and a text. */
export function writePsfRecords(): ReturnType<ByteWriter['finish']> {
  const writer = new PsfWriter();
  const member = (id: number, name: string, code: number): PsfWriter => writer.word(0x10).word(id).string(name).word(0).word(code);
  return writeSections(writer, [
    [0, () => writer.property('PSFversion', '1.1').property('analysis type', 'dc')],
    [1, () => list(writer, 2, [
      () => member(1, 'V', 11).property('units', 'V'),
      () => {
        member(2, 'mos', 16);
        member(3, 'id      ', 11);
        member(4, 'region', 1);
        member(5, 'note', 2);
        writer.word(0x12).property('key', 'inst');
      },
    ])],
    [4, () => list(writer, 2, [
      () => writer.word(0x10).word(10).string('out').word(1).value(2.5),
      () => writer.word(0x10).word(11).string('in').word(1).value(5).property('units', 'V'),
      () => writer.word(0x10).word(12).string('M1').word(2).value(1.5e-6).wordValue(3).string('saturated').property('model', 'nch'),
      () => writer.word(0x10).word(13).string('M2').word(2).value(-2e-9).wordValue(1).string('off'),
    ])],
  ]);
}

import cfb from 'cfb';

/** Integers and hundredths are stored in 30 bits, a formula with what it was computed to. */
export type Cell = string | number | { readonly rk: number } | { readonly hundredth: number } | { readonly formula: number };
export type Cells = readonly (readonly Cell[])[];

/** Bytes of one record; a longer SST goes on in CONTINUE records. */
const longest = 8224;

/** A workbook (.xls) in BIFF8 ([MS-XLS]) with the fewest records that programs accept. */
export function writeXls(sheets: Readonly<Record<string, Cells>>): Uint8Array {
  const names = Object.keys(sheets);
  const strings = [...new Set(Object.values(sheets).flat(2).filter((cell) => typeof cell === 'string'))];
  const bodies = Object.values(sheets).map((cells) => sheetOf(cells, strings));
  const bof = (type: number): Buffer => record(0x809, u16(0x600), u16(type), u16(0x0dbb), u16(1996), u32(0), u32(0x600));
  const eof = record(0x0a);
  const shared = sharedStrings(strings);
  const globals = (starts: readonly number[]): Buffer => Buffer.concat([
    bof(5), ...names.map((name, index) => record(0x85, u32(starts[index]!), u16(0), Buffer.of(name.length, 0), Buffer.from(name, 'latin1'))), shared, eof,
  ]);
  const size = globals(names.map(() => 0)).length;
  const parts = bodies.map((body) => Buffer.concat([bof(0x10), body, eof]));
  const starts = parts.map((_, index) => size + parts.slice(0, index).reduce((sum, part) => sum + part.length, 0));
  const container = cfb.utils.cfb_new();
  cfb.utils.cfb_add(container, 'Workbook', Buffer.concat([globals(starts), ...parts]));
  return Uint8Array.from(cfb.write(container, { type: 'buffer' }) as Buffer);
}

function sheetOf(cells: Cells, strings: readonly string[]): Buffer {
  return Buffer.concat(cells.flatMap((row, index) => row.map((cell, column) => {
    const place = [u16(index), u16(column), u16(0)];
    if (typeof cell === 'string') return record(0xfd, ...place, u32(strings.indexOf(cell)));
    if (typeof cell === 'number') return record(0x203, ...place, f64(cell));
    if ('rk' in cell) return record(0x27e, ...place, i32((cell.rk << 2) | 2));
    // Two cells of a row, the second of them empty.
    if ('hundredth' in cell) return record(0xbd, u16(index), u16(column), u16(0), i32((cell.hundredth << 2) | 3), u16(column));
    return record(0x06, ...place, f64(cell.formula), u16(0), u32(0), u16(0));
  })));
}

function sharedStrings(strings: readonly string[]): Buffer {
  const parts: Buffer[] = [];
  let open = Buffer.concat([u32(strings.length), u32(strings.length)]);
  const close = (): void => { parts.push(record(parts.length === 0 ? 0xfc : 0x3c, open)); open = Buffer.alloc(0); };
  for (const text of strings) {
    const wide = [...text].some((sign) => sign.codePointAt(0)! > 255);
    const bytes = Buffer.from(text, wide ? 'utf16le' : 'latin1');
    if (open.length + 3 > longest) close();
    open = Buffer.concat([open, u16(text.length), Buffer.of(wide ? 1 : 0)]);
    for (let at = 0; at < bytes.length;) {
      if (open.length + 2 > longest) { close(); open = Buffer.of(wide ? 1 : 0); }
      const room = (longest - open.length) & ~1;
      open = Buffer.concat([open, bytes.subarray(at, at + room)]);
      at += room;
    }
  }
  close();
  return Buffer.concat(parts);
}

function record(type: number, ...data: readonly Buffer[]): Buffer {
  const body = Buffer.concat(data);
  return Buffer.concat([u16(type), u16(body.length), body]);
}
function u16(value: number): Buffer { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value); return bytes; }
function u32(value: number): Buffer { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; }
function i32(value: number): Buffer { const bytes = Buffer.alloc(4); bytes.writeInt32LE(value); return bytes; }
function f64(value: number): Buffer { const bytes = Buffer.alloc(8); bytes.writeDoubleLE(value); return bytes; }

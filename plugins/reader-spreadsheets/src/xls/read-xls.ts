import { datasetError } from '@evospice/readers';
import { rowsOf, type Sheet } from '../sheet.ts';
import { BiffReader } from './biff.ts';
import { readSharedStrings } from './shared-strings.ts';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A compound file, as Excel wrote workbooks until 2003. */
export function isXls(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const record = { bof: 0x809, eof: 0x0a, filePass: 0x2f, boundSheet: 0x85, sst: 0xfc, continue: 0x3c, number: 0x203, rk: 0x27e, mulRk: 0xbd, label: 0x204, labelSst: 0xfd, formula: 0x06, string: 0x207, boolErr: 0x205 } as const;
const biff8 = 0x600;

/**
 * The sheets of a workbook in the format BIFF8 ([MS-XLS]): values of cells, formulas as they were last computed, without formats.
 * @throws EvospiceError `DATASET_FORMAT`, `DATASET_TRUNCATED`
 */
export async function readXls(bytes: Uint8Array, file: string): Promise<readonly Sheet[]> {
  const stream = await workbookStream(bytes, file);
  const reader = new BiffReader(stream, file);
  const first = reader.next();
  if (first?.type !== record.bof || first.u16(0) !== biff8) throw refusal(file, 'the workbook is older than Excel 97');
  const bounds: { readonly name: string; readonly start: number }[] = [];
  let strings: readonly string[] = [];
  for (let part = reader.next(); part !== undefined && part.type !== record.eof; part = reader.next()) {
    if (part.type === record.filePass) throw refusal(file, 'the workbook is locked with a password');
    // Charts and macros are sheets of other types.
    if (part.type === record.boundSheet && part.u8(5) === 0) bounds.push({ start: part.u32(0), name: part.text(8, part.u8(6), part.u8(7)) });
    if (part.type === record.sst) strings = readSharedStrings([part, ...reader.whileType(record.continue)]);
  }
  return bounds.map(({ name, start }) => ({ name, rows: rowsOf(readCells(reader.from(start), strings)) }));
}

async function workbookStream(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  if (!isXls(bytes)) throw refusal(file, 'this is not an .xls workbook');
  // Loaded where a workbook is read, so that no other command waits for it.
  const { default: cfb } = await import('cfb');
  let content: ArrayLike<number> | undefined;
  try {
    content = cfb.find(cfb.read(bytes, { type: 'array' }), 'Workbook')?.content;
  } catch (cause) {
    throw datasetError('DATASET_TRUNCATED', { file, line: 1 }, `the compound file cannot be read: ${(cause as Error).message}`, { received: `${bytes.length} bytes`, expected: 'a whole .xls file', remedy: 'the file is truncated or damaged: copy it again' });
  }
  if (content === undefined) throw refusal(file, 'the compound file holds no workbook of Excel 97 or later');
  return Uint8Array.from(content);
}

function refusal(file: string, message: string): Error {
  return datasetError('DATASET_FORMAT', { file, line: 1 }, message, { expected: 'a workbook of Excel 97 to 2003', remedy: 'save it as .xlsx or as CSV; or check `format` in task.yaml' });
}

function readCells(reader: BiffReader, strings: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const put = (row: number, column: number, text: string): void => {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length <= column) cells.push('');
    cells[column] = text.trim();
  };
  let pending: { readonly row: number; readonly column: number } | undefined;
  let nested = 0;
  for (let part = reader.next(); part !== undefined; part = reader.next()) {
    const at = (): readonly [number, number] => [part!.u16(0), part!.u16(2)];
    if (part.type === record.bof) nested += 1;
    // A chart inside the sheet has a begin and an end of its own.
    else if (part.type === record.eof && (nested -= 1) <= 0) return rows;
    else if (part.type === record.number) put(...at(), String(part.f64(6)));
    else if (part.type === record.rk) put(...at(), String(part.rk(6)));
    else if (part.type === record.labelSst) put(...at(), strings[part.u32(6)] ?? '');
    else if (part.type === record.label) put(...at(), part.text(9, part.u16(6), part.u8(8)));
    else if (part.type === record.boolErr) put(...at(), part.u8(7) === 1 ? '#VALUE!' : part.u8(6) === 1 ? 'TRUE' : 'FALSE');
    else if (part.type === record.mulRk) for (let index = 0; 4 + 6 * (index + 1) <= part.length - 2; index += 1) put(part.u16(0), part.u16(2) + index, String(part.rk(6 + 6 * index)));
    else if (part.type === record.formula) {
      const [row, column] = at();
      if (part.u16(12) !== 0xffff) put(row, column, String(part.f64(6)));
      else if (part.u8(6) === 0) pending = { row, column };
      else if (part.u8(6) === 2) put(row, column, '#VALUE!');
    } else if (part.type === record.string && pending !== undefined) {
      put(pending.row, pending.column, part.text(3, part.u16(0), part.u8(2)));
      pending = undefined;
    }
  }
  throw reader.truncated();
}

/** Result files as real ones are laid out: fixed columns in the header, 1e30 behind the table. */

export interface PostTable {
  /** Name, type code and values. */
  readonly axis: readonly [string, number, readonly number[]];
  /** True for variables the program adds by itself, which are complex in a small-signal analysis; else they are probes. */
  readonly automatic: boolean;
  readonly columns: readonly { readonly name: string; readonly current: boolean; readonly real: readonly number[]; readonly imaginary?: readonly number[] }[];
}

const END = 1e30;

function header({ axis, automatic, columns }: PostTable, version: '2001' | '9601'): string {
  const count = (value: number): string => String(value).padStart(4, '0');
  const counts = `${count(automatic ? columns.length + 1 : 1)}${count(automatic ? 0 : columns.length)}00000000`;
  const start = (version === '2001' ? `${counts}00002001*evospice` : `${counts}9601    *evospice`).padEnd(88);
  const date = version === '2001' ? '03/24/2015      16:10:18 ' : '03/24/1516:10:18 ';
  const types = [axis[1], ...columns.map(({ current }) => (current ? 8 : 1))].map((type) => String(type).padStart(3).padEnd(8)).join('');
  const names = [axis[0], ...columns.map(({ name }) => name)].map((name) => name.padEnd(16)).join('');
  return `${`${start}${date}Copyright (C) 2014 Synopsys, Inc. All Rights Reserved.`.padEnd(187)}0`.padEnd(264) + `${types}${names}$&%#    `;
}

function numbers({ axis, columns }: PostTable): number[] {
  const rows = axis[2].map((value, point) => [value, ...columns.flatMap(({ real, imaginary }) => (imaginary === undefined ? [real[point] as number] : [real[point] as number, imaginary[point] as number]))]);
  return [...rows.flat(), END];
}

/** `post=1`, version 2001: blocks of little-endian records, numbers of 8 bytes. */
export function postBinary(table: PostTable): Uint8Array {
  const text = Buffer.from(header(table, '2001'), 'latin1');
  const values = numbers(table);
  const data = Buffer.alloc(values.length * 8);
  for (const [at, value] of values.entries()) data.writeDoubleLE(value, at * 8);
  return Buffer.concat([block(text), block(data)]);
}

function block(bytes: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(4, 0);
  head.writeInt32LE(bytes.length / 8, 4);
  head.writeInt32LE(4, 8);
  head.writeInt32LE(bytes.length, 12);
  const tail = Buffer.alloc(4);
  tail.writeInt32LE(bytes.length, 0);
  return Buffer.concat([head, bytes, tail]);
}

/** `post=2`, version 9601: 80 columns of header, seven numbers of 11 columns a line. */
export function postAscii(table: PostTable): string {
  const text = header(table, '9601').trimEnd();
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 80) lines.push(text.slice(at, at + 80));
  const values = numbers(table).map(fortran);
  for (let at = 0; at < values.length; at += 7) lines.push(values.slice(at, at + 7).join(''));
  return `${lines.join('\n')}\n`;
}

/** `-.12345E-06` in 11 columns. */
function fortran(value: number): string {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential(4).split('e');
  const exponent = value === 0 ? 0 : Number(power) + 1;
  if (exponent < -99) return ' .00000E+00';
  return `${value < 0 ? '-' : ' '}.${mantissa.replace('.', '')}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

import { ByteWriter } from './byte-writer.ts';

export interface PostFixture {
  readonly version: '9007' | '9601' | '2001';
  /** Type codes and names, axis first; then the names of outer parameters. */
  readonly codes: readonly number[];
  readonly names: readonly string[];
  readonly outer: readonly string[];
  /** How many of the variables, axis included, HSPICE added by itself. */
  readonly automatic: number;
  /** Numbers of each table without the end mark, outer values first, complex values as pairs. */
  readonly tables: readonly (readonly number[])[];
}

function postHeaderText(fixture: PostFixture): string {
  const count = (value: number): string => String(value).padStart(4, '0');
  const version = fixture.version === '2001' ? '00002001' : `${fixture.version}    `;
  const head = `${count(fixture.automatic)}${count(fixture.codes.length - fixture.automatic)}${count(fixture.outer.length)}0000${version}`;
  const fixed = `${head}${'fixture'.padEnd(64)}01/01/2024      00:00:00 Copyright (c) 1986 - 2024 by Synopsys, Inc. All Rights Reserved.`;
  const stated = fixture.outer.length > 0 ? fixture.tables.length : 0;
  const names = [...fixture.names, ...fixture.outer].map((name) => name.padEnd(Math.ceil(name.length / 16) * 16)).join('');
  return `${`${fixed}${String(stated).padStart(12)}`.padEnd(256)}${fixture.codes.map((code) => String(code).padStart(8)).join('')}    ${names}$&%#`;
}

/** Blocks of at most `blockItems` numbers, so that rows may end in the next block. */
export function writePostBinary(fixture: PostFixture, style: { little: boolean; blockItems: number }): ReturnType<ByteWriter['finish']> {
  const writer = new ByteWriter(style.little);
  const size = fixture.version === '2001' ? 8 : 4;
  const header = postHeaderText(fixture);
  const padded = header.padEnd(Math.ceil(header.length / 8) * 8);
  writer.word(4).word(padded.length / 8).word(4).word(padded.length).text(padded).word(padded.length);
  const numbers = fixture.tables.flatMap((table) => [...table, 1e30]);
  for (let at = 0; at < numbers.length; at += style.blockItems) {
    const block = numbers.slice(at, at + style.blockItems);
    writer.word(4).word(block.length).word(4).word(block.length * size);
    for (const number of block) writer.value(number, size);
    writer.word(block.length * size);
  }
  return writer.finish();
}

/** Eleven columns a number and seven numbers a line, every table on lines of its own. */
export function writePostText(fixture: PostFixture): string {
  const header = postHeaderText(fixture).match(/[^]{1,80}/g)!.join('\n');
  const tables = fixture.tables.map((table) => [...table, 1e30].map(postNumber).join('').match(/.{1,77}/g)!.join('\n'));
  return `${header}      1     left over\n${tables.join('\n')}\n`;
}

/** ` .10000E+01`: five digits behind the point, none before it. */
function postNumber(value: number): string {
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1;
  const digits = (Math.abs(value) / 10 ** exponent).toFixed(5).slice(1);
  return `${value < 0 ? '-' : ' '}${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { decodeText } from './decode-text.ts';

const utf16 = (text: string, big: boolean): Uint8Array => {
  const buffer = Buffer.from(text, 'utf16le');
  return big ? buffer.swap16() : buffer;
};
const decoded = (bytes: Uint8Array) => decodeText(bytes, 'card.lib');

describe('decodeText', () => {
  it('reads every text in UTF-8 and UTF-16, with and without a byte order mark', () => {
    const signs = fc.integer({ min: 1, max: 0x10_ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
    const texts = fc.array(signs, { minLength: 1 }).map((codes) => String.fromCodePoint(...codes)).filter((text) => !text.startsWith('\uFEFF') && !text.trimEnd().endsWith('\u001A'));
    fc.assert(fc.property(texts, (text) => {
      expect(decoded(Buffer.from(text)).text).toBe(text);
      expect(decoded(Buffer.from(`\uFEFF${text}`)).text).toBe(text);
      expect(decoded(utf16(`\uFEFF${text}`, false)).text).toBe(text);
      expect(decoded(utf16(`\uFEFF${text}`, true)).text).toBe(text);
    }));
  });

  it.each([[false, 'utf-16le'], [true, 'utf-16be']] as const)('recognises UTF-16 without a mark (big endian: %s)', (big, encoding) => {
    expect(decoded(utf16('.model dz d is=1e-14 vj=0.7\n', big))).toEqual({ text: '.model dz d is=1e-14 vj=0.7\n', encoding });
  });

  it('reads a micro sign in latin-1', () => {
    expect(decoded(Uint8Array.from([0x31, 0xb5]))).toEqual({ text: '1µ', encoding: 'windows-1252' });
  });

  it('leaves out the Ctrl-Z of DOS at the end', () => {
    expect(decoded(Buffer.from('.end\r\n\u001A')).text).toBe('.end\r\n');
  });

  it.each([['504b030414000600', 'a ZIP archive or a spreadsheet'], ['1f8b080000000000', 'packed with gzip'], ['302c310a0000', 'zero bytes']])('says what %s is', (hex, what) => {
    expect(refusalOf(() => decoded(Buffer.from(hex, 'hex'))).message).toContain(what);
  });

  it('refuses bytes that are not text', () => {
    expect(refusalOf(() => decoded(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 9])))).toMatchObject({ code: 'TEXT_ENCODING', file: 'card.lib' });
  });
});

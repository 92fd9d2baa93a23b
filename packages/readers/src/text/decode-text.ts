import { EvospiceError } from '@evospice/contracts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * The text of a file that people wrote with any editor: UTF-8 or UTF-16 with or without a byte order mark, else windows-1252, of which
 * latin-1 is a part. UTF-16 without a mark is recognised by its zero bytes, which no other text has.
 * @throws EvospiceError `TEXT_ENCODING` for bytes that are not text
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const encoding = encodingOf(bytes);
  const text = withoutEndMark(new TextDecoder(encoding).decode(bytes));
  const zero = text.indexOf('\0');
  if (zero < 0) return { text, encoding };
  const packed = Object.entries(packings).find(([start]) => text.startsWith(start))?.[1];
  throw new EvospiceError('TEXT_ENCODING', packed === undefined ? 'the file holds zero bytes and is not text' : `the file is ${packed} and not text`, {
    file, line: text.slice(0, zero).split('\n').length, received: encoding, expected: 'a text file in UTF-8, UTF-16 or windows-1252', remedy: packed === undefined ? 'check that this is the right file; zeros at its end are left by a program that was cut off while it wrote' : 'unpack it, write format: xlsx, xls or keithley4200 for a spreadsheet with a table, or export the table as CSV',
  });
}

/** Programs of DOS end a file with Ctrl-Z. */
function withoutEndMark(text: string): string {
  const end = text.trimEnd();
  return end.endsWith('\u001A') ? end.slice(0, -1) : text;
}

/** What a file is by its first characters, as windows-1252 and UTF-8 show them. */
const packings: Readonly<Record<string, string>> = { 'PK\u0003\u0004': 'a ZIP archive or a spreadsheet (.xlsx)', '\u001F\u2039': 'packed with gzip', '\u00D0\u00CF': 'a spreadsheet (.xls)' };

function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  if (sample.length >= 2 && sample.length % 2 === 0) {
    const zeros = (parity: number): number => sample.filter((byte, index) => index % 2 === parity && byte === 0).length;
    const half = sample.length / 2;
    if (zeros(1) > 0.8 * half && zeros(0) === 0) return 'utf-16le';
    if (zeros(0) > 0.8 * half && zeros(1) === 0) return 'utf-16be';
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // The only thing that a fatal decoder throws: bytes that are not UTF-8.
    return 'windows-1252';
  }
}

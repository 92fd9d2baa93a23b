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
  const text = new TextDecoder(encoding).decode(bytes);
  const zero = text.indexOf('\0');
  if (zero < 0) return { text, encoding };
  throw new EvospiceError('TEXT_ENCODING', 'the file holds zero bytes and is not text', {
    file, line: text.slice(0, zero).split('\n').length, received: encoding, expected: 'a text file in UTF-8, UTF-16 or windows-1252', remedy: 'check that this is the right file',
  });
}

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

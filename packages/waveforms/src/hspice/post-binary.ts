import { WaveformError, type WaveformErrorCode } from '../errors.ts';

/** What a binary `post` file holds before it is cut into tables. */
export interface PostNumbers {
  readonly header: string;
  readonly numbers: Float64Array;
  /** Byte offset of a number. */
  offset(index: number): number;
}

interface Block {
  readonly at: number;
  readonly items: number;
  readonly length: number;
}

/** Byte order of a binary `post` file by its first block head (4, items, 4, bytes); undefined if it is none. */
export function postByteOrder(view: DataView): 'little' | 'big' | undefined {
  if (view.byteLength < 16) return undefined;
  return ([true, false] as const).filter((little) => view.getInt32(0, little) === 4 && view.getInt32(8, little) === 4).map((little) => (little ? 'little' : 'big'))[0];
}

/**
 * Reads the blocks of a binary `post` file: head (4, items, 4, bytes), contents, bytes again. The first block (or
 * blocks, up to `$&%#`) is text, the others are numbers of 4 or 8 bytes; rows and tables may run from one block into the next.
 */
export function readPostBlocks(bytes: Uint8Array, file: string): PostNumbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = postByteOrder(view) === 'little';
  const blocks = blocksOf(view, little, file);
  let header = '';
  let first = 0;
  const decoder = new TextDecoder('latin1');
  while (!header.includes('$&%#')) {
    const block = blocks[first];
    if (block === undefined) throw failure('WAVEFORM_TRUNCATED', 'the header has no end mark', '$&%#', bytes.length, file);
    header += decoder.decode(bytes.subarray(block.at, block.at + block.length));
    first += 1;
  }
  const data = blocks.slice(first);
  const width = data.length === 0 ? 8 : data[0]!.length / data[0]!.items;
  const wrong = data.find((block) => block.length !== block.items * width || (width !== 4 && width !== 8));
  if (wrong !== undefined) throw failure('WAVEFORM_CORRUPTED', `a block of ${wrong.items} numbers in ${wrong.length} bytes`, '4 or 8 bytes a number, in all blocks alike', wrong.at, file);
  const numbers = new Float64Array(data.reduce((sum, block) => sum + block.items, 0));
  const begins: number[] = [];
  let next = 0;
  for (const block of data) {
    begins.push(next);
    for (let item = 0; item < block.items; item += 1) {
      const at = block.at + item * width;
      numbers[next] = width === 4 ? view.getFloat32(at, little) : view.getFloat64(at, little);
      next += 1;
    }
  }
  const offset = (index: number): number => {
    const block = Math.max(0, begins.findLastIndex((begin) => begin <= index));
    return data[block] === undefined ? bytes.length : data[block].at + (index - begins[block]!) * width;
  };
  return { header: header.slice(0, header.indexOf('$&%#') + 4), numbers, offset };
}

function blocksOf(view: DataView, little: boolean, file: string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < view.byteLength;) {
    if (at + 16 > view.byteLength) throw failure('WAVEFORM_TRUNCATED', 'the file ends within the head of a block', 'four words', at, file);
    const [four, items, again, length] = [0, 4, 8, 12].map((word) => view.getInt32(at + word, little)) as [number, number, number, number];
    if (four !== 4 || again !== 4 || items <= 0 || length <= 0) throw failure('WAVEFORM_CORRUPTED', `${four} ${items} ${again} ${length} is not the head of a block`, '4, items, 4, bytes', at, file);
    const end = at + 16 + length;
    if (end + 4 > view.byteLength) throw failure('WAVEFORM_TRUNCATED', `${view.byteLength - at - 16} bytes are left of a block of ${length}`, 'the whole block', at, file);
    if (view.getInt32(end, little) !== length) throw failure('WAVEFORM_CORRUPTED', 'the length after a block differs from the one before it', String(length), end, file);
    blocks.push({ at: at + 16, items, length });
    at = end + 4;
  }
  return blocks;
}

function failure(code: WaveformErrorCode, message: string, expected: string, offset: number, file: string): WaveformError {
  return new WaveformError(code, message, { file, offset, expected });
}

import { waveforms, type Waveforms, type WaveformSource } from '../model.ts';
import { TextFile } from '../text/text-file.ts';
import { postByteOrder, readPostBlocks } from './post-binary.ts';
import { readPostHeader, type PostHeader } from './post-header.ts';
import { cutTables } from './post-tables.ts';
import { readPostText } from './post-text.ts';

/**
 * Reads HSPICE's `.sw*`, `.ac*` and `.tr*`: `post=1` (binary, either byte order, 4- or 8-byte numbers), `post=2` (ASCII),
 * versions 9007, 9601 and 2001, with outer sweeps. Each table is a plot. In AC files the variables that HSPICE
 * adds by itself are complex, those of `.probe` are real. Names lack their closing bracket, as in the file.
 * Format: public readers; Synopsys has published none.
 *
 * Every table ends with 1e30, and the header states the number of tables, so that any cut is noticed. Not noticed: changed
 * bytes of binary values, changed digits of ASCII ones.
 *
 * @throws WaveformError with the line (ASCII) or the byte offset (binary)
 */
export function readHspicePost(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const { file } = source;
  const binary = postByteOrder(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== undefined;
  if (binary) {
    const { header: text, numbers, offset } = readPostBlocks(bytes, file);
    const header = readPostHeader(text, file);
    return result(file, header, cutTables(header, numbers, { file, place: (index) => ({ file, offset: offset(index) }) }));
  }
  const { header: text, numbers, line } = readPostText(new TextFile(bytes, file));
  const header = readPostHeader(text, file);
  return result(file, header, cutTables(header, numbers, { file, place: (index) => ({ file, line: line(index) }) }));
}

function result(file: string, header: PostHeader, plots: Waveforms['plots']): Waveforms {
  const { version, title, date } = header;
  return waveforms(file, 'hspice-post', { header: { program: 'HSPICE', version, title, date }, plots });
}

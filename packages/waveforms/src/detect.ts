import { postByteOrder } from './hspice/post-binary.ts';
import { postVersion } from './hspice/post-header.ts';
import { parseNumber } from './text/numbers.ts';
import type { WaveformFormat } from './model.ts';

/** What a file is, or why it cannot be read. */
export type Detected = { readonly format: WaveformFormat } | { readonly refused: string; readonly remedy: string };

const looked = 1 << 16;

/**
 * Recognises a format by its first bytes, by marks anywhere in a listing, and only then by the file's name.
 * Undefined if nothing fits.
 */
export function detectFormat(bytes: Uint8Array, file = ''): Detected | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, looked));
  if (head.startsWith('\0!ngpsf') || /^\x01+\*cdnsh/.test(head) || file.endsWith('.psfxl')) { // oxlint-disable-line no-control-regex -- first bytes of PSF-XL's files
    return { refused: 'this is PSF-XL', remedy: 'run Spectre with -format psfbin, psfascii or nutbin' };
  }
  if (head.startsWith('.wdb')) return { refused: 'this is a compressed EZwave database (.wdb)', remedy: 'let Eldo write .printfile, Spice 3 or PSF output' };
  if (bytes.length >= 8 && view.getUint8(0) === 0 && view.getUint32(4) === 0x15) return { format: 'psf-binary' };
  if (postByteOrder(view) !== undefined) return { format: 'hspice-post' };
  const format = textFormat(head, file) ?? listingFormat(bytes, head, file) ?? tableFormat(head, file);
  return format === undefined ? undefined : { format };
}

function textFormat(head: string, file: string): WaveformFormat | undefined {
  if (/^\s*HEADER\s+"/.test(head)) return 'psf-ascii';
  if (/^\s*(Title|Plotname|Date):/i.test(head) || head.startsWith('T\0i\0t\0l\0e\0:\0')) return 'spice-raw';
  if (postVersion(head) !== undefined) return 'hspice-post';
  if (head.startsWith('$DATA1')) return 'hspice-measure';
  if (/^\s*#H\s/.test(head)) return 'xyce-probe';
  if (/^\s*TITLE\s*=\s*"/.test(head)) return 'xyce-tecplot';
  if (head.startsWith('* "simulator" "HSPICE"')) return 'hspice-saved-point';
  if (/^\s*(Index|STEPNUM|STEP)[\s,]/.test(head) && !/\.csv$/i.test(file) || /\.(prn|res)$/i.test(file)) return 'xyce-table';
  if (/\.pa\d+$/i.test(file)) return 'hspice-subcircuits';
  return undefined;
}

function listingFormat(bytes: Uint8Array, head: string, file: string): WaveformFormat | undefined {
  if (/\*{4,} .*HSPICE|\*{4,}\s+(dc transfer curves|ac analysis|transient analysis|operating point information)\s+tnom=/.test(head) || /\.(lis|ls)$/i.test(file)) return 'hspice-listing';
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 200)));
  if (/End of Xyce\(TM\)/.test(tail)) return 'xyce-table';
  if (/\.chi$/i.test(file) || /\beldo\b/i.test(head) && /^\s*X\s*$/m.test(head)) return 'eldo-listing';
  if (/\*{5}\s*(hspice )?job (concluded|aborted)/.test(head)) return 'hspice-listing';
  return undefined;
}

function tableFormat(head: string, file: string): WaveformFormat | undefined {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = lines[0];
  if (first === undefined) return undefined;
  if (/^\S+ = \S+\s*$|^\S+: FAILED\s*$/.test(first)) return 'xyce-measure';
  const content = lines.find((line) => !/^[#*$!]/.test(line)) ?? first;
  if (/\.csv$/i.test(file) || /[,;]/.test(content)) return 'csv';
  const numeric = (line: string): boolean => line.trim().split(/\s+/).every((cell) => parseNumber(cell) !== undefined);
  return lines.slice(0, 8).some(numeric) ? 'number-table' : undefined;
}

import { detectFormat } from './detect.ts';
import { readEldoListing } from './eldo/read-listing.ts';
import { WaveformError } from './errors.ts';
import { readHspiceListing } from './hspice/read-listing.ts';
import { readHspiceMeasures } from './hspice/read-measures.ts';
import { readHspicePost } from './hspice/read-post.ts';
import { readHspiceSavedPoint, readHspiceSubcircuits } from './hspice/read-saved-point.ts';
import { waveformFormats, type WaveformFormat, type Waveforms, type WaveformSource } from './model.ts';
import { readPsfAscii } from './psf/read-psf-ascii.ts';
import { readPsfBinary } from './psf/read-psf-binary.ts';
import { readSpiceRaw } from './raw/read-raw.ts';
import { readCsv } from './table/read-csv.ts';
import { readNumberTable } from './table/read-number-table.ts';
import { readXyceMeasures } from './xyce/xyce-measure.ts';
import { readXyceProbe } from './xyce/xyce-probe.ts';
import { readXyceTable } from './xyce/xyce-table.ts';
import { readXyceTecplot } from './xyce/xyce-tecplot.ts';

/** The reader of each format. */
const readers: Readonly<Record<WaveformFormat, (bytes: Uint8Array, source: WaveformSource) => Waveforms>> = {
  'spice-raw': readSpiceRaw,
  'xyce-table': readXyceTable,
  'xyce-probe': readXyceProbe,
  'xyce-tecplot': readXyceTecplot,
  'xyce-measure': readXyceMeasures,
  csv: readCsv,
  'hspice-post': readHspicePost,
  'hspice-measure': readHspiceMeasures,
  'hspice-listing': readHspiceListing,
  'hspice-saved-point': readHspiceSavedPoint,
  'hspice-subcircuits': readHspiceSubcircuits,
  'psf-ascii': readPsfAscii,
  'psf-binary': readPsfBinary,
  'eldo-listing': readEldoListing,
  'number-table': readNumberTable,
};

export interface ReadOptions extends WaveformSource {
  /** Format, if known; otherwise it is recognised by the content, with the name as a hint. */
  readonly format?: WaveformFormat;
}

/**
 * Reads one output file of a circuit simulator.
 *
 * Either the file is whole and everything in it is given, or an error is raised: each reader says which damage its
 * format cannot show. A caller who knows the simulator should name the format, because damage to the first bytes can make
 * one format look like a simpler one.
 *
 * @throws WaveformError `WAVEFORM_*` with file and line or byte offset
 */
export function readWaveforms(bytes: Uint8Array, options: ReadOptions): Waveforms {
  const { file, format } = options;
  if (format !== undefined) return readers[format](bytes, { file });
  const detected = detectFormat(bytes, file);
  if (detected === undefined) {
    throw new WaveformError('WAVEFORM_UNKNOWN_FORMAT', 'no reader recognises this file', { file, expected: waveformFormats.join(', '), remedy: 'name the format if the file is one of these' });
  }
  if ('refused' in detected) throw new WaveformError('WAVEFORM_UNSUPPORTED', detected.refused, { file, offset: 0, remedy: detected.remedy });
  return readers[detected.format](bytes, { file });
}

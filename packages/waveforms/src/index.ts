export { readWaveforms, type ReadOptions } from './read-waveforms.ts';
export { detectFormat, type Detected } from './detect.ts';
export { WaveformError, type WaveformErrorCode, type WaveformPlace } from './errors.ts';
export {
  waveformFormats, type AnalysisKind, type Complex, type MeasureSet, type OuterValue, type Plot, type ProgramMessage, type RecordValue,
  type Variable, type WaveformFormat, type WaveformRecord, type Waveforms, type WaveformSource,
} from './model.ts';
export { readSpiceRaw, type RawSource } from './raw/read-raw.ts';
export { readXyceTable } from './xyce/xyce-table.ts';
export { readXyceProbe } from './xyce/xyce-probe.ts';
export { readXyceTecplot } from './xyce/xyce-tecplot.ts';
export { readXyceMeasures } from './xyce/xyce-measure.ts';
export { withSteps } from './xyce/with-steps.ts';
export { readCsv } from './table/read-csv.ts';
export { readNumberTable } from './table/read-number-table.ts';
export { readHspicePost } from './hspice/read-post.ts';
export { readHspiceMeasures } from './hspice/read-measures.ts';
export { readHspiceListing } from './hspice/read-listing.ts';
export { readHspiceSavedPoint, readHspiceSubcircuits } from './hspice/read-saved-point.ts';
export { readPsfAscii } from './psf/read-psf-ascii.ts';
export { readPsfBinary } from './psf/read-psf-binary.ts';
export { readEldoListing } from './eldo/read-listing.ts';

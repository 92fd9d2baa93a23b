export { readWaveforms, type ReadOptions } from './read-waveforms.ts';
export type { WaveformFormat, Waveforms } from './model.ts';

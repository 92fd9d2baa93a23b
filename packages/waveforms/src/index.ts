export { readWaveforms } from './read-waveforms.ts';
export type { WaveformFormat } from './model.ts';

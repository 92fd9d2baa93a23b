import { EvospiceError, type ErrorDetails } from '@evospice/contracts';

/**
 * - `WAVEFORM_TRUNCATED`: the file ends before its end mark or before the stated number of values
 * - `WAVEFORM_CORRUPTED`: its structure contradicts the format or itself
 * - `WAVEFORM_COUNT_MISMATCH`: a stated count differs from what is there
 * - `WAVEFORM_NOT_A_NUMBER`: text is where a number must be
 * - `WAVEFORM_UNKNOWN_FORMAT`: no reader recognises the file
 * - `WAVEFORM_UNSUPPORTED`: recognised, and not readable (PSF-XL, compressed EZwave databases)
 */
export type WaveformErrorCode =
  | 'WAVEFORM_TRUNCATED' | 'WAVEFORM_CORRUPTED' | 'WAVEFORM_COUNT_MISMATCH'
  | 'WAVEFORM_NOT_A_NUMBER' | 'WAVEFORM_UNKNOWN_FORMAT' | 'WAVEFORM_UNSUPPORTED';

/** Where a waveform file is wrong: a line of a text file, a byte of a binary one. */
export interface WaveformPlace extends ErrorDetails {
  /** Byte offset from the beginning of the file, for binary formats. */
  readonly offset?: number;
}

/** Raised by every reader of this package; nothing else escapes from them. */
export class WaveformError extends EvospiceError {
  declare readonly code: WaveformErrorCode;
  readonly offset: number | undefined;

  constructor(code: WaveformErrorCode, message: string, place: WaveformPlace) {
    super(code, place.offset === undefined ? message : `${message} (byte ${place.offset})`, place);
    this.name = 'WaveformError';
    this.offset = place.offset;
  }
}

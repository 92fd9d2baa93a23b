import { counted } from '@evospice/contracts';
import { WaveformError, type WaveformErrorCode, type WaveformPlace } from '../errors.ts';

/** Control characters that no text output holds; tab, line ends and form feed (pages of listings) are fine. */
// oxlint-disable-next-line no-control-regex -- these are what damaged text files hold
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** A text file in lines, with errors that name the line. */
export class TextFile {
  readonly file: string;
  readonly lines: readonly string[];
  /** False if the last line lacks its line end. */
  readonly ended: boolean;

  /** @throws WaveformError `WAVEFORM_TRUNCATED` for an empty file, `WAVEFORM_CORRUPTED` for control characters. */
  constructor(bytes: Uint8Array, file: string) {
    this.file = file;
    const text = new TextDecoder('utf-8').decode(bytes);
    this.ended = text.endsWith('\n');
    const lines = text.split(/\r?\n/);
    if (this.ended) lines.pop();
    this.lines = lines;
    if (text.trim() === '') throw this.error('WAVEFORM_TRUNCATED', 'the file is empty', 1);
    if (control.test(text)) {
      const line = lines.findIndex((candidate) => control.test(candidate));
      throw this.error('WAVEFORM_CORRUPTED', 'a control character is in a text file', line + 1);
    }
  }

  /** An error at a line, counted from 1. */
  error(code: WaveformErrorCode, message: string, line: number, details: WaveformPlace = {}): WaveformError {
    return new WaveformError(code, message, { file: this.file, line, ...details });
  }

  notANumber(text: string, line: number): WaveformError {
    return this.error('WAVEFORM_NOT_A_NUMBER', `"${text}" is not a number of this file's form`, line, { received: text, expected: 'a number' });
  }

  columnCount(received: number, expected: number, line: number): WaveformError {
    return this.error('WAVEFORM_COUNT_MISMATCH', `${counted(received, 'value is', 'values are')} in a row of ${counted(expected, 'column')}`, line, { received, expected: counted(expected, 'value') });
  }

  truncated(expected: string): WaveformError {
    return this.error('WAVEFORM_TRUNCATED', `the file ends before ${expected}`, this.lines.length, { expected, remedy: 'run the simulation again; it may have been stopped or its disk full' });
  }

  /** For formats without an end mark: a last line without line end was cut. */
  requireLineEnd(): void {
    if (!this.ended) throw this.truncated('the end of its last line');
  }
}

import { waveforms, type Waveforms, type WaveformSource } from '../model.ts';
import { parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';

/**
 * Reads the measure files of Xyce (`.mt0`, `.ms0`, `.ma0`; one file for each step): lines `NAME = value`,
 * `NAME = FAILED` and, for Fourier measures, `NAME: FAILED`. A failed measure has the value `undefined`.
 *
 * Not noticed: changed digits, missing whole lines. The tables of successful Fourier measures are refused.
 *
 * @throws WaveformError with the line
 */
export function readXyceMeasures(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  text.requireLineEnd();
  const values = new Map<string, number | undefined>();
  text.lines.forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const match = /^(\S+?)(?: = (\S+)|: (FAILED))$/.exec(line);
    if (match === null) throw text.error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not a measure`, index + 1, { expected: '"NAME = value" or "NAME = FAILED"' });
    const result = match[2] ?? match[3]!;
    const value = result === 'FAILED' ? undefined : parseNumber(result);
    if (value === undefined && result !== 'FAILED') throw text.notANumber(result, index + 1);
    if (values.has(match[1]!)) throw text.error('WAVEFORM_CORRUPTED', `the measure ${match[1]} is twice`, index + 1);
    values.set(match[1]!, value);
  });
  return waveforms(source.file, 'xyce-measure', { header: { program: 'Xyce' }, measures: [{ outer: [], values }] });
}

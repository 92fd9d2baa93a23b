import { WaveformError } from '../errors.ts';
import type { RawHeader } from './raw-header.ts';

/** Whether a raw file begins in UTF-16, as those of LTspice since version XVII do. */
export function isWide(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0;
}

/** Whether LTspice wrote a plot: it names itself in the line `Command:`. */
export function isLtspice({ facts }: RawHeader): boolean {
  return /LTspice|Linear Technology/i.test(facts['command'] ?? '');
}

/**
 * LTspice keeps real values in 32 bits but for the first variable, unless the flag `double` is set, and with the flag `fastaccess` variable
 * by variable; files of doubles alone are read.
 * @throws WaveformError `WAVEFORM_UNSUPPORTED` for the others
 */
export function refuseLtspiceForms(header: RawHeader, wide: boolean, file: string): void {
  const { binary, complex, flags, valuesAt } = header;
  const refuse = (what: string, remedy: string): never => {
    throw new WaveformError('WAVEFORM_UNSUPPORTED', `this is a raw file of LTspice with ${what}, which is not read`, { file, offset: valuesAt, expected: 'values in ASCII, or in doubles point by point', remedy });
  };
  const again = 'let LTspice write ASCII (option -ascii), or doubles: .options numdgt=7';
  if (!binary) {
    if (wide) refuse('ASCII values in UTF-16', 'save the file as UTF-8');
    return;
  }
  if (flags.includes('fastaccess')) refuse('its variables one after another (fastaccess)', `do not convert it to fast access; ${again}`);
  if (isLtspice(header) && !complex && !flags.includes('double')) refuse('values in 32 bits', again);
}

import { describe, expect, it } from 'vitest';
import { readWaveforms } from '../read-waveforms.ts';

interface Form { readonly flags: string; readonly wide?: boolean; readonly value: 'double' | 'float'; readonly command?: string; readonly points?: number }

/** Two variables beside the time, three points. */
function file({ flags, wide = false, value, command = 'LTspice XVII', points = 3 }: Form): Uint8Array {
  const head = `Title: * amplifier\nDate: Mon\nPlotname: Transient Analysis\nFlags: ${flags}\nNo. Variables: 3\nNo. Points: ${points}\nOffset: 0\nCommand: ${command}\nVariables:\n\t0\ttime\ttime\n\t1\tV(out)\tvoltage\n\t2\tI(R7)\tdevice_current\nBinary:\n`;
  const size = value === 'double' ? 8 : 4;
  const values = Buffer.alloc(3 * (8 + 2 * size));
  [0, 1, 2].forEach((point) => {
    const at = point * (8 + 2 * size);
    values.writeDoubleLE(point === 1 ? -1e-3 : point * 1e-3, at);
    [2.5 * point, -0.25 * point].forEach((number, index) => (value === 'double' ? values.writeDoubleLE(number, at + 8 + 8 * index) : values.writeFloatLE(number, at + 8 + 4 * index)));
  });
  return Buffer.concat([Buffer.from(head, wide ? 'utf16le' : 'utf8'), values]);
}

describe('raw files of LTspice', () => {
  it.each([false, true])('of doubles are read, the header in UTF-16: %s', (wide) => {
    const [plot] = readWaveforms(file({ flags: 'real forward double', wide, value: 'double' }), { file: 'a.raw' }).plots;
    expect(plot!.variables.map(({ name }) => name)).toEqual(['time', 'V(out)', 'I(R7)']);
    expect(plot!.real.map((column) => [...column])).toEqual([[0, 1e-3, 2e-3], [0, 2.5, 5], [-0, -0.25, -0.5]]);
  });

  it.each<[string, Form]>([
    ['values in 32 bits', { flags: 'real forward', value: 'float' }],
    ['values in 32 bits', { flags: 'real forward', value: 'float', wide: true }],
    ['fastaccess', { flags: 'real forward fastaccess double', value: 'double' }],
  ])('are refused for what they are: %s', (what, form) => {
    expect(() => readWaveforms(file(form), { file: 'a.raw' })).toThrow(expect.objectContaining({ code: 'WAVEFORM_UNSUPPORTED', message: expect.stringContaining(what), remedy: expect.stringContaining('-ascii') }));
  });
});

describe('a count of points that is too small', () => {
  const text = (points: number): Uint8Array => Buffer.from(`Title: steps\nDate: Mon\nPlotname: AC Analysis\nFlags: real\nNo. Variables: 2\nNo. Points: ${points}\nVariables:\n\t0\tx\tvoltage\n\t1\ty\tcurrent\nValues:\n0\t1.0e+00\n\t2.0e+00\n\n1\t3.0e+00\n\t4.0e+00\n`);

  it.each([0, 1])('is called wrong: %d of 2', (points) => {
    expect(() => readWaveforms(text(points), { file: 'x.raw' })).toThrow(expect.objectContaining({ code: 'WAVEFORM_COUNT_MISMATCH', message: expect.stringMatching(`No. Points: ${points}.*the count is wrong`) }));
  });

  it('is called wrong in a binary file too', () => {
    expect(() => readWaveforms(file({ flags: 'real', command: 'Xyce', value: 'double', points: 0 }), { file: 'x.raw' })).toThrow(expect.objectContaining({ code: 'WAVEFORM_COUNT_MISMATCH' }));
    expect(readWaveforms(text(2), { file: 'x.raw' }).plots[0]?.points).toBe(2);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRawPlots } from './raw-file.ts';

interface Sketch { readonly title: string; readonly complex: boolean; readonly rows: readonly (readonly number[])[]; readonly names: readonly string[] }

/** A raw file as ngspice writes it; `Command` is there from version 40 on. */
function write(plots: readonly Sketch[]): Uint8Array {
  return Buffer.concat(plots.flatMap(({ title, complex, rows, names }) => {
    const header = `Title: ${title}\nDate: Sat Nov 21 00:00:00  2026\nCommand: ngspice\nPlotname: DC transfer characteristic\nFlags: ${complex ? 'complex' : 'real'}\n`
      + `No. Variables: ${names.length}\nNo. Points: ${rows.length}\nVariables:\n${names.map((name, index) => `\t${index}\t${name}\tvoltage\n`).join('')}Binary:\n`;
    return [Buffer.from(header, 'latin1'), Buffer.from(Float64Array.from(rows.flat()).buffer)];
  }));
}

const plot = fc.integer({ min: 1, max: 5 }).chain((variables) => fc.boolean().chain((complex) => fc.record({
  title: fc.constantFrom('evospice 1 0', 'Binary', 'x'),
  complex: fc.constant(complex),
  names: fc.constant(Array.from({ length: variables }, (_, index) => `i(VA${index}_0)`)),
  // Any bit pattern, also ones that look like a header.
  rows: fc.array(fc.array(fc.double({ noNaN: true }), { minLength: variables * (complex ? 2 : 1), maxLength: variables * (complex ? 2 : 1) }), { maxLength: 8 }),
})));

describe('raw files', () => {
  it('reads back what was written', () => {
    fc.assert(fc.property(fc.array(plot, { maxLength: 4 }), (sketches) => {
      const plots = readRawPlots(write(sketches));
      expect(plots).toHaveLength(sketches.length);
      for (const [index, sketch] of sketches.entries()) {
        const own = plots[index];
        expect(own).toMatchObject({ title: sketch.title, complex: sketch.complex, points: sketch.rows.length });
        for (const [column, name] of sketch.names.entries()) {
          expect(own?.columns.get(name.toLowerCase())).toBe(column);
          for (const [point, row] of sketch.rows.entries()) {
            expect(own?.real(column)[point]).toBe(row[sketch.complex ? 2 * column : column]);
            expect(own?.imaginary(column)[point]).toBe(sketch.complex ? row[2 * column + 1] : 0);
          }
        }
      }
    }));
  });

  it('leaves out a plot that is cut short, wherever it is cut', () => {
    const whole = write([{ title: 'a', complex: false, names: ['x', 'y'], rows: [[1, 2], [3, 4]] }]);
    for (let length = 0; length < whole.length; length += 1) expect(readRawPlots(whole.subarray(0, length))).toEqual([]);
    expect(readRawPlots(whole)).toHaveLength(1);
  });
});

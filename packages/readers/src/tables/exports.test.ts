import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../testing/measured-text.ts';
import { DelimitedReader } from './csv-reader.ts';

const read = (text: string, delimiter = ',') => new DelimitedReader('csv', delimiter).read(measuredText(text, { file: 'export.csv' }));
/** Biases and columns of every curve. */
const curves = (text: string) => read(text).blocks.map(({ variables, columns, values }) => ({ variables, ...Object.fromEntries(columns.map((name) => [name, [...values[name]!]])) }));

describe('tables as people export them', () => {
  it('reads facts in front of the heading, and names above units', () => {
    const dataset = read('Device,A1\nW,10u\nmeasured by hand\n\nVg;Id\nV;uA\n0;1\n1;2\n'.replaceAll(';', ','));
    expect(dataset.header).toEqual({ Device: 'A1', W: '10u' });
    expect(dataset.headerLines).toEqual({ Device: 1, W: 2 });
    expect([...dataset.blocks[0]!.values['Id']!]).toEqual([1e-6, 2e-6]);
  });

  it('reads units in cells', () => {
    const dataset = read('Vg,Id\n0 V,1.5 uA\n100 mV,2 mA\n');
    expect(dataset.blocks[0]).toMatchObject({ units: { Vg: 'V', Id: 'A' }, values: { Vg: Float64Array.of(0, 0.1), Id: Float64Array.of(1.5e-6, 2e-3) } });
  });

  it('keeps a current per width as one', () => {
    expect(read('Vg (V),Id (uA/um),C (fF/um^2)\n0,1.5,2\n').blocks[0]).toMatchObject({ units: { Vg: 'V', Id: 'A/m', C: 'F/m^2' }, values: { Id: Float64Array.of(1.5) } });
  });

  it('reads curves side by side, of unequal length', () => {
    expect(curves('Vd (V),Id (A),Vg (V),Vd (V),Id (A),Vg (V)\n0,1,0.5,0,2,1\n1,3,0.5,1,4,1\n2,5,0.5,,,\n')).toEqual([
      { variables: { Vg: 0.5 }, Vd: [0, 1, 2], Id: [1, 3, 5], Vg: [0.5, 0.5, 0.5] }, { variables: { Vg: 1 }, Vd: [0, 1], Id: [2, 4], Vg: [1, 1] },
    ]);
  });

  it.each([
    ['in the headings', 'Vd (V),Id (A) @ Vg = 0.5 V,Id (A) @ Vg = 1 V\n0,1,2\n1,3,4\n'], ['in brackets', 'Vd (V),Id(Vg=0.5V) [A],Id(Vg=1V) [A]\n0,1,2\n1,3,4\n'],
    ['in a line of labels', ',Vg=500mV,Vg=1V\nVd (V),Id (A),Id (A)\n0,1,2\n1,3,4\n'],
  ])('reads a common sweep with biases %s', (_, text) => {
    expect(curves(text)).toEqual([{ variables: { Vg: 0.5 }, Vd: [0, 1], Id: [1, 3] }, { variables: { Vg: 1 }, Vd: [0, 1], Id: [2, 4] }]);
    expect(read(text).blocks[0]!.units).toMatchObject({ Vd: 'V', Id: 'A', Vg: 'V' });
  });

  it.each([
    ['below the heading', 'Vd (V),Id (A)\nVg = 0.5 V\n0,1\n1,3\nVg = 1 V\n0,2\n1,4\n'], ['above it', 'Vg = 0.5 V\nVd (V),Id (A)\n0,1\n1,3\nVg = 1 V\n0,2\n1,4\n'],
  ])('reads curves below one another whose first label is %s', (_, text) => {
    expect(curves(text)).toEqual([{ variables: { Vg: 0.5 }, Vd: [0, 1], Id: [1, 3] }, { variables: { Vg: 1 }, Vd: [0, 1], Id: [2, 4] }]);
  });

  it('spreads a label over the columns it is above', () => {
    expect(curves('Vg=0.5 V,,Vg=1 V,\nVd (V),Id (A),Vd (V),Id (A)\n0,1,0,2\n1,3,1,4\n').map(({ variables }) => variables)).toEqual([{ Vg: 0.5 }, { Vg: 1 }]);
  });

  it('leaves open what is measured where the heading has a bias alone', () => {
    expect(curves('Vd (V),Vg = 0.5,Vg = 1\n0,1,2\n')).toEqual([{ variables: { Vg: 0.5 }, Vd: [0], value: [1] }, { variables: { Vg: 1 }, Vd: [0], value: [2] }]);
  });

  it.each([
    ['labels', 'Vg = 0.5 V\nVd (V),Id (A)\n0,1\n1,3\nVg = 1 V\n0,2\n1,4\n', []],
    ['labels and the heading again', 'Vg = 0.5 V,\nVd (V),Id (A)\n0,1\n1,3\n\nVg = 1 V,\nVd (V),Id (A)\n0,2\n1,4\n', [{ line: 7, message: 'the heading comes again: another curve begins' }]],
  ])('reads curves below one another with %s', (_, text, notes) => {
    expect(curves(text)).toEqual([{ variables: { Vg: 0.5 }, Vd: [0, 1], Id: [1, 3] }, { variables: { Vg: 1 }, Vd: [0, 1], Id: [2, 4] }]);
    expect(read(text).notes).toEqual(notes);
  });

  it('reads back what is written side by side, below one another and in one table', () => {
    const value = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((each) => (each === 0 ? 0 : each));
    const family = fc.record({ biases: fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 4 }), points: fc.integer({ min: 1, max: 6 }), seed: fc.array(value, { minLength: 24, maxLength: 24 }) });
    fc.assert(fc.property(family, ({ biases, points, seed }) => {
      const at = (curve: number, point: number): number => seed[curve * 6 + point]!;
      const expected = biases.map((bias, curve) => ({ variables: { Vg: bias / 10 }, Vd: Array.from({ length: points }, (_, x) => x), Id: Array.from({ length: points }, (_, x) => at(curve, x)) }));
      const wide = [['Vd (V)', ...biases.map((bias) => `Id (A) @ Vg=${bias / 10}V`)], ...Array.from({ length: points }, (_, x) => [x, ...biases.map((_, curve) => at(curve, x))])];
      const beside = [biases.flatMap((bias) => [`Vg=${bias / 10}V`, '']), biases.flatMap(() => ['Vd (V)', 'Id (A)']), ...Array.from({ length: points }, (_, x) => biases.flatMap((_, curve) => [x, at(curve, x)]))];
      const below = biases.flatMap((bias, curve) => [[`Vg=${bias / 10}V`], ['Vd (V)', 'Id (A)'], ...Array.from({ length: points }, (_, x) => [x, at(curve, x)])]);
      for (const rows of [wide, beside, below]) expect(curves(rows.map((row) => row.join(',')).join('\n'))).toEqual(expected);
    }), { numRuns: 50 });
  });
});

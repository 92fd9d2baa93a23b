import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalDecks } from '../session/external-decks.ts';
import type { Deck } from '@evospice/testbench';
import { diodeBench } from '../testing/sketch.ts';
import { VariableFinder, type ResultPlot } from './find-variable.ts';
import { takeVectors } from './take-vectors.ts';

const points = 7;
const deck = externalDecks(diodeBench({ points }), diodeBench({ points }).curves, 0)[0] as Deck;

/** A plot of rows, each with a counter and a current. */
function plotOf(rows: readonly (readonly [number, number])[], names = ['sweep', 'V(IDX)', 'I(VA0_0)']): ResultPlot {
  return {
    variables: names.map((name) => ({ name })), points: rows.length, imaginary: names.map(() => undefined),
    real: [Float64Array.from(rows, ([counter]) => counter), Float64Array.from(rows, ([counter]) => counter), Float64Array.from(rows, ([, current]) => current)].slice(0, names.length),
  };
}

const currents = fc.array(fc.double({ noNaN: true }), { minLength: points, maxLength: points });

describe('vectors of a sweep', () => {
  it('come in the order of the counter, whatever the order of the rows, and with rows printed twice', () => {
    fc.assert(fc.property(currents, fc.shuffledSubarray(Array.from({ length: points }, (_, at) => at), { minLength: points }), fc.nat(points - 1), (values, order, twice) => {
      const rows = [...order, twice].map((point) => [point, values[point] as number] as const);
      expect(takeVectors(deck, plotOf(rows))).toEqual({ kind: 'taken', vectors: [{ curve: 'iv-27', vector: 0, values: Float64Array.from(values) }] });
    }));
  });

  it('are never taken from fewer rows, nor from rows of other points', () => {
    fc.assert(fc.property(currents, fc.nat(points - 1), fc.oneof(fc.constant(undefined), fc.integer({ min: -50, max: 50 }).filter((other) => other < 0 || other >= points), fc.constant(0.4), fc.constant(Number.NaN)), (values, at, other) => {
      const rows = values.map((value, point) => [point, value] as const);
      const spoilt = other === undefined ? rows.toSpliced(at, 1) : rows.with(at, [other, 0]);
      expect(takeVectors(deck, plotOf(spoilt)).kind).toBe(other === undefined ? 'short' : 'wrong');
    }));
  });

  it('need every signal, and every value of it', () => {
    const rows = Array.from({ length: points }, (_, point) => [point, 1] as const);
    expect(takeVectors(deck, plotOf(rows, ['sweep', 'V(IDX)']))).toMatchObject({ kind: 'wrong', message: 'i(va0_0) is missing among the results' });
    expect(takeVectors(deck, plotOf(rows, ['sweep', 'V(IDX)', 'I(VA0_01)']))).toMatchObject({ kind: 'wrong' });
    const plot = plotOf(rows);
    expect(takeVectors(deck, { ...plot, real: [...plot.real.slice(0, 2), new Float64Array(points - 1)] })).toMatchObject({ kind: 'wrong' });
  });

  it('allow for single precision, and no more', () => {
    const rows = (shift: number): (readonly [number, number])[] => Array.from({ length: points }, (_, point) => [point * (1 + shift), 1] as const);
    expect(takeVectors(deck, plotOf(rows(1e-7))).kind).toBe('taken');
    expect(takeVectors(deck, plotOf(rows(1e-3))).kind).toBe('wrong');
  });
});

describe('capacitances', () => {
  const bench = diodeBench({ points: 2 });
  const curve = { ...bench.curves[0]!, frequency: 1e6, measured: [{ column: 'c', kind: 'c' as const, hi: ['a'], lo: ['c'], floor: 1e-18, values: new Float64Array(2) }] };
  const [cv] = externalDecks(bench, [curve], 0) as [Deck];
  const plot = (frequency: number, complex = true, rows = 1): ResultPlot => ({
    variables: ['FREQ', 'i(vl0_0_1', 'i(vl0_1_1'].map((name) => ({ name })), points: rows,
    real: [frequency, 0, 0].map((value) => new Float64Array(rows).fill(value)),
    imaginary: [undefined, ...[-1e-6, -2e-6].map((value) => (complex ? new Float64Array(rows).fill(value) : undefined))],
  });

  it('are minus the imaginary current over 2 pi f', () => {
    const taken = takeVectors(cv, plot(1e6));
    expect(taken).toMatchObject({ kind: 'taken' });
    expect(taken.kind === 'taken' && [...(taken.vectors[0]?.values ?? [])]).toEqual([1e-6 / (2e6 * Math.PI), 2e-6 / (2e6 * Math.PI)].map((value) => expect.closeTo(value, 25) as number));
  });

  it.each([['another frequency', plot(2e6)], ['real currents', plot(1e6, false)], ['two points', plot(1e6, true, 2)]])('refuse %s', (_, spoilt) => {
    expect(takeVectors(cv, spoilt).kind).toBe('wrong');
  });

  it('miss a small-signal analysis without a point', () => {
    expect(takeVectors(cv, plot(1e6, true, 0)).kind).toBe('short');
  });
});

describe('names of signals', () => {
  it.each([
    ['V(IDX)', 'voltage'], ['idx', 'voltage'], ['v(idx', 'voltage'], ['I(VA0_0)', 'current'], ['i(va0_0', 'current'],
    ['VA0_0#branch', 'current'], ['va0_0:p', 'current'], ['{I(VA0_0)}', 'current'],
  ])('%s is found', (name, kind) => {
    const finder = new VariableFinder({ variables: [{ name }], points: 1, real: [Float64Array.of(1)], imaginary: [undefined] });
    expect(finder.signal(kind === 'voltage' ? { kind, node: 'idx' } : { kind: 'current', source: 'va0_0' })).toBeDefined();
    expect(finder.signal({ kind: 'current', source: 'va0_1' })).toBeUndefined();
  });

  it('takes two real columns for a complex one', () => {
    const finder = new VariableFinder({ variables: [{ name: 'Re(I(VL))' }, { name: 'Im(I(VL))' }], points: 1, real: [Float64Array.of(1), Float64Array.of(2)], imaginary: [undefined, undefined] });
    expect(finder.signal({ kind: 'current', source: 'vl' })).toEqual({ real: Float64Array.of(1), imaginary: Float64Array.of(2) });
  });
});

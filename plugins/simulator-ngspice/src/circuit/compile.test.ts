import { describe, expect, it } from 'vitest';
import { benchOf, bsim4Card, bsim4Instance, diode, cardOf, nmos, npn, range, type CurveSketch } from '../reference/test-circuits.ts';
import { compileDecks } from './compile.ts';

const drain: CurveSketch['measured'] = [{ kind: 'i', node: 'd' }];
const idvg = (vd: number, vb: number, temperatureC = 27): CurveSketch =>
  ({ id: `idvg ${vd} ${vb} ${temperatureC}`, sweep: 'g', temperatureC, drives: { d: vd, g: range(0, 1.2, 61), s: 0, b: vb }, measured: drain });
const idvd = (vg: number): CurveSketch => ({ id: `idvd ${vg}`, sweep: 'd', drives: { d: range(0.02, 1.22, 61), g: vg, s: 0, b: 0 }, measured: drain });

function compile(curves: readonly CurveSketch[]): ReturnType<typeof compileDecks> {
  const testbench = benchOf({ device: nmos, card: bsim4Card, instances: [bsim4Instance], curves });
  return compileDecks(testbench, testbench.curves, 'test');
}

describe('circuit compiler', () => {
  it('puts transfer and output sweeps of one length into one circuit with one device a curve', () => {
    const decks = compile([...[0.05, 0.6, 1.2].flatMap((vd) => [0, -0.3, -0.6, -0.9].map((vb) => idvg(vd, vb))), ...[0.4, 0.6, 0.8, 1, 1.2].map(idvd)]);
    expect(decks).toHaveLength(1);
    const lines = decks[0]?.text('.model evodut nmos').split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('m'))).toHaveLength(17);
    expect(decks[0]).toMatchObject({ rows: 61, analysis: 'dc vidx 0 -60 -1' });
    expect(decks[0]?.outputs).toHaveLength(17);
    // Sixteen distinct biases share sources: one sweep of the gate, one of the drain, and a constant each.
    expect(lines.filter((line) => line.startsWith('e'))).toHaveLength(2);
  });

  it('ends the counter at or below zero, also with one point', () => {
    expect(compile([{ ...idvg(1, 0), drives: { d: 1, g: 0.5, s: 0, b: 0 } }])[0]?.analysis).toBe('dc vidx 0 0 -1');
  });

  it('separates temperatures, lengths, tabulated drives and forced currents', () => {
    const forced: CurveSketch = { id: 'forced', sweep: 'd', drives: { d: { force: range(0, 1e-5, 61) }, g: 1, s: 0, b: 0 }, measured: [{ kind: 'v', node: 'd' }] };
    const bent: CurveSketch = { ...idvd(0.9), id: 'bent', drives: { ...idvd(0.9).drives, d: range(0, 1, 61).map((v) => v * v) } };
    const decks = compile([idvg(1, 0), idvg(1, 0, 125), idvd(1), forced, bent, { ...idvg(1, -1), drives: { d: 1, g: range(0, 1, 11), s: 0, b: -1 } }]);
    expect(decks.map((deck) => deck.curves)).toEqual([['idvg 1 0 27', 'idvd 1'], ['idvg 1 0 125'], ['forced'], ['bent'], ['idvg 1 -1 27']]);
    expect(new Set(decks.map((deck) => deck.title)).size).toBe(5);
  });

  it('cuts groups that are too large', () => {
    const decks = compile(range(0, -1, 100).map((vb, index) => ({ ...idvg(1, vb), id: `c${index}` })));
    expect(decks.map((deck) => deck.curves.length)).toEqual([64, 36]);
  });

  it('makes one device a bias point for capacitances, all of one frequency in one analysis', () => {
    const cv = (id: string, lo: readonly string[]): CurveSketch =>
      ({ id, sweep: 'g', frequency: 1e5, drives: { d: 0, g: range(-1, 1, 9), s: 0, b: -0.1 }, measured: [{ kind: 'c', hi: ['g'], lo }] });
    const [deck, ...rest] = compile([cv('all', ['d', 's', 'b']), cv('guarded', ['d', 's'])]);
    expect(rest).toEqual([]);
    const lines = deck?.text('.model evodut nmos').split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('m'))).toHaveLength(18);
    expect(deck).toMatchObject({ rows: 1, analysis: 'ac lin 1 100000 100000' });
    // The bulk of the second curve is a guard: held at its bias, its current not taken.
    expect(lines.filter((line) => line.startsWith('vg')).length).toBe(9);
  });

  it('splits a curve that measures currents and a capacitance', () => {
    const testbench = benchOf({
      device: diode, card: cardOf('d', { is: 1e-14 }),
      curves: [{ id: 'both', sweep: 'a', frequency: 1e6, drives: { a: range(-1, 0, 5), c: 0 }, measured: [{ kind: 'c', hi: ['a'], lo: ['c'] }, { kind: 'i', node: 'a' }] }],
    });
    const decks = compileDecks(testbench, testbench.curves, 'test');
    expect(decks.map((deck) => deck.outputs.map((output) => [output.kind, output.vector]))).toEqual([[['column', 1]], [['capacitance', 0]]]);
  });

  it('grounds the missing substrate of a bipolar transistor before its thermal node', () => {
    const testbench = benchOf({
      device: { ...npn, thermalNode: true }, card: cardOf('npn', { level: 9 }),
      curves: [{ id: 'q', sweep: 'b', drives: { c: 1, b: range(0.5, 0.8, 4), e: 0 }, measured: [{ kind: 'i', node: 'c' }] }],
    });
    const lines = compileDecks(testbench, testbench.curves, 'test')[0]?.text('').split('\n') ?? [];
    expect(lines.find((line) => line.startsWith('q0'))?.split(' ').slice(4, 7)).toEqual(['0', 't0', 'evodut']);
  });
});

import type { Task } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { loadMosfetTask } from '../../testing/load-mosfet-task.ts';
import { admittanceOfHybrid, admittanceOfScattering, difference, inverse, type Matrix } from './complex.ts';

const z0 = 50;
const gates = [0, 0.5, 1];
const frequencies = [1e9, 2e9];
const opposite = (matrix: Matrix): Matrix => matrix.map((row) => row.map(({ re, im }) => ({ re: -re, im: -im })));
const sum = (a: Matrix, b: Matrix): Matrix => difference(a, opposite(b));
const times = (matrix: Matrix, factor: number): Matrix => matrix.map((row) => row.map(({ re, im }) => ({ re: re * factor, im: im * factor })));
/** Scattering parameters of admittances: the relation between S and z0 Y is its own inverse. */
const scattering = (y: Matrix): Matrix => admittanceOfScattering(times(y, z0), 1);

/** A transistor at one bias: gate 1, drain 2. */
function device(gate: number, frequency: number): Matrix {
  const omega = 2 * Math.PI * frequency;
  const [gg, gd, dd, gm] = [20e-15 * (1 + gate), 5e-15 * (1 + gate), 12e-15, 1e-3 * gate];
  return [[{ re: 1e-6, im: omega * gg }, { re: 0, im: -omega * gd }], [{ re: gm, im: -omega * gd }, { re: 1e-4, im: omega * dd }]];
}
const pads = (frequency: number): Matrix => [[{ re: 1e-7, im: 2 * Math.PI * frequency * 40e-15 }, { re: 0, im: -2 * Math.PI * frequency * 1e-15 }], [{ re: 0, im: -2 * Math.PI * frequency * 1e-15 }, { re: 1e-7, im: 2 * Math.PI * frequency * 30e-15 }]];
const lines = (frequency: number): Matrix => [[{ re: 2, im: 2 * Math.PI * frequency * 40e-12 }, { re: 0.5, im: 0 }], [{ re: 0.5, im: 0 }, { re: 3, im: 2 * Math.PI * frequency * 30e-12 }]];
const embedded = (gate: number, frequency: number): Matrix => sum(pads(frequency), inverse(sum(lines(frequency), inverse(device(gate, frequency)))));

/** An IC-CAP file with the frequency inside and the gate outside. */
function mdm(matrix: (gate: number, frequency: number) => Matrix, biases: readonly number[]): string {
  const names = [[1, 1], [1, 2], [2, 1], [2, 2]].flatMap(([row, column]) => [`R:S(${row},${column})`, `I:S(${row},${column})`]).join(' ');
  return ['BEGIN_HEADER', ' ICCAP_INPUTS', ` vg V G GROUND SMU1 0.1 LIST 2 ${biases.length} ${biases.join(' ')}`, ` freq F LIST 1 ${frequencies.length} ${frequencies.join(' ')}`, ' ICCAP_OUTPUTS', '  S S G D GROUND NWA M', 'END_HEADER',
    ...biases.flatMap((gate) => ['BEGIN_DB', ` ICCAP_VAR vg ${gate}`, ` #freq ${names}`, ...frequencies.map((frequency) => `${frequency} ${matrix(gate, frequency).flat().flatMap(({ re, im }) => [re, im]).join(' ')}`), 'END_DB']), ''].join('\n');
}

function load({ network = '{ ports: [g, d], open: open.mdm, short: short.mdm }', measure = '{ col: "c(g,g)", kind: c, hi: [g], lo: [d, s, b] }, { col: "c(d,g)", kind: c, hi: [g], lo: [d] }', freq = '1.0e9' } = {}): Promise<Task> {
  return loadMosfetTask({
    files: {
      'dut.mdm': mdm((gate, frequency) => scattering(embedded(gate, frequency)), gates),
      'open.mdm': mdm((_, frequency) => scattering(pads(frequency)), [0]),
      'short.mdm': mdm((_, frequency) => scattering(sum(pads(frequency), inverse(lines(frequency)))), [0]),
    },
    metric: 'floor: 1.0e-18',
    entry: `file: dut.mdm
    format: mdm
    instance: a
    temp_c: 27
    curve: cv
    sweep: vg
    freq: ${freq}
    network: ${network}
    bias: { d: 0, g: vg, s: 0, b: 0 }
    measure: [${measure}]
    split: train`,
  });
}

/** The two-port [[y11, y12], [y21, y22]] of conductances as H and as G, by the books. */
it.each([
  ['H', [[1 / 4, 3 / 4], [-2 / 4, (4 * 5 - 3 * 2) / 4]]],
  ['G', [[(4 * 5 - 3 * 2) / 5, -3 / 5], [2 / 5, 1 / 5]]],
] as const)('admittances of %s are those that it was made of', (kind, matrix) => {
  const real = matrix.map((row) => row.map((re) => ({ re, im: 0 })));
  const found = admittanceOfHybrid(real, kind).flat().map(({ re }) => re);
  [4, -3, -2, 5].forEach((value, index) => expect(found[index]).toBeCloseTo(value, 12));
});

describe('curves of network parameters', () => {
  it('are the capacitances of the device over its bias, without pads and lines', async () => {
    const { curves } = await load();
    expect(curves).toHaveLength(1);
    expect(curves[0]).toMatchObject({ kind: 'cv', sweep: 'vg', frequency: 1e9, x: Float64Array.from(gates) });
    gates.forEach((gate, point) => {
      expect(curves[0]!.measured[0]!.values[point]! * 1e15).toBeCloseTo(20 * (1 + gate), 6);
      expect(curves[0]!.measured[1]!.values[point]! * 1e15).toBeCloseTo(5 * (1 + gate), 6);
    });
  });

  it('hold the pads where no structure is named', async () => {
    const { curves } = await load({ network: '{ ports: [g, d] }' });
    expect(curves[0]!.measured[0]!.values[0]! * 1e15).toBeGreaterThan(59);
  });

  it.each([
    ['a frequency that was not measured', { freq: '3.0e9' }, { code: 'TASK_NETWORK', line: 14, expected: expect.stringContaining('1000000000, 2000000000') }],
    ['terminals of another capacitance', { measure: '{ col: "c(d,g)", kind: c, hi: [g], lo: [d, s, b] }' }, { code: 'TASK_NETWORK', expected: 'hi: [g], lo: [d]' }],
    ['fewer ports than were measured', { network: '{ ports: [g] }', measure: '{ col: "c(g,g)", kind: c, hi: [g], lo: [d, s, b] }' }, { code: 'TASK_NETWORK', message: expect.stringContaining('more ports') }],
    ['a matrix that does not exist', { network: '{ ports: [g, d], matrix: Y }' }, { code: 'TASK_NETWORK', expected: 'matrix: one of S' }],
    ['a structure with several biases', { network: '{ ports: [g, d], open: dut.mdm }' }, { code: 'TASK_NETWORK', message: expect.stringContaining('3 rows') }],
    ['a terminal that does not exist', { network: '{ ports: [g, c] }' }, { code: 'TASK_REFERENCE' }],
  ])('refuse %s', async (_, given, error) => {
    await expect(load(given)).rejects.toMatchObject(error);
  });
});

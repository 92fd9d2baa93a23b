import { afterAll, describe, expect, it } from 'vitest';
import type { Simulator, SimulatorSession, Testbench } from '@evospice/contracts';
import { differenceOf } from './reference/agreement.ts';
import { simulatePlainly } from './reference/plain-deck.ts';
import {
  benchOf, bsim4Card, bsim4Instance, cardOf, diode, hasLibrary, hasNgspice, limits, missingNgspice, nmos, npn, range, vdmos, type CurveSketch,
} from './reference/test-circuits.ts';
import { LibrarySimulator } from './simulators/library-simulator.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';
import { WasmSimulator } from './simulators/wasm-simulator.ts';

const drain: CurveSketch['measured'] = [{ kind: 'i', node: 'd' }];
const gummel: CurveSketch['measured'] = [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }];
const heated = { ...npn, terminals: ['c', 'b', 'e', 's'], thermalNode: true };
const gateCapacitance = (id: string, lo: readonly string[]): CurveSketch =>
  ({ id, sweep: 'g', frequency: 1e5, drives: { d: 0, g: range(-1.2, 1.2, 13), s: 0, b: -0.2 }, measured: [{ kind: 'c', hi: ['g'], lo }] });

const heldBack = {
  level: 8, version: '3.3', mobmod: 1, capmod: 3, tnom: 27, tox: 7.5e-9, xj: 1.5e-7, nch: 1.7e17, vth0: 0.944409, k1: 0.663589,
  k2: -0.0195073, k3: 0, dvt0: 2.2, dvt1: 0.53, dvt2: -0.032, nlx: 1.60582e-7, voff: -0.0631888, nfactor: 1.01861, cdsc: 2.4e-4,
  eta0: 0.199024, etab: -0.05, dsub: 0.56, u0: 310.62, ua: 1.47503e-9, ub: 1.86472e-20, uc: -4.6e-11, vsat: 189425, a0: 1.2122,
  ags: 0.43793, keta: 0.0235909, pclm: 2.07527, pdiblc1: 0.3, pdiblc2: 5e-3, drout: 0.56, delta: 0.01, rdsw: 123.793, lint: 2e-8,
  wint: 2e-8, cgso: 2.5e-10, cgdo: 2.5e-10, kt1: -0.11, ute: -1.5, cgsl: 5.48428e-11, cgdl: 2.63568e-10, noff: 1.03894,
  voffcv: -0.0850539, acde: 0.904878, moin: 12.2371, dlc: 2.5672e-8,
};

interface Case { readonly title: string; readonly testbench: Testbench; readonly candidates: readonly (readonly number[])[] }

const cases: readonly Case[] = [
  {
    title: 'BSIM4 transfer and output curves with a body bias, also at zero drain voltage',
    testbench: benchOf({
      device: nmos, card: bsim4Card, instances: [bsim4Instance], parameters: ['vth0', 'u0', 'rdsw'],
      curves: [
        { id: 'transfer', sweep: 'g', drives: { d: 0.05, g: range(-0.2, 1.2, 29), s: 0, b: -0.4 }, measured: [...drain, { kind: 'i', node: 'b' }, { kind: 'i', node: 's' }] },
        { id: 'output', sweep: 'd', drives: { d: range(0, 1.2, 29), g: 0.8, s: 0, b: 0 }, measured: drain },
        { id: 'hot', sweep: 'g', temperatureC: 125, drives: { d: 1.2, g: range(0, 1.2, 13), s: 0, b: 0 }, measured: drain },
      ],
    }),
    candidates: [[0.35, 0.03, 150], [0.5, 0.06, 20]],
  },
  {
    title: 'BSIM4 gate capacitances with and without a guard',
    testbench: benchOf({
      device: nmos, card: bsim4Card, instances: [bsim4Instance], parameters: ['toxe', 'vth0'],
      curves: [gateCapacitance('whole', ['d', 's', 'b']), gateCapacitance('guarded', ['d', 's'])],
    }),
    candidates: [[2.6e-9, 0.35], [4e-9, 0.2]],
  },
  {
    title: 'BSIM3 at two temperatures',
    testbench: benchOf({
      device: nmos, card: cardOf('nmos', { level: 8, version: '3.3.0', tox: 1e-8, vth0: 0.6, u0: 400, nch: 1e17 }), parameters: ['vth0'],
      instances: [{ id: 'one', params: { w: 5e-6, l: 5e-7 }, info: {} }],
      curves: [27, -40].map((temperatureC) => ({ id: `t${temperatureC}`, sweep: 'g', temperatureC, drives: { d: 2, g: range(0, 5, 26), s: 0, b: 0 }, measured: drain })),
    }),
    candidates: [[0.6], [0.9]],
  },
  {
    title: 'BSIM3 gate capacitance in accumulation, where the step limit of ngspice holds the gate back',
    testbench: benchOf({
      device: nmos, card: cardOf('nmos', heldBack), parameters: ['vth0'], instances: [{ id: 'one', params: { w: 1e-5, l: 4e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5 }, info: {} }],
      curves: [{ ...gateCapacitance('cold', ['d', 's', 'b']), temperatureC: -40, drives: { d: 0, g: range(-3, 3, 25), s: 0, b: 0 } }],
    }),
    candidates: [[0.944409], [0.6]],
  },
  {
    title: 'Gummel-Poon, forward and reverse, with a collector that follows the base',
    testbench: benchOf({
      device: npn, card: cardOf('npn', { is: 1e-16, bf: 100, br: 3, vaf: 60, ikf: 0.01, ise: 1e-14, ne: 1.8, rb: 50, re: 2, rc: 20 }), parameters: ['bf', 'rc', 'nf'],
      curves: [
        { id: 'forward', sweep: 'b', drives: { c: 2, b: range(0.4, 0.9, 26), e: 0 }, measured: gummel },
        { id: 'diode-connected', sweep: 'b', drives: { c: range(0.4, 0.9, 26), b: range(0.4, 0.9, 26), e: 0 }, measured: gummel },
        { id: 'reverse', sweep: 'b', drives: { c: 0, b: range(0.4, 0.8, 21), e: 1 }, measured: [{ kind: 'i', node: 'e' }] },
        { id: 'forced', sweep: 'c', drives: { c: range(0.1, 3, 30), b: { force: 1e-5 }, e: 0 }, measured: [{ kind: 'i', node: 'c' }, { kind: 'v', node: 'b' }] },
      ],
    }),
    candidates: [[100, 20, 1], [40, 5, 1.05]],
  },
  {
    title: 'diode on an irregular grid, at three temperatures and with its capacitance',
    testbench: benchOf({
      device: diode, card: cardOf('d', { is: 1e-16, n: 1.05, rs: 2, cj0: 1e-15, vj: 0.7, m: 0.4, jsw: 1e-17, cjsw: 1e-16 }), parameters: ['is', 'rs', 'cj0'],
      instances: [{ id: 'one', params: { area: 100, pj: 40 }, info: {} }],
      curves: [
        ...[-40, 27, 125].map((temperatureC): CurveSketch => ({
          id: `iv${temperatureC}`, sweep: 'a', temperatureC, drives: { a: [0, 0.1, 0.35, 0.4, 0.42, 0.5, 0.61, 0.7, 0.8], c: 0 }, measured: [{ kind: 'i', node: 'c' }],
        })),
        { id: 'cv', sweep: 'a', frequency: 1e5, drives: { a: range(-3, 0.3, 12), c: 0 }, measured: [{ kind: 'c', hi: ['a'], lo: ['c'] }] },
      ],
    }),
    candidates: [[1e-16, 2, 1e-15], [1e-18, 0.1, 5e-15]],
  },
  {
    title: 'VDMOS with biases that vary from point to point',
    testbench: benchOf({
      device: vdmos, card: cardOf('vdmos nchan', { vto: 3, kp: 8, rs: 0.02, rd: 0.05, lambda: 0.01, ksubthres: 0.1 }, 'power_vdmos'), parameters: ['vto', 'kp'],
      curves: [{
        id: 'output', sweep: 'd', drives: { d: [0.1, 0.52, 0.97, 1.51, 2.03, 3, 4.02, 6.01, 9.96], g: [4.01, 4, 4, 3.99, 4.01, 4, 4.02, 4, 3.98], s: 0 },
        measured: drain,
      }],
    }),
    candidates: [[3, 8], [2.5, 20]],
  },
  {
    title: 'VBIC with self-heating and without avalanche',
    testbench: benchOf({
      device: heated, parameters: ['is', 'rth'],
      card: cardOf('npn', { level: 9, is: 1e-17, nf: 1, ibei: 1e-19, nei: 1, vef: 100, ver: 5, re: 5, rcx: 10, rci: 20, rbx: 10, rbi: 20, ikf: 0.01, rth: 100 }),
      curves: [{ id: 'gummel', sweep: 'b', drives: { c: 1, b: range(0.6, 0.85, 26), e: 0, s: 0 }, measured: gummel }],
    }),
    candidates: [[1e-17, 100], [1e-16, 10]],
  },
  {
    title: 'diode into breakdown, forward and reverse in one sweep',
    testbench: benchOf({
      device: diode, card: cardOf('d', { is: 1e-15, n: 1, rs: 5, bv: 6.2, ibv: 1e-6 }), parameters: ['bv', 'rs'],
      instances: [{ id: 'one', params: { area: 1 }, info: {} }],
      curves: [{ id: 'breakdown', sweep: 'a', drives: { a: range(-7, 0.8, 40), c: 0 }, measured: [{ kind: 'i', node: 'a' }] }],
    }),
    candidates: [[6.2, 5], [5.1, 50]],
  },
  {
    title: 'diodes in parallel, stated with a multiplier, one candidate after another',
    testbench: benchOf({
      device: diode, card: cardOf('d', { is: 1e-16, n: 1.05, rs: 2, jsw: 1e-17, pj: 3 }), parameters: ['is'],
      instances: [{ id: 'one', params: { area: 100, pj: 40, m: 3 }, info: {} }, { id: 'unsized', params: { m: 2 }, info: {} }],
      curves: ['one', 'unsized'].map((instance): CurveSketch => ({ id: instance, instance, sweep: 'a', drives: { a: range(-1, 0.8, 19), c: 0 }, measured: [{ kind: 'i', node: 'a' }] })),
    }),
    candidates: [[1e-16], [2e-16], [1e-16]],
  },
  {
    title: 'diodes in parallel that break down, each with the breakdown current of one',
    testbench: benchOf({
      device: diode, card: cardOf('d', { is: 1e-16, n: 1.05, rs: 2, bv: 6, ibv: 1e-7 }), parameters: ['is'],
      instances: [{ id: 'one', params: { area: 100, m: 3 }, info: {} }],
      curves: [{ id: 'one', sweep: 'a', drives: { a: range(-6.9, -6.4, 11), c: 0 }, measured: [{ kind: 'i', node: 'a' }] }],
    }),
    candidates: [[1e-16], [2e-16], [1e-16]],
  },
  {
    title: 'bipolar transistor with a substrate node, whose junction carries current',
    testbench: benchOf({
      device: { ...npn, terminals: ['c', 'b', 'e', 's'] }, parameters: ['iss', 'bf'],
      card: cardOf('npn', { is: 1e-16, bf: 80, br: 4, vaf: 50, iss: 1e-15, ns: 1, subs: 1 }),
      curves: [{ id: 'saturated', sweep: 'b', drives: { c: 0.1, b: range(0.5, 0.85, 15), e: 0, s: 0.6 }, measured: [...gummel, { kind: 'i', node: 's' }] }],
    }),
    candidates: [[1e-15, 80], [1e-13, 30]],
  },
];

const simulators: readonly (readonly [string, Simulator])[] = [
  ...(hasLibrary ? [['library', new LibrarySimulator({ library: 'auto', ...limits })] as const] : []),
  ['process', new ProcessSimulator({ command: 'ngspice', ...limits })],
  ['wasm', new WasmSimulator(limits)],
];

// The expected values come from one plain `ngspice -b` a curve; 1e-6 of the value, or of ten times the floor (1e-11 A,
// 1e-6 V, 1e-18 F) where the value is below it.
describe.skipIf(!hasNgspice).each(simulators)(`%s agrees with plain decks to 1e-6${hasNgspice ? '' : ` (skipped: ${missingNgspice})`}`, (_, simulator) => {
  const sessions: SimulatorSession[] = [];
  afterAll(async () => {
    for (const session of sessions) await session.close();
  });

  it.each(cases)('$title', async ({ testbench, candidates }) => {
    const session = await simulator.open(testbench);
    sessions.push(session);
    const outcomes = await session.simulate({ candidates });
    for (const [index, candidate] of candidates.entries()) {
      const outcome = outcomes[index];
      expect(outcome).toMatchObject({ ok: true });
      for (const [at, curve] of testbench.curves.entries()) {
        const plain = await simulatePlainly(testbench, curve, candidate);
        const difference = differenceOf(curve, outcome?.ok === true ? outcome.curves[at] : undefined, plain);
        expect(difference.largest, difference.at).toBeLessThan(1e-6);
      }
    }
  });
});

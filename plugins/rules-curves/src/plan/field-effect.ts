import type { Task } from '@evospice/contracts';
import { bodyReachOf, reachOf, supplyOf } from '@evospice/rules-kit';
import { spread, volts, type Probe } from './probe-curves.ts';

const points = 81;
const fixed = (value: number) => () => value;
const swept = (x: number) => x;
const beyond = 1.1;

/** Drain current by gate and by drain, around Vds = 0, and gate capacitances of a MOSFET, a tenth beyond supply and measurement. */
export function mosfetProbes(task: Task, sign: 1 | -1): readonly Probe[] {
  const { card } = task.model;
  const { largest } = reachOf(task, 's', sign);
  const supply = supplyOf(task, card, largest['d']);
  const [drain, gate] = [beyond * Math.max(supply, largest['d'] ?? 0), beyond * Math.max(supply, largest['g'] ?? 0)];
  const body = bodyReachOf(task, card, sign);
  const low = Math.min(0.1, Math.max(0.05, supply / 50));
  return [
    ...[0, -body].flatMap((b) => [low, supply].map((d) => transfer({ from: -0.25 * gate, to: gate, d, others: { s: fixed(0), b: fixed(b) }, name: `vd=${volts(d)},vb=${volts(b)}` }))),
    ...[0.5, 0.75, 1].map((share) => output({ to: drain, g: (share * gate) / beyond, others: { s: fixed(0), b: fixed(0) } })),
    {
      kind: 'probe-symmetry', name: '', sweep: 'vds', x: spread(-0.2, 0.2, 41),
      drives: { d: (x) => x / 2, s: (x) => -x / 2, g: fixed(supply), b: fixed(-body) },
    },
    zeroProbe(['d', 'g', 's', 'b']),
    {
      kind: 'probe-capacitance', name: 'gate', sweep: 'vg', x: spread(-gate, gate, 33), drives: { g: swept, d: fixed(0), s: fixed(0), b: fixed(0) },
      capacitances: [[['g'], ['d', 's', 'b']], ...['d', 's', 'b'].flatMap((other) => [[['g'], [other]], [[other], ['g']]] as const)],
    },
  ];
}

/** Of a power transistor; its threshold says where it works. */
export function vdmosProbes(task: Task, sign: 1 | -1): readonly Probe[] {
  const { card } = task.model;
  const threshold = Math.abs(card.value('vto') ?? card.value('vth0') ?? 2);
  const { largest } = reachOf(task, 's', sign);
  const breakdown = card.value('bv') ?? 1e3;
  const drain = Math.min(0.9 * breakdown, beyond * Math.max(largest['d'] ?? 0, Math.min(20, 0.5 * breakdown)));
  const gate = beyond * Math.max(largest['g'] ?? 0, 2 * threshold, threshold + 1);
  return [
    ...[0.1, drain / beyond].map((d) => transfer({ from: 0, to: gate, d, others: { s: fixed(0) }, name: `vd=${volts(d)}` })),
    ...[0.4, 0.7, 1].map((share) => output({ to: drain, g: threshold + share * (gate / beyond - threshold), others: { s: fixed(0) } })),
    zeroProbe(['d', 'g', 's']),
    { kind: 'probe-capacitance', name: 'gate', sweep: 'vd', x: spread(0, drain, 25), drives: { d: swept, g: fixed(0), s: fixed(0) }, capacitances: [[['g'], ['d', 's']], [['g'], ['d']], [['g'], ['s']], [['d'], ['g', 's']]] },
  ];
}

/** Of a junction transistor, from pinch-off to where its gate begins to conduct. */
export function jfetProbes(task: Task, sign: 1 | -1): readonly Probe[] {
  const { card } = task.model;
  const pinchOff = Math.min(-0.2, card.value('vto') ?? card.value('vt0') ?? -2);
  const { largest } = reachOf(task, 's', sign);
  const drain = beyond * Math.max(largest['d'] ?? 0, 2 * Math.abs(pinchOff));
  return [
    ...[0.1, drain / beyond].map((d) => transfer({ from: 1.2 * pinchOff, to: 0.3, d, others: { s: fixed(0) }, name: `vd=${volts(d)}` })),
    ...[0, 0.25, 0.5].map((share) => output({ to: drain, g: share * pinchOff, others: { s: fixed(0) } })),
    zeroProbe(['d', 'g', 's']),
    { kind: 'probe-capacitance', name: 'gate', sweep: 'vg', x: spread(1.2 * pinchOff, 0.3, 25), drives: { g: swept, d: fixed(0), s: fixed(0) }, capacitances: [[['g'], ['d', 's']], [['g'], ['d']], [['d'], ['g']], [['g'], ['s']], [['s'], ['g']]] },
  ];
}

interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly d: number;
  readonly others: Probe['drives'];
  readonly name: string;
}

function transfer({ from, to, d, others, name }: Transfer): Probe {
  return { kind: 'probe-transfer', name, sweep: 'vg', x: spread(from, to, points), drives: { ...others, g: swept, d: fixed(d) } };
}

function output({ to, g, others }: { readonly to: number; readonly g: number; readonly others: Probe['drives'] }): Probe {
  return { kind: 'probe-output', name: `vg=${volts(g)}`, sweep: 'vd', x: spread(0, to, points), drives: { ...others, d: swept, g: fixed(g) } };
}

/** Everything at 0 V. */
export function zeroProbe(terminals: readonly string[]): Probe {
  return { kind: 'probe-zero', name: '', sweep: 'v', x: [0], drives: Object.fromEntries(terminals.map((terminal) => [terminal, fixed(0)])) };
}

import type { Task } from '@evospice/contracts';
import { reachOf } from '@evospice/rules-kit';
import { zeroProbe } from './field-effect.ts';
import { spread, volts, type Probe } from './probe-curves.ts';

const points = 81;
const fixed = (value: number) => () => value;
const swept = (x: number) => x;
const beyond = 1.1;

/** Gummel curves, outputs and junction capacitances of a bipolar transistor. A self-heated one is not driven beyond what was measured: it would run away. */
export function bipolarProbes(task: Task, sign: 1 | -1, heats: boolean): readonly Probe[] {
  const { largest } = reachOf(task, 'e', sign);
  const base = heats ? Math.min(0.9, Math.max(largest['b'] ?? 0, 0.75)) : Math.max(largest['b'] ?? 0, 0.85) + 0.02;
  const collector = heats ? Math.max(largest['c'] ?? 0, 1) : beyond * Math.max(largest['c'] ?? 0, 1.5);
  const grounded = { e: fixed(0), s: fixed(0) };
  const gummel = (name: string, c: (x: number) => number): Probe =>
    ({ kind: 'probe-transfer', name, sweep: 'vb', x: spread(0.2, base, points), drives: { ...grounded, b: swept, c } });
  return [
    gummel('vcb=0', swept), gummel(`vc=${volts(collector / beyond)}`, fixed(collector / beyond)),
    ...[0.18, 0.1, 0.03].map((less): Probe => ({
      kind: 'probe-output', name: `vb=${volts(base - less)}`, sweep: 'vc', x: spread(0, collector, points), drives: { ...grounded, c: swept, b: fixed(base - less) },
    })),
    zeroProbe(task.device.terminals),
    {
      kind: 'probe-capacitance', name: 'base', sweep: 'vb', x: spread(-2, 0.3, 24), drives: { ...grounded, b: swept, c: fixed(0) },
      capacitances: [[['b'], ['c', 'e', ...task.device.terminals.filter((terminal) => terminal === 's')]], [['b'], ['e']], [['e'], ['b']], [['b'], ['c']], [['c'], ['b']]],
    },
  ];
}

/** Forward and reverse current and the capacitance of a junction. */
export function diodeProbes(task: Task): readonly Probe[] {
  const { largest, opposite } = reachOf(task, 'c', 1);
  const breakdown = task.model.card.value('bv') ?? 1e3;
  const forward = beyond * Math.max(largest['a'] ?? 0, 0.8);
  const reverse = Math.min(0.8 * breakdown, beyond * Math.max(opposite['a'] ?? 0, 4));
  const drives = { a: swept, c: fixed(0) };
  return [
    { kind: 'probe-junction', name: 'forward', sweep: 'va', x: spread(0, forward, points), drives },
    { kind: 'probe-junction', name: 'reverse', sweep: 'va', x: spread(-reverse, 0, 41), drives },
    zeroProbe(['a', 'c']),
    { kind: 'probe-capacitance', name: 'junction', sweep: 'va', x: spread(-reverse, 0.3, 32), drives, capacitances: [[['a'], ['c']], [['c'], ['a']]] },
  ];
}

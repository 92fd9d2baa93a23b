import type { Curve, Task, ProblemParameter } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { taskConditions, taskHash } from './task-conditions.ts';

const curve: Curve = {
  id: 'iv', kind: 'iv', instance: 'd1', temperatureC: 27, split: 'train', sweep: 'va', x: Float64Array.of(0.4, 0.5), weight: 1, source: 'iv.csv:1',
  drives: [{ terminal: 'a', quantity: 'v', values: Float64Array.of(0.4, 0.5) }],
  measured: [{ column: 'ia', kind: 'i', node: 'a', floor: 1e-12, values: Float64Array.of(1e-6, 2e-5) }],
};
const parameter: ProblemParameter = { name: 'is', lower: 1e-15, upper: 1e-12, start: 1e-14, scale: 'log' };
const task: Task = {
  id: 'd', title: 'a diode', notes: [], origin: 'measured', source: '/tasks/d',
  device: { kind: 'diode', terminals: ['a', 'k'], thermalNode: false },
  model: { family: 'diode', card: new NgspiceDialect().parse('.model dut d (is=1e-14 n=1.1)', { file: 'd.mod' }) },
  instances: [{ id: 'd1', params: { area: 1 }, info: {} }], curves: [curve], tunables: [parameter],
};

/** Names of the parts that differ, without the task. */
function changed(other: Task): readonly string[] {
  const before = taskConditions(task);
  return Object.entries(taskConditions(other)).filter(([name, hash]) => before[name] !== hash).map(([name]) => name.replace('task d: ', ''));
}

describe('conditions of a task', () => {
  it('are the same for the same content, wherever it came from', () => {
    expect(changed({ ...task, title: 'another', notes: ['x'], source: '/elsewhere', curves: [{ ...curve, source: 'other.csv:9', x: curve.x.slice() }] })).toEqual([]);
  });

  it.each([
    ['measured values', { curves: [{ ...curve, measured: curve.measured.map((vector) => ({ ...vector, values: vector.values.map((value) => 2 * value) })) }] }],
    ['weights', { curves: [{ ...curve, weight: 100 }] }],
    ['weights', { curves: [{ ...curve, measured: curve.measured.map((vector) => ({ ...vector, floor: 1e-9 })) }] }],
    ['parameters and bounds', { tunables: [{ ...parameter, upper: 1e-11 }] }],
    ['constraints', { constraints: ['n < 2'] }],
    ['split', { curves: [{ ...curve, split: 'validate' as const }] }],
    ['curves', { curves: [{ ...curve, temperatureC: 99 }] }],
    ['card', { model: { ...task.model, card: task.model.card.with({ n: 1.5 }) } }],
    ['device', { instances: [{ id: 'd1', params: { area: 2 }, info: {} }] }],
  ] as const)('name other %s', (part, change) => {
    expect(changed({ ...task, ...change })).toEqual([part]);
    expect(taskHash({ ...task, ...change })).not.toBe(taskHash(task));
  });
});

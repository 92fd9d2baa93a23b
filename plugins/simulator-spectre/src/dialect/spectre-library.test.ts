import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task } from '@evospice/contracts';
import { devicePlugin, loadTask } from '@evospice/device';
import { readersPlugin } from '@evospice/readers';
import { registryOf } from '@evospice/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import plugin from '../index.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-spectre-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

async function taskOf(model: string): Promise<Task> {
  writeFileSync(join(folder, 'id.csv'), 'vg (V),id (A)\n0.5,1e-6\n1,1e-5\n');
  writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: kit
title: Spectre kit
device: { kind: mosfet, polarity: n, terminals: [d, g, s, b] }
model: { family: BSIM4, card: kit.scs, dialect: spectre, ${model}, type: nmos }
instances: [{ id: a, params: { w: 2.0e-6, l: 2.0e-6 } }]
data:
  - { file: id.csv, format: csv, instance: a, temp_c: 27, curve: idvg, sweep: vg, bias: { d: 1, g: vg, s: 0, b: 0 }, measure: [{ col: id, node: d, kind: i }], split: train }
metric: { floor: 1.0e-12 }
tunables: [{ name: vth0, lo: 0.1, hi: 0.9, scale: lin }]
`);
  return await loadTask(folder, registryOf(devicePlugin, readersPlugin, plugin));
}

it('a task whose card is a Spectre library is one of ngspice\'s types, with what is around the device', async () => {
  writeFileSync(join(folder, 'kit.scs'), `simulator lang=spectre
library kit
section tt
parameters dvt=10m
setup options tnom=25
inline subckt fet (d g s b)
parameters w=1u l=1u
rd (d di) resistor r=5
fet (di g s b) core w=w l=l
model core bsim4 {
1: type=n lmin=0.1u lmax=1u wmin=0.1u wmax=100u vth0=0.4+dvt toxe=2n
2: type=n lmin=1u lmax=10u wmin=0.1u wmax=100u vth0=0.45+dvt toxe=2n
}
ends fet
endsection tt
endlibrary kit
`);
  const task = await taskOf('section: tt, name: fet');
  const { card } = task.model;
  expect([card.dialect, card.type, card.value('level'), card.value('vth0'), card.value('tnom')]).toEqual(['ngspice', 'nmos', 54, 0.46, 25]);
  expect(task.instances[0]?.wrapper?.elements.map(({ kind, value }) => [kind, value])).toEqual([['r', 5]]);
});

it('a flat Spectre card is translated as convert does, and the task says so', async () => {
  writeFileSync(join(folder, 'kit.scs'), 'simulator lang=spectre\nmodel core bsim4 type=n version=4.5 vth0=400m toxe=2n imax=1 \\\n  u0=0.03\nmodel other diode is=1f\n');
  const { model: { card }, remarks } = await taskOf('name: core');
  expect([card.dialect, card.type, card.value('level'), card.value('vth0'), card.value('u0')]).toEqual(['ngspice', 'nmos', 54, 0.4, 0.03]);
  expect(card.text('imax')).toBeUndefined();
  expect(remarks?.join('\n')).toMatch(/translated from spectre to ngspice.*\n.*imax=1 belongs to Spectre alone/s);
});

it('a flat Spectre card with an expression is refused by the parameter', async () => {
  writeFileSync(join(folder, 'kit.scs'), 'model core bsim4 type=n vth0=0.4+dvt toxe=2n\n');
  await expect(taskOf('name: core')).rejects.toMatchObject({ code: 'CONVERT_EXPRESSION', message: 'vth0 of model core is not a number', received: '0.4+dvt' });
});

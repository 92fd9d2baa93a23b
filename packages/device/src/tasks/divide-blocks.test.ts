import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceRegistry } from '../testing/registry.ts';
import { loadTask } from './load-task.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-blocks-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(entry: string, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'card.mod'), '.model m1 nmos level=1 vto=0.4\n');
  writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: t
title: t
device: { kind: mosfet, polarity: n, terminals: [d, g, s, b] }
model: { family: MOS1, card: card.mod, name: m1, type: nmos }
instances: [{ id: a, params: { w: 10u, l: 1u } }]
data:
  - ${entry}
    format: csv
    instance: a
    temp_c: 27
    curve: idvg
    sweep: vg
    bias: { d: vd, g: vg, s: 0, b: 0 }
    measure: [{ col: id, node: d, kind: i }]
    columns: { vd: V }
    split: train
metric: { floor: 1.0e-18 }
tunables: [{ name: vto, lo: 0.1, hi: 0.9, scale: lin }]
`);
  return loadTask(folder, deviceRegistry);
}

const table = 'vg (V),vd,id (A)\n0,0.1,1e-9\n1,0.1,1e-5\n0,1,2e-9\n1,1,2e-5\n';

describe('one table of several curves', () => {
  it('is divided where a column that stays along a curve changes', async () => {
    const { curves } = await load('file: a.csv\n    block: [vd]', { 'a.csv': table });
    expect(curves.map(({ id, x, measured }) => [id, [...x], [...measured[0]!.values]])).toEqual([['a/idvg/vd=0.1', [0, 1], [1e-9, 1e-5]], ['a/idvg/vd=1', [0, 1], [2e-9, 2e-5]]]);
  });

  it('is one curve where no column is named, and refused where it does not exist', async () => {
    expect((await load('file: a.csv', { 'a.csv': table })).curves).toHaveLength(1);
    await expect(load('file: a.csv\n    block: [vds]', { 'a.csv': table })).rejects.toMatchObject({ code: 'TASK_COLUMN', line: 9, remedy: 'did you mean "vd"?' });
  });
});

describe('one measurement in several files', () => {
  const part = (current: string): string => `vg (V),id (A)\n0,1e-9\n1,${current}\n`;
  it('is one entry, with the constants that are said of each file, and curves that know their own', async () => {
    const { curves } = await load('file: [{ file: a.csv, at: { vd: 100m } }, { file: b.csv, at: { vd: 1 } }]', { 'a.csv': part('1e-5'), 'b.csv': part('2e-5') });
    expect(curves.map(({ drives, measured, source }) => [drives[0]!.values[0], measured[0]!.values[1], source])).toEqual([[0.1, 1e-5, join(folder, 'a.csv:1')], [1, 2e-5, join(folder, 'b.csv:1')]]);
  });

  it('names the file that is missing', async () => {
    await expect(load('file: [a.csv, c.csv]', { 'a.csv': table })).rejects.toMatchObject({ code: 'TASK_MISSING', received: 'c.csv', line: 8 });
  });

  it('keeps what a file states itself', async () => {
    const { curves } = await load('file: [{ file: a.csv, at: { vd: 5 } }]\n    block: [vd]', { 'a.csv': table });
    expect(curves.map(({ drives }) => drives[0]!.values[0])).toEqual([0.1, 1]);
  });
});

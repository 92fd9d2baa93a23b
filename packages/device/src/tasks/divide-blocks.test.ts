import { describe, expect, it } from 'vitest';
import { loadMosfetTask } from '../testing/load-mosfet-task.ts';

function load(entry: string, files: Readonly<Record<string, string>>) {
  return loadMosfetTask({
    files, metric: 'floor: 1.0e-18',
    entry: `${entry}
    format: csv
    instance: a
    temp_c: 27
    curve: idvg
    sweep: vg
    bias: { d: vd, g: vg, s: 0, b: 0 }
    measure: [{ col: id, node: d, kind: i }]
    columns: { vd: V }
    split: train`,
  });
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
    expect(curves.map(({ drives, measured, source }) => [drives[0]!.values[0], measured[0]!.values[1], source])).toEqual([[0.1, 1e-5, expect.stringMatching(/\ba\.csv:1$/u)], [1, 2e-5, expect.stringMatching(/\bb\.csv:1$/u)]]);
  });

  it('names the file that is missing', async () => {
    await expect(load('file: [a.csv, c.csv]', { 'a.csv': table })).rejects.toMatchObject({ code: 'TASK_MISSING', received: 'c.csv', line: 8 });
  });

  it('keeps what a file states itself', async () => {
    const { curves } = await load('file: [{ file: a.csv, at: { vd: 5 } }]\n    block: [vd]', { 'a.csv': table });
    expect(curves.map(({ drives }) => drives[0]!.values[0])).toEqual([0.1, 1]);
  });
});

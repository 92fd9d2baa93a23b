import type { Task } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { loadMosfetTask } from '../testing/load-mosfet-task.ts';

function load(csv: string, columns = '{}', own = '{}'): Promise<Task> {
  return loadMosfetTask({
    files: { 'id.csv': csv }, params: 'w: 10u, l: 1u, m: 2', more: `columns: ${columns}\n`,
    entry: `{ file: id.csv, format: csv, instance: a, temp_c: 27, curve: idvg, sweep: vg, bias: { d: 1, g: vg, s: 0, b: 0 }, measure: [{ col: id, node: d, kind: i }], split: train, columns: ${own} }`,
  });
}

const measured = ({ curves }: Task): readonly number[] => [...curves[0]!.measured[0]!.values];

describe('columns of a task', () => {
  it.each([
    ['a unit', 'vg (V),id\n0,1\n1,2\n', '{ id: mA }', [1e-3, 2e-3]],
    ['a name, a unit and a sign', 'Gate,Drain\n0,1\n1,2\n', '{ vg: { from: Gate, unit: V }, id: { from: Drain, unit: uA, scale: -1 } }', [-1e-6, -2e-6]],
    ['a factor on top of the file\'s unit', 'vg (V),id (mA)\n0,1\n1,2\n', '{ id: { scale: 0.5 } }', [0.5e-3, 1e-3]],
    ['a current per width', 'vg (V),id (uA/um)\n0,1\n1,2\n', '{}', [20e-6, 40e-6]],
    ['a current per area', 'vg (V),id (A/cm^2)\n0,1\n1,2\n', '{}', [2e-7, 4e-7]],
    ['a current per width that the task states', 'vg (V),id\n0,1\n1,2\n', '{ id: { unit: mA/mm } }', [20e-6, 40e-6]],
    ['two names exchanged', 'id (V),vg (A)\n0,1\n1,2\n', '{ vg: { from: id }, id: { from: vg } }', [1, 2]],
  ])('take %s', async (_, csv, columns, expected) => {
    measured(await load(csv, columns)).forEach((value, point) => expect(value).toBeCloseTo(expected[point]!, 15));
  });

  it('say that a current was per width', async () => {
    expect((await load('vg (V),id (uA/um)\n0,1\n1,2\n')).remarks).toEqual(['id.csv: column id is per width: multiplied with w m = 0.00002 m of instance a']);
  });

  it('may differ in one file', async () => {
    expect(measured(await load('vg (V),id\n0,1\n1,2\n', '{ id: mA }', '{ id: A }'))).toEqual([1, 2]);
  });

  it.each([
    ['a unit that nobody states', 'vg (V),Id_uA\n0,1\n1,2\n', '{ id: { from: Id_uA } }', { code: 'DATASET_UNIT', message: 'column id has no unit', remedy: expect.stringContaining('columns: { id: A }') }],
    ['a bias whose unit nobody states', 'vg,id (A)\n0,1\n1,2\n', '{}', { code: 'DATASET_UNIT', line: 1, remedy: expect.stringContaining('`vg (V)`') }],
    ['a unit beside that of the file', 'vg (V),id (uA)\n0,1\n1,2\n', '{ id: mA }', { code: 'TASK_UNIT', line: 11, received: 'mA' }],
    ['a unit of another quantity', 'vg (V),id\n0,1\n1,2\n', '{ id: V }', { code: 'TASK_UNIT' }],
    ['a column that is in no file', 'vg (V),id (A)\n0,1\n1,2\n', '{ ig: { from: igg } }', { code: 'TASK_COLUMN', line: 11, received: 'igg' }],
    ['a name that is taken', 'vg (V),id (A),ix (A)\n0,1,2\n1,2,3\n', '{ id: { from: ix } }', { code: 'TASK_COLUMN', line: 11 }],
    ['an unknown unit', 'vg (V),id (A)\n0,1\n1,2\n', '{ id: Gauss }', { code: 'CONFIG_INVALID', line: 11 }],
    ['a scale of 0', 'vg (V),id (A)\n0,1\n1,2\n', '{ id: { scale: 0 } }', { code: 'CONFIG_INVALID', line: 11 }],
  ])('refuse %s', async (_, csv, columns, error) => {
    await expect(load(csv, columns)).rejects.toMatchObject(error);
  });
});

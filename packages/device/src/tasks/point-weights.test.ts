import type { Task } from '@evospice/contracts';
import { expect, it } from 'vitest';
import { loadMosfetTask } from '../testing/load-mosfet-task.ts';
import { taskHash } from './task-conditions.ts';

/** Six points on two curves: vg 0 to 0.2 at vd 0.1 and 1; the last reading of the second is 999 A, which no transistor has. */
function taskWith(weights: string, metric = ''): Promise<Task> {
  return loadMosfetTask({
    files: { 'id.csv': '# sweep: vg\n# block: vd\nvg (V),vd (V),id (A)\n0,0.1,1e-9\n0.1,0.1,1e-8\n0.2,0.1,1e-7\n0,1,2e-9\n0.1,1,2e-8\n0.2,1,999\n' },
    metric: `floor: 1.0e-12${metric}`,
    entry: `{ file: id.csv, format: csv, instance: a, temp_c: 27, curve: idvg, sweep: vg, bias: { d: vd, g: vg, s: 0, b: 0 }, measure: [{ col: id, node: d, kind: i }], split: train${weights} }`,
  });
}
const weightsOf = ({ curves }: Task): unknown => curves.map(({ measured }) => measured[0]?.weights && [...measured[0].weights]);

it('weights points in ranges of columns, as a product where ranges overlap; readings that are none are not scored', async () => {
  const weights = ', weights: [{ where: { vg: [0.05, 1] }, weight: 4 }, { where: { vd: [0.5, 1], id: [0, 10n] }, weight: 0.5 }]';
  expect(weightsOf(await taskWith(weights))).toEqual([[1, 4, 4], [0.5, 4, 0]]);
  expect(weightsOf(await taskWith(weights, ', doubtful: scored'))).toEqual([[1, 4, 4], [0.5, 4, 4]]);
  expect(weightsOf(await taskWith(''))).toEqual([undefined, [1, 1, 0]]);
  expect((await taskWith('')).remarks).toEqual([expect.stringContaining('(not scored, unless `metric: { doubtful: scored }`)')]);
});

it('makes another task of other weights', async () => {
  const hashes = new Set<string>();
  for (const entry of ['', ', weights: [{ where: { vg: [0, 0] }, weight: 2 }]', ', weights: [{ where: { vg: [0, 0] }, weight: 3 }]']) hashes.add(taskHash(await taskWith(entry)));
  expect(hashes.size).toBe(3);
});

it.each([
  ['a column that is not there', ', weights: [{ where: { vx: [0, 1] }, weight: 2 }]', { code: 'TASK_COLUMN', received: 'vx' }],
  ['a range without a point', ', weights: [{ where: { vg: [0, 1] }, weight: 2 }, { where: { vg: [3, 4] }, weight: 2 }]', { code: 'TASK_EMPTY', received: { vg: [3, 4] } }],
  ['a weight below 0', ', weights: [{ where: { vg: [0, 1] }, weight: -2 }]', { code: 'CONFIG_INVALID', problems: [expect.objectContaining({ message: 'is below 0 or not finite' })] }],
  ['no column at all', ', weights: [{ where: {}, weight: 2 }]', { code: 'CONFIG_INVALID', problems: [expect.objectContaining({ message: 'names no column' })] }],
])('refuses %s', async (_, entry, refused) => {
  await expect(taskWith(entry)).rejects.toMatchObject(refused);
});

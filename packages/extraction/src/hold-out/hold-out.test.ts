import type { Task } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract/extract.ts';
import { lineSession, lineTask } from '../line.fixture.ts';
import { crossValidate } from './cross-validate.ts';
import { groupOf, holdOutGroups, withHeldOut } from './hold-out.ts';

/** Three lines at three temperatures, on three instances of which the first two are of one size; the last curve is held out by the task. */
function task(): Task {
  const line = lineTask();
  const [first] = line.instances;
  return {
    ...line, instances: ['a', 'b', 'c'].map((id) => ({ ...first!, id, params: { area: id === 'c' ? 5 : 2 } })),
    curves: line.curves.map((curve, index) => ({
      ...curve, temperatureC: [125, -40, 27][index]!, instance: ['a', 'b', 'c'][index]!,
      drives: curve.drives.map((drive) => (drive.terminal === 'c' ? { ...drive, values: drive.values.map(() => [-0.5, 0.25, -0.5][index]!) } : drive)),
    })),
  };
}

const splits = ({ curves }: Task): readonly string[] => curves.map(({ split }) => split);

describe('groups of curves', () => {
  it.each([
    [{ axis: 'temperature' }, ['-40 °C', '27 °C', '125 °C']], [{ axis: 'geometry' }, ['a', 'c']], [{ axis: 'die' }, ['a', 'b', 'c']], [{ axis: 'bias', terminal: 'c' }, ['v(c) = -0.5', 'v(c) = 0.25']],
  ] as const)('%o', (holdOut, labels) => {
    expect(holdOutGroups(task(), holdOut).map(({ label }) => label)).toEqual(labels);
  });

  it('dies are what the instances say', () => {
    const stated = { ...task(), instances: task().instances.map((instance, index) => ({ ...instance, info: { die: index === 2 ? 'w2' : 'w1' } })) };
    expect(holdOutGroups(stated, { axis: 'die' })).toMatchObject([{ label: 'w1', curves: ['curve-0', 'curve-1'] }, { label: 'w2' }]);
  });

  it('one that is held out is judged alone: what the task holds out besides is left aside, and said', () => {
    const held = withHeldOut(task(), groupOf(task(), { axis: 'temperature', value: '125' }));
    expect(splits(held)).toEqual(['validate', 'train', 'extra']);
    expect(held.remarks).toEqual(['held out by --hold-out: 125 °C (1 curve); 1 other curve that the task holds out is left aside']);
    expect(splits(withHeldOut(task(), groupOf(task(), { axis: 'geometry', value: 'c' })))).toEqual(['train', 'train', 'validate']);
    expect(groupOf(task(), { axis: 'geometry', value: 'b' }).label).toBe('a');
    expect(groupOf(task(), { axis: 'bias', terminal: 'c', value: '0.25' }).curves).toEqual(['curve-1']);
  });

  it('refuses what does not exist, and what leaves nothing to fit', () => {
    const refused = (work: () => unknown, message: string): void => expect(work).toThrow(expect.objectContaining({ code: 'TASK_HOLD_OUT', message: expect.stringContaining(message) }));
    refused(() => groupOf(task(), { axis: 'temperature', value: '70' }), 'of temperature 70');
    refused(() => holdOutGroups(task(), { axis: 'bias', terminal: 'g' }), 'by its terminal');
    refused(() => holdOutGroups(task(), { axis: 'bias', terminal: 'a' }), 'all of one v(a)');
    refused(() => holdOutGroups(lineTask(), { axis: 'die' }), 'which die');
    refused(() => withHeldOut(task(), groupOf(task(), { axis: 'geometry', value: 'a' })), 'nothing to fit');
  });
});

describe('cross-validation', () => {
  const run = (part: Task) => extract({ task: part, session: lineSession(part), simulator: 'line', budget: 3, seed: 1, optimizer: { name: 'truth', optimize: async (_, context) => void await context.simulate([[1, 2]]) } });

  it('extracts without each group, and states both errors of each; one that leaves nothing says so', async () => {
    const found = await crossValidate(task(), { axis: 'geometry' }, run);
    expect(found).toMatchObject({ axis: 'geometry', groups: [
      { label: 'a', curves: 2, train: null, heldOut: null, failure: expect.stringContaining('nothing to fit') },
      { label: 'c', curves: 1, train: { final: { relativeRms: 0 } }, heldOut: { final: { relativeRms: 0 } }, spent: 1 },
    ] });
    expect(found.groups[1]!.heldOut!.start.relativeRms).toBeGreaterThan(0);
  });

  it('ends when told, with the groups that are left named', async () => {
    const stop = new AbortController();
    const found = await crossValidate(task(), { axis: 'temperature' }, async (part) => { const result = await run(part); if (part.curves[2]!.split === 'validate') stop.abort(); return result; }, stop.signal);
    expect(found.groups.map(({ failure }) => failure)).toEqual([undefined, 'interrupted', 'interrupted']);
  });

  it('what breaks otherwise is not hidden', async () => {
    await expect(crossValidate(task(), { axis: 'temperature' }, () => Promise.reject(new Error('pipe closed')))).rejects.toThrow('pipe closed');
  });
});

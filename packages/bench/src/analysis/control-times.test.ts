import { describe, expect, it } from 'vitest';
import { runOf } from '../testing/run-of.ts';
import { analyseBench } from './analyse-bench.ts';

const options = { budget: 400 };
const control = (task: string) => [
  runOf('lm', task, 1, [[10, 0.5], [40, 0.18], [90, 0.12], [200, 0.1]], options),
  runOf('lm', task, 2, [[10, 0.5], [50, 0.2], [100, 0.125], [300, 0.1]], options),
  runOf('lm', task, 3, [[10, 0.5], [60, 0.2], [110, 0.125], [400, 0.11]], options),
];
const runs = [
  ...control('t'), ...control('u'),
  // Reaches everything on t; on u half of the runs never come within 1.05.
  runOf('quick', 't', 1, [[5, 0.2], [10, 0.09]], options), runOf('quick', 't', 2, [[4, 0.2], [12, 0.09]], options), runOf('quick', 't', 3, [[6, 0.2], [30, 0.09]], options),
  runOf('quick', 'u', 1, [[25, 0.2], [200, 0.1]], options), runOf('quick', 'u', 2, [[25, 0.2], [380, 0.12]], options), runOf('quick', 'u', 3, [[25, 0.2]], options),
];
const { controlTimes } = analyseBench(runs, { control: 'lm', entries: ['lm', 'quick'] });
const of = (entry: string, task: string, factor: number) => controlTimes.times.find((row) => row.entry === entry && row.task === task && row.factor === factor);

describe('simulations to near the control', () => {
  it('take the median final error of the control as the mark', () => {
    expect(of('lm', 't', 2)).toMatchObject({ target: 0.2, simulations: 50, ratio: 1, successes: 3, runs: 3 });
    expect(of('lm', 't', 1.25)).toMatchObject({ target: 0.125, simulations: 100 });
    expect(of('lm', 't', 1.05)).toMatchObject({ simulations: 300, successes: 2 });
  });

  it('count until half of the runs were there, and give ratios to the control', () => {
    expect(of('quick', 't', 2)).toMatchObject({ simulations: 5, ratio: 10 });
    expect(of('quick', 't', 1.05)).toMatchObject({ simulations: 12, ratio: 25 });
    expect(of('quick', 'u', 1.25)).toMatchObject({ simulations: 380, successes: 2, ratio: 100 / 380 });
  });

  it('charge the whole budget where fewer than half came near, and say where', () => {
    expect(of('quick', 'u', 1.05)).toMatchObject({ simulations: null, successes: 1, ratio: 300 / 400 });
    expect(controlTimes.overall).toEqual([
      { entry: 'quick', factor: 2, tasks: 2, ratio: expect.closeTo(Math.sqrt(10 * 2), 12), lost: [], missed: [] },
      { entry: 'quick', factor: 1.25, tasks: 2, ratio: expect.closeTo(Math.sqrt((100 / 12) * (100 / 380)), 12), lost: ['u'], missed: [] },
      { entry: 'quick', factor: 1.05, tasks: 2, ratio: expect.closeTo(Math.sqrt(25 * 0.75), 12), lost: ['u'], missed: ['u'] },
    ]);
  });

  it('count on how many tasks which error is lower, within a thousandth as equal', () => {
    expect(controlTimes.lower).toEqual([
      { entry: 'quick', budget: 60, tasks: 2, entryLower: 1, controlLower: 0 },
      { entry: 'quick', budget: 100, tasks: 2, entryLower: 1, controlLower: 1 },
      { entry: 'quick', budget: 400, tasks: 2, entryLower: 1, controlLower: 1 },
    ]);
  });

  it('leave out targets that the start meets, and tasks without the control', () => {
    const flat = analyseBench([runOf('lm', 't', 1, [[3, 0.6]]), runOf('other', 't', 1, [[2, 0.6]]), runOf('other', 'alone', 1, [[2, 0.1]])], { control: 'lm' }).controlTimes;
    expect(flat.times.map(({ entry, factor }) => [entry, factor])).toEqual([['lm', 1.25], ['other', 1.25], ['lm', 1.05], ['other', 1.05]]);
    expect(flat.overall.map(({ factor, tasks, ratio }) => [factor, tasks, ratio])).toEqual([[1.25, 1, 1.5], [1.05, 1, 1.5]]);
    expect(flat.lower).toEqual([{ entry: 'other', budget: 10, tasks: 1, entryLower: 0, controlLower: 0 }]);
  });
});

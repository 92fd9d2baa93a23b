import { describe, expect, it } from 'vitest';
import { extractionRecord } from '../testing/evolution-events.ts';
import type { OptimizerRun } from '@evospice/contracts';
import { compareSubjects, compared } from './comparison.ts';

const run = (task: string, seed: number, bests: readonly (number | null)[]): OptimizerRun => ({
  task, seed, allowed: 10, startError: 0.8, trajectory: bests.map((best, index) => ({ spent: index + 1, error: best, best })),
});
const tasks = [{ id: 'a', title: 'A', role: 'train' }, { id: 'b', title: 'B', role: 'validate' }] as const;

describe('comparison of the champion with baselines', () => {
  const records = [
    extractionRecord('lm', 'baseline', run('a', 1, [0.4, 0.2])),
    extractionRecord('lm', 'baseline', run('a', 2, [0.4, 0.4])),
    extractionRecord('lm', 'baseline', run('a', 3, [null, null])),
    extractionRecord('p0007', 'train', run('a', 1, [0.2, 0.1])),
    extractionRecord('p0003', 'train', run('a', 1, [0.01, 0.01])),
    extractionRecord('p0007', 'validate', run('b', 1, [0.3, 0.3]), { end: 'failed', failure: { code: 'PROGRAM_ERROR', message: 'x' } }),
  ];
  const model = compareSubjects({ records, tasks, champion: 'p0007', budget: 10, metric: 'relative', target: { ratioToStart: 0.5 } });

  it('holds training and validation apart, the champion first and other programs out', () => {
    expect(model?.parts.map((part) => [part.role, part.overall.map((row) => row.entry)])).toEqual([['train', ['p0007', 'lm']], ['validate', ['p0007']]]);
  });

  it('states median errors, budgets to the target and counts', () => {
    const [row] = model?.parts[0]?.tasks[0]?.rows.filter((one) => one.entry === 'lm') ?? [];
    // Final errors 0.2, 0.4 and, for the run that never succeeded, the start's 0.8; the target is half of 0.8.
    expect(row?.train.median).toBeCloseTo(0.4, 12);
    expect(row).toMatchObject({ seeds: 3, reached: 2, failed: 0, budgetToTarget: { median: 1, upper: null } });
    expect(model?.parts[1]?.overall[0]).toMatchObject({ runs: 1, failed: 1, reached: 1 });
  });

  it('counts a run stored twice once, the later one', () => {
    const twice = [extractionRecord('lm', 'baseline', run('a', 1, [0.4])), extractionRecord('lm', 'baseline', run('a', 1, [0.1]))];
    expect(compared(twice, null).map((record) => record.run.trajectory[0]?.best)).toEqual([0.1]);
  });

  it('is null where neither baselines nor a champion ran', () => {
    expect(compareSubjects({ records, tasks: [], champion: null, budget: 10, metric: 'relative' })).toBeNull();
    expect(compareSubjects({ records: [], tasks, champion: 'p0001', budget: 10, metric: 'relative' })).toBeNull();
  });
});

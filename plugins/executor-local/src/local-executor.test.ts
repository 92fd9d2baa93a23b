import { availableParallelism } from 'node:os';
import { optionsOf, testExecutor } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import plugin, { LocalExecutor } from './index.ts';

testExecutor('local', () => new LocalExecutor({ workers: 3 }));

describe('local executor', () => {
  it('takes the number of cores when no number is given', async () => {
    const session = await new LocalExecutor().open({});
    expect(session.concurrency).toBe(availableParallelism());
    await session.close();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d workers', (workers) => {
    expect(() => new LocalExecutor({ workers })).toThrow(expect.objectContaining({ code: 'EXECUTOR_OPTIONS' }));
  });

  it('starts jobs in order of arrival', async () => {
    const order: unknown[] = [];
    const session = await new LocalExecutor({ workers: 1 }).open({ note: async (payload) => { order.push(payload); return null; } });
    await Promise.all([1, 2, 3, 4].map((payload) => session.execute({ kind: 'note', payload })));
    expect(order).toEqual([1, 2, 3, 4]);
    await session.close();
  });

  it('is contributed under its name, with strict options', () => {
    const contribution = plugin.contributions[0];
    expect(contribution).toMatchObject({ point: 'Executor', name: 'local' });
    expect(optionsOf(contribution).safeParse({}).success).toBe(true);
    expect(optionsOf(contribution).safeParse({ workers: 0 }).success).toBe(false);
    expect(optionsOf(contribution).safeParse({ worker: 2 }).success).toBe(false);
  });
});

import type { ProgramOutcome, ProgramRunner } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract/extract.ts';
import { lineSession, lineTask } from '../line.fixture.ts';
import { programOptimizer } from './program-optimizer.ts';

const task = lineTask();
const limits = { wallSeconds: 1, memoryMb: 64 };

function run(outcome: Partial<ProgramOutcome>, seeds: number[] = []) {
  const runner: ProgramRunner = {
    name: 'fake',
    async run({ program, context, seed }) {
      seeds.push(seed);
      expect(program).toEqual({ entry: 'p.ts', files: { 'p.ts': 'the source' } });
      await context.simulate([[1, 2]]);
      // A runner hands lines on as they come, so that they can be shown at once.
      for (const line of outcome.log ?? []) context.log(line);
      return { status: 'completed', isolation: 'none', log: [], ...outcome };
    },
    call: () => Promise.reject(new TypeError('not called here')),
    close: () => Promise.resolve(),
  };
  const optimizer = programOptimizer({ name: 'p7', program: { entry: 'p.ts', files: { 'p.ts': 'the source' } }, runner, limits });
  return extract({ task, optimizer, session: lineSession(task), simulator: 'line', budget: 5, seed: 3 });
}

describe('program as optimizer', () => {
  it('ends as the program ended, with its log', async () => {
    expect(await run({ log: ['hello'] })).toMatchObject({ optimizer: 'p7', end: 'completed', parameters: { a: 1, b: 2 }, log: ['hello'] });
    expect((await run({ status: 'budget' })).end).toBe('budget');
    expect(await run({ status: 'failed', failure: { code: 'PROGRAM_MEMORY', message: 'too much', line: 3 } })).toMatchObject({
      end: 'failed', failure: { code: 'PROGRAM_MEMORY' }, parameters: { a: 1, b: 2 },
    });
    expect(await run({ status: 'failed' })).toMatchObject({ end: 'failed', failure: { code: 'PROGRAM_CRASHED' } });
  });

  it('seeds the guest from the extraction', async () => {
    const seeds: number[] = [];
    await run({}, seeds);
    await run({}, seeds);
    expect(seeds[0]).toBe(seeds[1]);
    expect(Number.isSafeInteger(seeds[0])).toBe(true);
  });
});

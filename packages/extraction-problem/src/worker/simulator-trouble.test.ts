import { EvospiceError, type TrajectoryPoint } from '@evospice/contracts';
import type { ExtractionResult } from '@evospice/extraction';
import { describe, expect, it } from 'vitest';
import { troubleIn, troubleOf } from './simulator-trouble.ts';

const point = (failure?: string): TrajectoryPoint => ({ spent: 1, error: null, best: null, ...(failure === undefined ? {} : { failure }) });
const result = (...failures: (string | undefined)[]): ExtractionResult => ({ trajectory: failures.map(point) }) as unknown as ExtractionResult;
const start = (code: string): EvospiceError => new EvospiceError('EXTRACTION_START', 'no start', { received: { code, message: 'gone' } });

describe('trouble of the simulator', () => {
  it('is none when candidates fail by themselves', () => {
    expect(troubleIn(result(undefined, 'NOT_CONVERGED', 'NON_FINITE'))).toBeUndefined();
  });

  it('counts against the program when it crashes at the same evaluations again, and tells them', () => {
    expect(troubleIn(result('CRASHED'))).toMatchObject({ code: 'CRASHED', after: 'count', place: '0' });
    expect(troubleIn(result(undefined, 'CRASHED', undefined, 'CRASHED'))).toMatchObject({ place: '1,3', reason: expect.stringContaining('2 of 4') });
  });

  it('never counts against the program for want of a licence', () => {
    const trouble = troubleIn(result('CRASHED', 'NO_LICENCE'));
    expect(trouble).toMatchObject({ code: 'NO_LICENCE', after: 'excuse', reason: expect.stringContaining('2 of 2') });
    expect(trouble).not.toHaveProperty('place');
  });

  it('excuses what a broken session threw, and a start that crashed', () => {
    expect(troubleOf(new EvospiceError('SIMULATOR_CLOSED', 'gone'))).toEqual({ code: 'SIMULATOR_CLOSED', reason: 'gone', after: 'excuse' });
    expect(troubleOf(start('CRASHED'))).toMatchObject({ code: 'CRASHED', after: 'excuse' });
  });

  it('excuses a start that took too long: the starting card is not a program’s choice', () => {
    expect(troubleOf(start('DEADLINE'))).toMatchObject({ code: 'EXTRACTION_SIMULATOR', after: 'excuse' });
  });

  it('ends the run for a sandbox that cannot run programs', () => {
    expect(troubleOf(new EvospiceError('SANDBOX_START', 'no child'))).toMatchObject({ code: 'SANDBOX_START', after: 'stop' });
  });

  it('is not what no repetition cures', () => {
    for (const error of [new EvospiceError('SIMULATOR_MISSING', 'not installed'), start('NOT_CONVERGED'), new EvospiceError('EXTRACTION_TASK', 'no'), new TypeError('bug')]) {
      expect(troubleOf(error)).toBeUndefined();
    }
  });
});

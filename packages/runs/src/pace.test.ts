import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

function paceOf(points: readonly (readonly [at: number, done: number])[]): Pace {
  const pace = new Pace();
  for (const [at, done] of points) pace.add(at, done);
  return pace;
}

describe('the pace of a run', () => {
  it('is the time of its steps by what they did', () => {
    expect(paceOf([[0, 0], [1000, 1], [3000, 3]]).timeFor(4)).toBe(4000);
  });

  it('does not count the time between an interruption and the next start', () => {
    const day = 86_400_000;
    expect(paceOf([[0, 0], [1000, 1], [2000, 2], [day, 2], [day + 1000, 3], [day + 2000, 4]]).timeFor(1)).toBe(1000);
    expect(paceOf([[0, 0], [1000, 1], [2000, 2], [day, 3], [day + 1000, 4]]).timeFor(1)).toBe(1000);
  });

  it('follows a run that becomes slower', () => {
    const points = Array.from({ length: 1000 }, (_, index) => [index < 500 ? index * 10 : 5000 + (index - 500) * 1000, index] as const);
    expect(paceOf(points).timeFor(1)).toBe(1000);
  });

  it('says nothing before the first step', () => {
    expect(paceOf([]).timeFor(1)).toBeNull();
    expect(paceOf([[0, 0], [500, 0]]).timeFor(1)).toBeNull();
    expect(paceOf([[0, 0], [0, 5]]).timeFor(1)).toBeNull();
  });
});

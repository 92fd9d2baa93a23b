import type { Memory } from '@evospice/contracts';
import type { Experiment } from '@evospice/evolution';
import { describe, expect, it } from 'vitest';
import { experimentDocument, experimentLines } from './experiments.ts';

const way = (name: string, gains: readonly number[], judged = gains.length): Experiment['ways'][number] => ({ way: name, programs: judged + 1, judged, gains });
const memory = (memory: Memory) => ({ ordinal: 1, proposer: 'llm', memory, settled: 0 });
const lessons = (shown: readonly number[], withheld: readonly number[]): Experiment => ({ proposer: 'llm', name: 'lessons', ways: [way('withheld', withheld), way('shown', shown)] });
const around = (centre: number): number[] => [-3, -2, -1, 0, 0, 1, 2, 3].map((step) => centre + step / 100);

describe('what was left to chance', () => {
  it('is told with how often it helped, by how much, and how sure that is', () => {
    const [better] = experimentDocument({ experiments: [lessons(around(0.2), around(0.1))], memories: [] });
    expect(better).toMatchObject({ ways: [{ way: 'withheld', programs: 9, judged: 8, improved: 8, meanGain: 0.1 }, { way: 'shown', meanGain: expect.closeTo(0.2, 12), text: null }] });
    expect(better?.worth?.difference).toBeCloseTo(0.1, 12);
    const [low, high] = better?.worth?.interval ?? [];
    // By hand, each mean has a standard error of 0.0187 / sqrt(8), their difference one of 0.0094; 1.96 of it is 0.0183.
    expect([low, high].map((end) => Math.abs((end ?? 0) - 0.1))).toEqual([expect.closeTo(0.0183, 2), expect.closeTo(0.0183, 2)]);
    expect(experimentLines([better!]).at(-1)).toMatch(/shown less withheld: 0\.1, 95 % between 0\.08\d* and 0\.1[12]\d*: it helps/u);
    expect(experimentLines(experimentDocument({ experiments: [lessons(around(0.1), around(0.2))], memories: [] })).at(-1)).toContain('it does harm');
    expect(experimentLines(experimentDocument({ experiments: [lessons(around(0.1), around(0.1))], memories: [] })).at(-1)).toContain('it may be chance');
  });

  it('claims nothing from few children, and no gain where no child has one', () => {
    const [few] = experimentDocument({ experiments: [lessons(around(0.2).slice(1), [])], memories: [] });
    expect(few).toMatchObject({ worth: null, ways: [{ meanGain: null, improved: 0 }, { improved: 7 }] });
    expect(experimentLines([few!])).toEqual(['llm, lessons:', '  withheld: 1 programs, 0 scored, 0 improved, no gain known', expect.stringContaining('  shown: 8 programs')]);
  });

  it('has the texts that proposers kept under the names of the ways', () => {
    const paragraphs: Experiment = { proposer: 'llm', name: 'paragraph', ways: [way('a1', [0.5]), way('b2', []), way('without-a1', [])] };
    const [shown] = experimentDocument({ experiments: [paragraphs], memories: [memory({ kind: 'paragraphs', data: { all: [{ id: 'a1', text: 'Be\nbold.' }], because: null } }), memory({ kind: 'note', data: 'b2' })] });
    expect(shown?.ways.map(({ text }) => text)).toEqual(['Be\nbold.', null, 'Be\nbold.']);
    expect(experimentLines([shown!])[1]).toBe('  a1: 2 programs, 1 scored, 1 improved, mean gain 0.5: Be bold.');
  });
});

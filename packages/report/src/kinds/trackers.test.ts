import type { StoredEvent } from '@evospice/contracts';
import { MemoryLog } from '@evospice/testkit';
import type { ProgressTracker, RunKind } from '@evospice/runs';
import { describe, expect, it } from 'vitest';
import { evolutionEvents, sampleTasks } from '../testing/evolution-events.ts';
import { sampleResult } from '../testing/sample-extraction.ts';
import { benchKind } from './bench.ts';
import { evolveKind } from './evolve.ts';
import { extractKind } from './extract.ts';

const event = (type: string, payload: unknown, sequence = 1): StoredEvent => ({ sequence, at: sequence, type, payload: payload as never });

function follow(kind: RunKind, events: readonly StoredEvent[], total?: number): ProgressTracker {
  const tracker = kind.tracker(total);
  for (const one of events) tracker.apply(one);
  return tracker;
}

describe('an evolution as displays see it', () => {
  const events = evolutionEvents({ tasks: sampleTasks, programs: 20, baselines: ['levenberg-marquardt'], baselineSeeds: 2, budget: 20, fits: new Map() });

  it('counts the programs that were judged, with its champion in sight', () => {
    const { progress } = follow(evolveKind, events);
    const judged = events.filter(({ type, payload }) => type === 'program-judged' || (type === 'program-rejected' && (payload as { readonly stage: string }).stage === 'trial'));
    expect(progress).toMatchObject({ done: judged.length, total: 20, finished: true });
    expect(progress.figures.map(({ label }) => label)).toEqual(expect.arrayContaining(['best score', 'archive']));
  });

  it('has news that stay of champions, and others of every program', () => {
    const tracker = evolveKind.tracker();
    const news = events.flatMap((one) => {
      tracker.apply(one);
      return tracker.progress.news ?? [];
    });
    expect(news.filter(({ major }) => major).map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringMatching(/is the champion: score \d\.\d{4}/u)]));
    expect(news.some(({ major }) => !major)).toBe(true);
  });

  it('has news that stay of a proposer in trouble, once for each kind of it', () => {
    const failed = (proposer: string, code: string) => event('program-rejected', { program: null, proposer, stage: 'proposal', code, reason: `${code} here\n  what to do: this`, ordinal: 1 });
    const tracker = evolveKind.tracker(9);
    const news = [failed('llm', 'LLM_REFUSED'), failed('llm', 'LLM_REFUSED'), failed('llm', 'PROPOSAL_FAILED'), failed('llm-2', 'LLM_REFUSED'), failed('llm', 'LLM_TIMEOUT')].map((one) => {
      tracker.apply(one);
      return tracker.progress.news;
    });
    expect(news.map((one) => one?.major)).toEqual([true, false, false, true, true]);
    expect(news[0]?.text).toBe('llm failed: LLM_REFUSED here');
  });

  it('takes events of a later version, and those of the middle of a run', () => {
    const { progress } = follow(evolveKind, [event('of-a-later-version', { a: 1 }), ...events.slice(-3)], 20);
    expect(progress.total).toBe(20);
  });
});

describe('a benchmark as displays see it', () => {
  const run = (seed: number): StoredEvent => event('bench-run', { entry: 'lm', task: 't1', seed });

  it('counts the runs that are asked for, those stored before included', () => {
    const begun = follow(benchKind, [event('bench-started', { cells: 3, asked: 10, stored: 7, workers: 1, versions: {} }), run(1), run(2)]);
    expect(begun.progress).toMatchObject({ done: 9, total: 10, unit: 'runs', finished: false, figures: [{ label: 'last', text: 'lm on t1, seed 2' }] });
    begun.apply(run(3));
    begun.apply(event('bench-finished', { runs: 10 }));
    expect(begun.progress).toMatchObject({ done: 10, finished: true });
    // Asked for more by a second process; format 1 did not say how many in all.
    begun.apply(event('bench-started', { cells: 4, stored: 10, workers: 1, versions: {} }));
    expect(begun.progress).toMatchObject({ done: 0, total: 4, finished: false });
  });
});

describe('an extraction', () => {
  const result = sampleResult();
  const events = (last: string): readonly StoredEvent[] => [
    event('extraction-started', { budget: 200, metric: 'relative' }), event('evaluation', { spent: 12.5, error: 0.2, best: 0.1 }), event(last, result),
  ];

  it.each(['result', 'extraction-finished'])('is followed by its budget to its end, which is stored as %s', (last) => {
    const tracker = follow(extractKind, events(last).slice(0, 2));
    expect(tracker.progress).toMatchObject({ done: 12.5, total: 200, unit: 'simulations', finished: false, figures: [{ label: 'best error', text: '10.0 %' }] });
    tracker.apply(events(last)[2]!);
    expect(tracker.progress.finished).toBe(true);
  });

  it('says how far it is, and has no report before its end', async () => {
    const log = new MemoryLog();
    const run = { folder: '/runs/x', kind: 'extract', format: 2, log };
    expect(await extractKind.status(run)).toMatchObject({ state: 'not begun' });
    log.stored.push(...events('result').slice(0, 2));
    await log.setFact('configuration', { budget: 200 });
    expect(await extractKind.status(run)).toMatchObject({ state: 'unfinished', document: { spent: 12.5, budget: 200, best: 0.1 }, text: expect.stringContaining('12.5 of 200 simulations') });
    await expect(extractKind.report(run)).rejects.toMatchObject({ code: 'USAGE_REPORT' });
  });
});

import { MemoryLog, toyProblem } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testRequest, testSettings } from '../testing/request.ts';
import { replay } from '../view/replay.ts';
import { readRun } from '../view/run-fold.ts';
import { controlArchive, runControl } from './controls.ts';

const request = (log: MemoryLog, changes: Parameters<typeof testRequest>[1] = {}) =>
  testRequest(log, { settings: testSettings({ programs: 3, race: {}, confirm: 1, stop: { score: 0.1 } }), problem: toyProblem({ validation: [{ id: 'unseen', seed: 9 }] }), ...changes });

describe('controls', () => {
  it('make as many case runs without choosing among programs: best-of-n makes children of seeds only, random search of any program', async () => {
    const generations: number[] = [];
    for (const name of ['best-of-n', 'random-search'] as const) {
      const log = new MemoryLog();
      const control = await runControl(request(log), name, 20);
      const view = await readRun(log);
      expect(control).toEqual({
        name, programs: view.tried, evaluations: 20, score: Math.max(...view.judged.map(({ verdict }) => verdict.score.value)), progress: view.champions.map(({ tried, score }) => [tried, score]),
        confirmed: view.trialOf(view.champion?.program.id ?? '', 'confirmation')?.score?.value, validation: view.trialOf(view.champion?.program.id ?? '', 'validation')?.score?.value,
      });
      expect(control?.confirmed).toBeGreaterThan(0);
      // Whoever wants only the best may stop what cannot be it; random search keeps every program.
      expect(view.raced.programs > 0).toBe(name === 'best-of-n');
      expect(view.evaluations).toBe(20);
      expect(replay(view, controlArchive(name, true))).toEqual([]);
      generations.push(Math.max(...view.judged.map(({ program }) => program.generation)));
    }
    expect(generations[0]).toBe(1);
    expect(generations[1]).toBeGreaterThan(2);
  });

  it('go on after an interruption as if there had been none, and further when the evolution does', async () => {
    const whole = new MemoryLog();
    const control = await runControl(request(whole), 'random-search', 10);
    const log = whole.cutAfter(25);
    expect(await runControl(request(log), 'random-search', 10)).toEqual(control);
    expect(await runControl(request(log), 'random-search', 14)).toMatchObject({ evaluations: 14 });
    const controller = new AbortController();
    controller.abort();
    expect(await runControl(request(new MemoryLog(), { signal: controller.signal }), 'best-of-n', 10)).toBeNull();
  });
});

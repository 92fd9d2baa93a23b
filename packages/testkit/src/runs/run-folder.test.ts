import { MemoryStore } from '../memory-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOrResumeRun, createRun, FORMAT, replaceRun, resumeRun, withStoredRun } from '@evospice/runs';

const folder = '/runs/one';
let store = new MemoryStore();
beforeEach(() => { store = new MemoryStore(); });

describe('a run folder', () => {
  it('says kind and format of a run from its first moment', async () => {
    await (await createRun(store, folder, 'bench')).close();
    expect(await withStoredRun(store, folder, async ({ kind, format }) => ({ kind, format }))).toEqual({ kind: 'bench', format: FORMAT });
    await (await createOrResumeRun(store, folder, 'bench')).close();
    await (await resumeRun(store, folder, 'bench')).close();
  });

  it('is begun where there is nothing, or what a kill in the first moment left', async () => {
    await (await createOrResumeRun(store, folder, 'evolve')).close();
    const blank = '/runs/blank';
    await (await store.open(blank, 'create')).close();
    const log = await resumeRun(store, blank, 'evolve');
    expect(await log.fact('format')).toBe(FORMAT);
    await log.close();
  });

  it('is not gone on with as another kind', async () => {
    await (await createRun(store, folder, 'bench')).close();
    await expect(resumeRun(store, folder, 'evolve')).rejects.toMatchObject({ code: 'USAGE_FOLDER', received: 'bench' });
    await (await resumeRun(store, folder, 'bench')).close();
  });

  it('of the format before is read, and not gone on with', async () => {
    const old = await store.open(folder, 'create');
    await old.setFact('kind', 'evolve');
    await old.append('run-started', {});
    await old.close();
    expect(await withStoredRun(store, folder, async ({ format }) => format)).toBe(1);
    await expect(resumeRun(store, folder, 'evolve')).rejects.toMatchObject({ code: 'RUN_FORMAT', received: 1, remedy: expect.stringContaining('evospice report') });
  });

  it('of a later format is refused', async () => {
    const log = await createRun(store, folder, 'evolve');
    await log.setFact('format', FORMAT + 1);
    await log.close();
    for (const open of [() => withStoredRun(store, folder, async () => 'read'), () => resumeRun(store, folder, 'evolve')]) {
      await expect(open()).rejects.toMatchObject({ code: 'RUN_FORMAT', received: FORMAT + 1, remedy: expect.stringContaining('later') });
    }
  });

  it('is begun anew in the place of a finished run, or of a cut off one under the same conditions', async () => {
    const begin = (seed: number, finished: boolean) => replaceRun(store, folder, { kind: 'extract', conditions: { seed }, isFinished: async () => finished });
    const first = await begin(1, false);
    await first.append('a', 1);
    const again = await begin(1, false);
    expect(await Array.fromAsync(again.events())).toEqual([]);
    await expect(begin(2, false)).rejects.toMatchObject({ code: 'RUN_CHANGED', received: [{ what: 'seed', before: 1, now: 2 }] });
    expect(await (await begin(2, true)).fact('conditions')).toEqual({ seed: 2 });
    await expect(replaceRun(store, folder, { kind: 'bench', conditions: {}, isFinished: async () => true })).rejects.toMatchObject({ code: 'USAGE_FOLDER' });
  });

  it('that is not there is said to hold no run', async () => {
    await expect(withStoredRun(store, '/runs/none', async () => 'read')).rejects.toMatchObject({ code: 'USAGE_RUN' });
  });
});

import { MemoryStore } from '../memory-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOrResumeRun, createRun, FORMAT, readRunFolder, resumeRun } from '@evospice/runs';

const folder = '/runs/one';
let store = new MemoryStore();
beforeEach(() => { store = new MemoryStore(); });

describe('a run folder', () => {
  it('says kind and format of a run from its first moment', async () => {
    await (await createRun(store, folder, 'bench')).close();
    const { kind, format, log } = await readRunFolder(store, folder);
    expect({ kind, format }).toEqual({ kind: 'bench', format: FORMAT });
    await log.close();
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
    await expect(resumeRun(store, folder, 'evolve')).rejects.toMatchObject({ code: 'RUN_KIND', received: 'bench' });
    await (await resumeRun(store, folder, 'bench')).close();
  });

  it('of the format before is read, and not gone on with', async () => {
    const old = await store.open(folder, 'create');
    await old.setFact('kind', 'evolve');
    await old.append('run-started', {});
    await old.close();
    const { format, log } = await readRunFolder(store, folder);
    expect(format).toBe(1);
    await log.close();
    await expect(resumeRun(store, folder, 'evolve')).rejects.toMatchObject({ code: 'RUN_FORMAT', received: 1, remedy: expect.stringContaining('evospice report') });
  });

  it('of a later format is refused', async () => {
    const log = await createRun(store, folder, 'evolve');
    await log.setFact('format', FORMAT + 1);
    await log.close();
    for (const open of [() => readRunFolder(store, folder), () => resumeRun(store, folder, 'evolve')]) {
      await expect(open()).rejects.toMatchObject({ code: 'RUN_FORMAT', received: FORMAT + 1, remedy: expect.stringContaining('later') });
    }
  });

  it('that is not there is said to hold no run', async () => {
    await expect(readRunFolder(store, '/runs/none')).rejects.toMatchObject({ code: 'USAGE_RUN' });
  });
});

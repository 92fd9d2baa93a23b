import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EvospiceError, type RunLog } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';
import { LOCK_FILE, RUN_FILE } from '@evospice/store';

/**
 * A fresh log in a folder for one extraction. An earlier extraction there is replaced, as its command reproduces it;
 * a run of another kind is not touched.
 * @throws EvospiceError `USAGE_FOLDER` when the folder holds another kind of run, `STORE_LOCKED` when one is under way
 */
export async function openExtractionLog(kernel: Kernel, folder: string): Promise<RunLog> {
  const store = kernel.registry.create('RunStore', 'sqlite');
  if (existsSync(join(folder, RUN_FILE))) {
    const earlier = await store.open(folder, 'resume');
    const kind = earlier.fact('kind');
    earlier.close();
    if (kind !== 'extract') {
      throw new EvospiceError('USAGE_FOLDER', `${folder} already holds a run of another kind (${String(kind)})`, {
        received: kind, expected: 'a new folder, or one with an earlier extraction', remedy: 'choose another --out',
      });
    }
    for (const name of [RUN_FILE, `${RUN_FILE}-wal`, `${RUN_FILE}-shm`, LOCK_FILE]) await rm(join(folder, name), { force: true });
  }
  const log = await store.open(folder, 'create');
  log.setFact('kind', 'extract');
  return log;
}

import { EvospiceError, type RunLog, type Selection } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';

/**
 * A fresh log in a folder for one extraction. An earlier extraction there is replaced, as its command reproduces it;
 * a run of another kind is not touched.
 * @throws EvospiceError `USAGE_FOLDER` when the folder holds another kind of run, `STORE_LOCKED` when one is under way
 */
export async function openExtractionLog(kernel: Kernel, folder: string, kept: Selection): Promise<RunLog> {
  const store = kernel.registry.create('RunStore', kept);
  if (await store.exists(folder)) {
    const earlier = await store.open(folder, 'resume');
    const kind = await earlier.fact('kind');
    await earlier.close();
    if (kind !== 'extract') {
      throw new EvospiceError('USAGE_FOLDER', `${folder} already holds a run of another kind (${String(kind)})`, {
        received: kind, expected: 'a new folder, or one with an earlier extraction', remedy: 'choose another --out',
      });
    }
    await store.remove(folder);
  }
  const log = await store.open(folder, 'create');
  await log.setFact('kind', 'extract');
  return log;
}

import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchRun } from '@evospice/bench';
import type { Json } from '@evospice/contracts';
import { contentHash } from '@evospice/runs';

/** Runs of control optimizers, a file each, by everything that decides over them. Whatever is removed is run again. */
export class ControlCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param conditions all that the run depends on */
  async find(conditions: Json): Promise<BenchRun | undefined> {
    const text = await readFile(this.#file(conditions), 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : (JSON.parse(text) as BenchRun);
  }

  async keep(conditions: Json, run: BenchRun): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    // Under its name only when it is whole: another command may read it at any moment.
    const unfinished = join(this.#folder, `${randomUUID()}.part`);
    await writeFile(unfinished, JSON.stringify(run));
    await rename(unfinished, this.#file(conditions));
  }

  #file(conditions: Json): string {
    return join(this.#folder, `${contentHash(conditions)}.json`);
  }
}

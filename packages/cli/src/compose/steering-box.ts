import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, type Logger } from '@evospice/contracts';
import type { Steering } from '@evospice/evolution';
import { z } from 'zod';

/** Folder inside a run's folder where word is left for the process that writes it. */
const FOLDER = 'steering';

/** Milliseconds between looks into the folder, and how long whoever leaves word waits for it to be taken. */
const PERIOD = 250;
const PATIENCE = 3000;

const steeringSchema: z.ZodType<Steering> = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('pause') }),
  z.strictObject({ action: z.literal('continue') }),
  z.strictObject({ action: z.literal('note'), text: z.string() }),
  z.strictObject({ action: z.literal('from'), program: z.string(), proposals: z.int().min(1) }),
  z.strictObject({ action: z.literal('mark'), program: z.string(), text: z.string().optional() }),
  z.strictObject({ action: z.literal('ban'), program: z.string(), text: z.string().optional() }),
]) as z.ZodType<Steering>;

/** Leaves word for the process that writes a run. @returns whether it was taken within a few seconds */
export async function postSteering(run: string, steerings: readonly Steering[]): Promise<boolean> {
  const folder = join(run, FOLDER);
  await mkdir(folder, { recursive: true });
  const first = ((await namesIn(folder)).map((name) => Number.parseInt(name, 10)).at(-1) ?? 0) + 1;
  for (const [index, steering] of steerings.entries()) {
    const name = join(folder, `${String(first + index).padStart(6, '0')}.json`);
    await writeFile(`${name}.part`, `${JSON.stringify(steering)}\n`);
    // Whole or not at all.
    await rename(`${name}.part`, name);
  }
  for (let waited = 0; waited < PATIENCE; waited += PERIOD) {
    if ((await namesIn(folder)).length === 0) return true;
    await sleep(PERIOD);
  }
  return (await namesIn(folder)).length === 0;
}

/**
 * Hands on what is left in a run's folder, in order, until it is told to stop. What cannot be read or is refused is set aside with a warning.
 * @returns ends it
 */
export function watchSteering(run: string, steer: (steering: Steering) => Promise<void>, logger: Logger): () => void {
  const folder = join(run, FOLDER);
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      for (const name of await namesIn(folder)) {
        if (stop.signal.aborted) return;
        const file = join(folder, name);
        try {
          await steer(steeringSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
          await rm(file);
        } catch (error) {
          logger.warn(`what ${file} says is passed over: ${describeError(error)}`);
          await rename(file, `${file}.refused`);
        }
      }
      await sleep(PERIOD, undefined, { signal: stop.signal });
    }
  };
  look().catch((error: unknown) => {
    if (!stop.signal.aborted) logger.warn(`the run cannot be steered any more: ${describeError(error)}`);
  });
  return () => { stop.abort(); };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

import { EvospiceError, type RunLog, type RunStore } from '@evospice/contracts';
import { settleConditions, type Conditions } from './conditions.ts';
import type { ReadableLog } from './event-log.ts';

/** Format of runs that this version stores. 1 had no format number. */
export const FORMAT = 2;

/** Facts that every kind of run has. */
export interface RunFacts {
  readonly kind: string;
  readonly format: number;
  readonly title: string;
  readonly conditions: Conditions;
}

/** A run that was stored before. */
export interface StoredRun {
  /** Folder of the run, absolute. */
  readonly folder: string;
  /** `evolve`, `bench`, `extract`, or what a plugin calls its runs. */
  readonly kind: string;
  readonly format: number;
  readonly log: ReadableLog;
}

/** Begins a run in a folder that holds none. The caller closes the log. @throws EvospiceError like `RunStore.open` */
export async function createRun(store: RunStore, folder: string, kind: string): Promise<RunLog> {
  const log = await store.open(folder, 'create');
  await mark(log, kind);
  return log;
}

/**
 * Opens a run to go on with it. The caller closes the log.
 * @throws EvospiceError like `RunStore.open`; `USAGE_FOLDER` for a run of another kind, `RUN_FORMAT` for one that another version stored
 */
export async function resumeRun(store: RunStore, folder: string, kind: string): Promise<RunLog> {
  const log = await store.open(folder, 'resume');
  try {
    if (await isBlank(log)) await mark(log, kind);
    requireKind(await log.fact('kind'), kind, folder);
    const format = await formatOf(log, folder);
    if (format !== FORMAT) {
      throw new EvospiceError('RUN_FORMAT', `the run in ${folder} was stored in format ${format}: it does not say enough of its conditions to be gone on with`, {
        received: format, expected: `format ${FORMAT}`, remedy: '`evospice status` and `evospice report` read it; start a new run in another folder',
      });
    }
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** Begins a run, or opens the one that is there. @throws EvospiceError like both */
export async function createOrResumeRun(store: RunStore, folder: string, kind: string): Promise<RunLog> {
  return (await store.exists(folder)) ? resumeRun(store, folder, kind) : createRun(store, folder, kind);
}

/**
 * Begins a run in the place of an earlier one of its kind. One that was cut off is replaced only under the conditions that it began
 * with: otherwise what looks like the same run made again would be another one.
 * @param isFinished whether the earlier run came to its end
 * @throws EvospiceError like `RunStore.open`; `USAGE_FOLDER` for a run of another kind, `RUN_CHANGED`, `STORE_LOCKED`
 */
export async function replaceRun(
  store: RunStore, folder: string, { kind, conditions, isFinished }: { readonly kind: string; readonly conditions: Conditions; readonly isFinished: (run: StoredRun) => Promise<boolean> },
): Promise<RunLog> {
  if (await store.exists(folder)) {
    await withStoredRun(store, folder, async (run) => {
      if (await isBlank(run.log)) return;
      requireKind(run.kind, kind, folder);
      const before = (await run.log.fact('conditions')) as Conditions | undefined;
      if (before === undefined || (await isFinished(run))) return;
      settleConditions(before, conditions, { remedy: 'repeat the command that was interrupted, or choose another --out' });
    });
    await store.remove(folder);
  }
  const log = await createRun(store, folder, kind);
  await log.setFact('conditions', conditions);
  return log;
}

/**
 * Opens a run of any kind, does something with it, and lets go of it again; the run may be one that another process writes.
 * @throws EvospiceError `USAGE_RUN` for a folder without one, `RUN_FORMAT` for one that a later version stored, like `RunStore.open`
 */
export async function withStoredRun<T>(store: RunStore, folder: string, action: (run: StoredRun) => Promise<T>): Promise<T> {
  if (!(await store.exists(folder))) {
    throw new EvospiceError('USAGE_RUN', `${folder} holds no run`, { received: folder, expected: 'the folder of an evolution, a benchmark or an extraction', remedy: 'check the path' });
  }
  const log = await store.open(folder, 'read');
  try {
    const format = await formatOf(log, folder);
    // Before kinds were stored there were only evolutions.
    return await action({ folder, kind: String((await log.fact('kind')) ?? 'evolve'), format, log });
  } finally {
    await log.close();
  }
}

/** @throws EvospiceError `USAGE_FOLDER` unless the kind is the one wanted */
function requireKind(kind: unknown, wanted: string, folder: string): void {
  if (kind === wanted) return;
  throw new EvospiceError('USAGE_FOLDER', `${folder} already holds a run of another kind (${String(kind)})`, {
    received: kind, expected: `a new folder, or one with an earlier run of kind ${wanted}`, remedy: 'choose another --out',
  });
}

async function mark(log: RunLog, kind: string): Promise<void> {
  await Promise.all([log.setFact('kind', kind), log.setFact('format', FORMAT)]);
}

/** A kill in the first moment leaves a run without any fact. */
async function isBlank(log: ReadableLog): Promise<boolean> {
  return (await log.fact('kind')) === undefined && (await log.events()[Symbol.asyncIterator]().next()).done === true;
}

async function formatOf(log: ReadableLog, folder: string): Promise<number> {
  const format = (await log.fact('format')) ?? 1;
  if (typeof format === 'number' && format <= FORMAT) return format;
  throw new EvospiceError('RUN_FORMAT', `the run in ${folder} was stored in format ${String(format)}, which this version of Evospice does not know`, {
    received: format, expected: `a format up to ${FORMAT}`, remedy: 'use the version of Evospice that stored it, or a later one',
  });
}

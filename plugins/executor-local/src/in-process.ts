import type { JobHost, Job, Json, Logger, WorkSource } from '@evospice/contracts';
import { cancelled, overdue, type JobRunner, type RunOptions } from './local-job-queue.ts';
import { loadHost } from './load-host.ts';

/** Loads the module here and runs its jobs on this process's event loop. */
export async function openHere(source: WorkSource, log: Logger): Promise<JobRunner> {
  const closing = new AbortController();
  const host = await loadHost({ ...source, setup: structuredClone(source.setup) }, { signal: closing.signal, log });
  return {
    run: (job, options) => runHere(host, job, options),
    close: () => {
      closing.abort();
      return host.close();
    },
  };
}

/**
 * A job that heeds the signal may return or throw what it likes: it counts as cancelled either way. One that is overdue is given
 * up and left to itself, since nothing can end it here.
 */
async function runHere(host: JobHost, job: Job, { signal, limitSeconds }: RunOptions): Promise<Json> {
  const stop = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  late.catch(() => undefined);
  const timer = limitSeconds === undefined ? undefined : setTimeout(() => {
    const error = overdue(job, limitSeconds);
    reject(error);
    stop.abort(error);
  }, limitSeconds * 1000);
  try {
    const answer = await Promise.race([host.handle(job, { signal: AbortSignal.any([signal, stop.signal]) }), late]);
    if (!signal.aborted) return structuredClone(answer);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  throw cancelled(job, signal);
}

import { EvospiceError, type JobHost, type Json } from '@evospice/contracts';
import { extractionHost } from './extraction-host.ts';
import { sharedParts } from './shared-parts.ts';

/** Worker module for parts that exist in one process only. Its set-up is the key that they are shared under. */
export default function localWorker(setup: Json): Promise<JobHost> {
  const parts = sharedParts(String(setup));
  if (parts !== undefined) return Promise.resolve(extractionHost(parts));
  return Promise.reject(new EvospiceError('PROBLEM_WORKER', 'the parts of this problem exist in another process', {
    received: setup, expected: 'an executor that runs jobs in the process of the run', remedy: 'leave out `processes` in the options of the executor',
  }));
}

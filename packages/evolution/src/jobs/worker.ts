import { EvospiceError, jobHost, siblingModule, type JobHost, type Json, type WorkSource } from '@evospice/contracts';
import { EXTRACTION_JOB, extractionHandler, type ExtractionParts } from './extraction-job.ts';
import { FIT_JOB, fitHandler } from './fit-job.ts';

/** Parts by the number that stands for them in a set-up: they cannot leave this process. */
const handed = new Map<number, ExtractionParts>();
let last = 0;

/** Work for an executor that runs jobs in this process. `release` forgets the parts. */
export function workWith(parts: ExtractionParts): { readonly source: WorkSource; release(): void } {
  last += 1;
  const number = last;
  handed.set(number, parts);
  return { source: { module: siblingModule('./worker', import.meta.url), setup: number }, release: () => void handed.delete(number) };
}

/** Worker module of an evolution. */
export default function evolutionJobs(setup: Json): Promise<JobHost> {
  const parts = handed.get(Number(setup));
  if (parts === undefined) {
    return Promise.reject(new EvospiceError('EXECUTOR_MODULE', 'an evolution runs its jobs in its own process', { received: setup, remedy: 'leave out `processes` in the options of the executor' }));
  }
  return Promise.resolve(jobHost({ [EXTRACTION_JOB]: extractionHandler(parts), [FIT_JOB]: fitHandler(parts) }));
}

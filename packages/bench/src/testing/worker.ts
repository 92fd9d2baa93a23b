import type { JobHost, Json } from '@evospice/contracts';
import { cellJobs } from '../run/cell-job.ts';
import { CellRunner } from '../run/cell-runner.ts';
import { testParts } from './bench-parts.ts';

/** Worker module for tests: analytic diodes. */
export default async function testCells(_setup: Json): Promise<JobHost> {
  return cellJobs(new CellRunner(testParts()));
}

import { benchHost, cellJobs, type BenchSetup } from '@evospice/bench';
import type { JobHost, Json } from '@evospice/contracts';
import { benchServices } from './compose/bench-services.ts';
import { cliKernel } from './compose/kernel.ts';
import { tolerateClosedPipes } from './output/closed-pipes.ts';

tolerateClosedPipes();

/** Worker module of `evospice bench`: a kernel of its own from the same plugins. */
export default async function benchJobs(setup: Json): Promise<JobHost> {
  const told = setup as unknown as BenchSetup;
  const kernel = await cliKernel({ plugins: told.plugins, from: told.file, verbose: told.verbose });
  return cellJobs(benchHost(benchServices(kernel), told));
}

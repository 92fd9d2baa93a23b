import { extractionHost, sharedParts } from '@evospice/extraction-problem';
import type { JobHost, JobModule } from '@evospice/contracts';
import { extractionParts, type ExtractionSetup } from './compose/extraction-work.ts';
import { cliKernel } from './compose/kernel.ts';

/** Worker module of `evospice evolve`: uses the parts of the run where it is in the same process, else makes its own from the same plugins. */
const extractionWorker: JobModule = async (setup): Promise<JobHost> => {
  const told = setup as unknown as ExtractionSetup;
  const shared = sharedParts(told.key);
  if (shared !== undefined) return extractionHost(shared);
  const kernel = await cliKernel({ plugins: told.plugins, from: told.file });
  const { parts, close } = await extractionParts(kernel, told);
  const host = extractionHost(parts);
  return {
    handle: (job, options) => host.handle(job, options),
    close: async () => {
      await host.close();
      await close();
    },
  };
};

export default extractionWorker;

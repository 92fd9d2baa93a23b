import { serveCells } from '@evospice/bench';
import { benchHost, type BenchSetup } from './compose/bench-host.ts';
import { cliKernel } from './compose/kernel.ts';
import { tolerateClosedPipes } from './output/closed-pipes.ts';

tolerateClosedPipes();

/** Start of a worker process of `evospice bench`: a kernel of its own from the same plugins. */
serveCells(async (setup) => {
  const told = setup as BenchSetup;
  const kernel = await cliKernel({ plugins: told.plugins, from: told.file, verbose: told.verbose });
  return benchHost(kernel, told);
});

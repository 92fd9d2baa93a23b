import { jobHost, type JobHost, type Json, type Selection } from '@evospice/contracts';
import { taskNamed } from '@evospice/device';
import { openCardRules } from '@evospice/tune';
import { cliKernel } from './compose/kernel.ts';
import { tolerateClosedPipes } from './output/closed-pipes.ts';

tolerateClosedPipes();

/** What the worker of a tuning page is told: plain data. */
export interface TuneSetup {
  readonly plugins: readonly string[];
  /** As the command line named it. */
  readonly task: string;
  readonly rules: readonly Selection[];
  readonly simulator?: Selection;
}

/** The one kind of job: values of the tunables by name are answered with the findings. */
export const FINDINGS_JOB = 'findings';

/** Worker module of `evospice tune`: rules take seconds on a large task, in which the page is not to stand still. */
export default async function tuneJobs(setup: Json): Promise<JobHost> {
  const { plugins, task: name, rules, simulator } = setup as unknown as TuneSetup;
  const { registry } = await cliKernel({ plugins });
  const opened = await openCardRules(registry, await taskNamed(registry, name), rules, simulator);
  return jobHost({ [FINDINGS_JOB]: async (values) => (await opened.findings(values as Readonly<Record<string, number>>)) as unknown as Json }, () => opened.close());
}

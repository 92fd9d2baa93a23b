import { resolve } from 'node:path';
import { readBenchRecord, storedOutcome } from '@evospice/bench';
import { EvospiceError, type RunLog } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';
import { storedExtra, writeEvolutionReport } from '@evospice/report';
import { writeBenchResults } from '../compose/bench-results.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export const registerReport: RegisterVerb = (program, { kernel }) => {
  program
    .command('report')
    .description('write the report of a run again, from its stored events')
    .argument('<folder>', 'folder of the run')
    .addOption(jsonOption())
    .action((folder: string, options: Common) => runCommand(options.json, () => reportCommand(kernel, folder)));
};

/** `evospice report`: the report of a stored evolution or benchmark, made again from its events alone. */
export async function reportCommand(kernel: Kernel, location: string): Promise<CommandResult> {
  const folder = resolve(location);
  const store = kernel.registry.create('RunStore', 'sqlite');
  if (!(await store.exists(folder))) {
    throw new EvospiceError('USAGE_REPORT', `${folder} holds no run`, { received: folder, expected: 'the folder of an evolution or of a benchmark', remedy: 'check the path' });
  }
  const log = await store.open(folder, 'read');
  try {
    return (await log.fact('kind')) === 'bench' ? await benchReport(folder, log) : await evolutionReport(folder, log);
  } finally {
    await log.close();
  }
}

async function evolutionReport(folder: string, log: RunLog): Promise<CommandResult> {
  const title = await log.fact('title');
  const [report] = await writeEvolutionReport(folder, await Array.fromAsync(log.events()), { ...(typeof title === 'string' ? { title } : {}), ...(await storedExtra(log, folder)) });
  if (report === undefined) {
    throw new EvospiceError('USAGE_REPORT', `the run in ${folder} is no evolution and no benchmark`, {
      received: await log.fact('kind'), expected: 'the folder of an evolution or of a benchmark', remedy: 'an extraction writes its report itself: give its command again',
    });
  }
  return { document: { report }, text: report };
}

/** With the report, the analysis and the tables, so that all of them say the same. */
async function benchReport(folder: string, log: RunLog): Promise<CommandResult> {
  const record = await readBenchRecord(log);
  const outcome = record === undefined ? undefined : await storedOutcome(record.plan, log);
  if (record === undefined || outcome === undefined || outcome.runs.length + outcome.notApplicable.length === 0) {
    throw new EvospiceError('USAGE_REPORT', `the benchmark in ${folder} has no runs yet`, {
      received: 'no runs', expected: 'a benchmark that has been begun', remedy: 'give the command of the benchmark again, which goes on with it',
    });
  }
  const { files: { report, analysis, tables }, notices } = await writeBenchResults(folder, record, outcome);
  return { document: { report, analysis, tables, notices }, text: [...notices, report].join('\n') };
}

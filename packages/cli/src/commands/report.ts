import { resolve } from 'node:path';
import type { Kernel } from '@evospice/kernel';
import { withStoredRun } from '@evospice/runs';
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

/** `evospice report`: what the kind of a stored run makes of its events and facts alone. */
export function reportCommand({ registry }: Kernel, location: string): Promise<CommandResult> {
  return withStoredRun(registry.create('RunStore', 'sqlite'), resolve(location), async (run) => {
    const { report, files = {}, notices = [] } = await registry.create('RunKind', run.kind).report(run);
    return { document: { report, ...files, ...(notices.length === 0 ? {} : { notices }) }, text: [...notices, report].join('\n') };
  });
}

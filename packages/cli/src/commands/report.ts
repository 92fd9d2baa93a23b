import { resolve } from 'node:path';
import type { Selection } from '@evospice/contracts';
import { defined } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { fold } from '@evospice/report';
import { withStoredRun } from '@evospice/runs';
import { OwnFiles } from '../compose/own-files.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface ReportOptions {
  /** What the run is kept by. */
  readonly store: Selection;
}

export const registerReport: RegisterVerb = (program, { kernel }) => {
  program
    .command('report')
    .description('write the report of a run again, from its stored events')
    .argument('<folder>', 'folder of the run')
    .addOption(choiceOption('store', 'sqlite'))
    .addOption(jsonOption())
    .action((folder: string, options: Common & ReportOptions) => runCommand(options.json, () => reportCommand(kernel, folder, options)));
};

/** `evospice report`: what the kind of a stored run makes of its events and facts alone. */
function reportCommand({ registry }: Kernel, location: string, { store }: ReportOptions): Promise<CommandResult> {
  return withStoredRun(registry.create('RunStore', store), resolve(location), async (run) => {
    const kind = registry.create('RunKind', run.kind);
    const own = await OwnFiles.claim(run.folder, { names: kind.files, holdsRun: async () => true });
    const { report, files = {}, notices } = await own.write(kind.files, () => kind.report(run));
    return { document: { report, ...files, ...defined({ notices }) }, text: [...(notices ?? []).map((notice) => fold(notice)), report].join('\n') };
  });
}

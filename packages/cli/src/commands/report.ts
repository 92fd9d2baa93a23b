import { resolve } from 'node:path';
import { EvospiceError, type Kernel } from '@evospice/kernel';
import { storedExtra, writeEvolutionReport } from '@evospice/report';
import type { CommandResult } from '../output/run-command.ts';

/** `evospice report`: the report of a stored evolution, made again from its events alone. */
export async function reportCommand(kernel: Kernel, location: string): Promise<CommandResult> {
  const folder = resolve(location);
  const log = await kernel.registry.create('RunStore', 'sqlite').open(folder, 'read');
  try {
    const title = log.fact('title');
    const [report] = await writeEvolutionReport(folder, [...log.events()], { ...(typeof title === 'string' ? { title } : {}), ...storedExtra(log, folder) });
    if (report === undefined) {
      throw new EvospiceError('USAGE_REPORT', `the run in ${folder} is no evolution`, {
        met: log.fact('kind'), expected: 'the folder of an evolution', remedy: 'an extraction writes its report itself: give its command again',
      });
    }
    return { document: { report }, text: report };
  } finally {
    log.close();
  }
}

import { resolve } from 'node:path';
import { ConfigurationFolder, EvospiceError, type Selection } from '@evospice/contracts';
import { CONTROL_FACT, controlArchive, readRun, replay, SEED, type Control } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { withEvolution } from '../compose/stored-evolution.ts';

interface ReplayOptions {
  readonly store: Selection;
}

export const registerReplay: RegisterVerb = (program, { kernel }) => {
  program
    .command('replay')
    .description('make archive and champion of an evolution again from its events, and compare')
    .argument('<folder>', 'folder of the run')
    .addOption(choiceOption('store', 'sqlite'))
    .addOption(jsonOption())
    .action((folder: string, options: Common & ReplayOptions) => runCommand(options.json, () => replayCommand(kernel, resolve(folder), options)));
};

/** `evospice replay`: whether a run's archive and champion follow from what it stored; exit code 1 if not. */
function replayCommand(kernel: Kernel, folder: string, { store }: ReplayOptions): Promise<CommandResult> {
  return withEvolution(kernel, { folder, store }, async ({ log }) => {
    const control = (await log.fact(CONTROL_FACT)) as Control['name'] | undefined;
    const configuration = (await log.fact('configuration')) as { readonly archive?: Selection } | undefined;
    if (control === undefined && configuration?.archive === undefined) {
      throw new EvospiceError('USAGE_REPLAY', `the run in ${folder} does not say which archive it began with`, { expected: 'an evolution that has begun', remedy: 'resume it, or begin anew' });
    }
    const file = await log.fact('configuration-file');
    if (typeof file === 'string') kernel.container.get<ConfigurationFolder>(ConfigurationFolder).path = resolve(file, '..');
    const view = await readRun(log);
    const hasSeeds = [...view.programs.values()].some(({ program }) => program.proposer === SEED);
    const archive = control === undefined ? kernel.registry.create('Archive', configuration?.archive as Selection) : controlArchive(control, hasSeeds);
    const differences = replay(view, archive);
    const champion = view.champion?.program.id ?? null;
    return {
      document: { run: folder, programs: view.judged.length, elites: view.elites.length, champion, equal: differences.length === 0, differences },
      text: differences.length === 0
        ? `equal: ${view.judged.length} programs give the same archive of ${view.elites.length} elites and the same champion (${champion ?? 'none'})`
        : [`NOT equal, in ${differences.length} places:`, ...differences.slice(0, 20).map(({ what, program, stored, replayed }) => `${what}${program === null ? '' : ` of ${program}`}: stored ${JSON.stringify(stored)}, replayed ${JSON.stringify(replayed)}`)].join('\n'),
      exitCode: differences.length === 0 ? 0 : 1,
    };
  });
}

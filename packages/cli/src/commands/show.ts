import { resolve } from 'node:path';
import type { Selection } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { listPrograms, showProgram } from '@evospice/report';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { withEvolution } from '../compose/stored-evolution.ts';

interface ShowOptions {
  readonly store: Selection;
}

export const registerShow: RegisterVerb = (program, { kernel }) => {
  program
    .command('show')
    .description('show a program of an evolution: source, changes, prompts and answers, scores; or list all of them')
    .argument('<folder>', 'folder of the run')
    .argument('[program]', 'id of the program, such as p0012')
    .addOption(choiceOption('store', 'sqlite'))
    .addOption(jsonOption())
    .action((folder: string, id: string | undefined, options: Common & ShowOptions) => runCommand(options.json, () => showCommand(kernel, { folder: resolve(folder), id, ...options })));
};

/** `evospice show`: what the stored events say of one program, or of all. */
function showCommand(kernel: Kernel, { folder, id, store }: ShowOptions & { readonly folder: string; readonly id: string | undefined }): Promise<CommandResult> {
  return withEvolution(kernel, { folder, store }, async ({ log }) => {
    const events = await Array.fromAsync(log.events());
    return id === undefined ? listPrograms(events) : showProgram(events, id);
  });
}

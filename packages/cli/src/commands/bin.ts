import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { counted, type Task } from '@evospice/contracts';
import { taskNamed } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import { binnedParameters, binTask, libraryText, sizeText, type BinnedTask, type GeometryErrors } from '@evospice/local-cards';
import { fold } from '@evospice/report';
import { beginningWith, commonLines, errorText, localMeans, localText } from '../compose/local-cards.ts';
import { runFolder } from '../compose/output-folder.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { nameOf } from '../options/choices.ts';
import { repeatable, taskArgument, type Common } from '../options/common.ts';
import { addLocalCardOptions, type LocalCardOptions } from '../options/local-card-options.ts';
import type { RegisterVerb } from '../options/services.ts';
import { decades } from '../output/format.ts';
import { noteLines } from '../output/note-lines.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

const files = ['binned.mod', 'binning.json'] as const;

export const registerBin: RegisterVerb = (program, { kernel }) => {
  const command = program
    .command('bin')
    .description('extract a card for each geometry, and put terms of length and width through them: a binned library')
    .argument(...taskArgument)
    .addOption(repeatable('--parameter <name>', 'parameter that varies from bin to bin', 'vth0, k2, u0, vsat, voff, nfactor and eta0, as far as they are tunables'));
  addLocalCardOptions(command, 'geometry')
    .action((task: string, options: Common & LocalCardOptions) => runCommand(options.json, (signal) => binCommand(kernel, task, options, signal)));
};

/** `evospice bin`: a library of bins for the lengths and widths that were measured. */
async function binCommand(kernel: Kernel, taskName: string, options: LocalCardOptions, signal: AbortSignal): Promise<CommandResult> {
  const task = await beginningWith(kernel, await taskNamed(kernel.registry, taskName), options.card);
  const parameters = await binnedParameters(task, options.parameter.length === 0 ? undefined : options.parameter);
  const own = await OwnFiles.claim(options.out ?? runFolder('bin', task.id, options.optimizer === undefined ? 'default' : nameOf(options.optimizer), `s${options.seed}`), { names: files });
  const binned = await binTask({
    task, parameters, common: options.card === undefined, tolerance: options.tolerance, means: localMeans(kernel, options, signal),
    onLocal: ({ instance, ...local }) => process.stderr.write(`${instance}: ${localText(local)}\n`),
  });
  const library = libraryText(binned.bins, binned.cards, comments(task, parameters, binned, options));
  const { common, locals, bins, filled, geometries, errors } = binned;
  const { budget, tolerance: allowed, seed: chosen, metric, simulator } = options;
  const document = {
    task: task.id, card: task.model.card.file, parameters, optimizer: options.optimizer === undefined ? null : nameOf(options.optimizer), budget, tolerance: allowed, seed: chosen, metric, simulator: nameOf(simulator),
    common, locals, bins: bins.map((bin, index) => ({ name: `${task.model.card.name}.${index + 1}`, ...bin })), filled, geometries, errors, notes: [...(task.remarks ?? []), ...task.notes],
    files: Object.fromEntries(files.map((name) => [name === 'binned.mod' ? 'library' : 'figures', join(own.folder, name)])),
  };
  await own.write(files, async () => {
    await writeFile(join(own.folder, 'binned.mod'), library);
    await writeFile(join(own.folder, 'binning.json'), `${JSON.stringify(document, null, 2)}\n`);
  });
  return { document, text: textOf(task, parameters, binned, own.folder) };
}

/** A library that follows the fit and not the devices shows between them. */
function worseLines({ validate }: BinnedTask['errors']): readonly string[] {
  if (validate?.before.relativeRms == null || validate.after.relativeRms == null || validate.after.relativeRms <= validate.before.relativeRms) return [];
  return [fold('  warning: the held-out curves got worse by the bins: vary fewer parameters (--parameter), allow more (--tolerance), or measure more sizes', 4)];
}

function comments(task: Task, parameters: readonly string[], { locals, filled, errors, bins }: BinnedTask, { seed: chosen, simulator, card }: LocalCardOptions): readonly string[] {
  const errorsOf = Object.entries(errors).map(([split, { before, after }]) => `${split} ${errorText(before)} -> ${errorText(after)}`).join('; ');
  return [
    `${task.id}: ${counted(bins.length, 'bin')} by evospice bin, simulated with ${nameOf(simulator)}, seed ${chosen}, from ${card === undefined ? 'the card of the task' : basename(card)}`,
    `binned parameters: ${parameters.join(', ')}`,
    `extracted at ${locals.map(({ instance }) => instance).join(', ')}`,
    ...(filled.length === 0 ? [] : [`filled in between neighbours, not measured: ${filled.map(sizeText).join('; ')}`]),
    `relative RMS errors, one card -> bins: ${errorsOf}`,
  ];
}

function textOf(task: Task, parameters: readonly string[], { common, locals, bins, filled, geometries, errors }: BinnedTask, folder: string): string {
  const line = ({ instance, split, bin, outside, before, after }: GeometryErrors): string =>
    `  ${split.padEnd(9)} ${errorText(before).padStart(9)} -> ${errorText(after).padStart(9)} ${decades(before.logRms).padStart(11)} -> ${decades(after.logRms).padStart(11)}  ${instance} (bin ${bin + 1}${outside ? ', outside of it' : ''})`;
  return [
    fold(`${task.id}: ${counted(bins.length, 'bin')}, ${parameters.length} binned parameters, ${counted(locals.reduce((sum, { spent }) => sum + spent, 0), 'simulation')} of single geometries`, 2),
    ...commonLines(common),
    '  relative and log RMS: one card for all -> binned library',
    ...geometries.map(line),
    '',
    ...Object.entries(errors).map(([split, { before, after }]) => `  ${split.padEnd(9)} ${errorText(before).padStart(9)} -> ${errorText(after).padStart(9)} ${decades(before.logRms).padStart(11)} -> ${decades(after.logRms).padStart(11)}  all curves`),
    ...worseLines(errors),
    ...filled.map((size) => fold(`  filled in between neighbours, not measured: ${sizeText(size)}`, 4)),
    ...noteLines(task.remarks),
    '',
    ...files.map((name) => `  ${join(folder, name)}`),
  ].join('\n');
}

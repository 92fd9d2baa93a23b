import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { binnedParameters, binTask, libraryText, sizeText, type BinnedTask, type GeometryErrors } from '@evospice/binning';
import { counted, EvospiceError, type Optimizer, type Selection, type Task } from '@evospice/contracts';
import { taskNamed } from '@evospice/device';
import { optimizerLibrary, type SplitErrors } from '@evospice/extraction';
import type { Kernel } from '@evospice/kernel';
import { fold } from '@evospice/report';
import { InvalidArgumentError, Option } from 'commander';
import { defaultOptimizer } from '../compose/default-optimizer.ts';
import { readCard } from '../compose/cards.ts';
import { runFolder } from '../compose/output-folder.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { choiceOption, nameOf, selectionOf } from '../options/choices.ts';
import { jsonOption, metricOption, repeatable, taskArgument, type Common } from '../options/common.ts';
import { positive, seed } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { decades, percent } from '../output/format.ts';
import { noteLines } from '../output/note-lines.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface BinOptions {
  /** Binned parameters; the usual ones when empty. */
  readonly parameter: readonly string[];
  /** Common card; extracted when left out. */
  readonly card?: string;
  /** The best for each geometry when left out. */
  readonly optimizer?: Selection;
  /** Budget units of the common card, and of each geometry. */
  readonly budget: number;
  readonly tolerance: number;
  readonly seed: number;
  readonly metric: 'relative' | 'log';
  readonly simulator: Selection;
  readonly out?: string;
}

const files = ['binned.mod', 'binning.json'] as const;

/** A part by which an error may grow. */
const tolerance = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < 10)) throw new InvalidArgumentError('Expected a number from 0, such as 0.1 for a tenth.');
  return value;
};

export const registerBin: RegisterVerb = (program, { kernel }) => {
  program
    .command('bin')
    .description('extract a card for each geometry, and put terms of length and width through them: a binned library')
    .argument(...taskArgument)
    .addOption(repeatable('--parameter <name>', 'parameter that varies from bin to bin', 'vth0, k2, u0, vsat, voff, nfactor and eta0, as far as they are tunables'))
    .option('--card <file>', 'common card that every geometry begins with, as it is; extracted for all geometries together when left out')
    .addOption(new Option('--optimizer <name>', 'an optimizer: a name, or name:{…} with options (default: the best for each geometry)').argParser(selectionOf))
    .option('--budget <n>', 'simulations for the common card, and again for each geometry', positive, 60)
    .option('--tolerance <part>', 'by how much the training error of a geometry may grow for values that are nearer to the common card', tolerance, 0.1)
    .option('--seed <n>', 'seed of every random choice', seed, 1)
    .addOption(metricOption('error to minimise'))
    .option('--out <folder>', 'where library and figures go')
    .addOption(choiceOption('simulator', 'ngspice'))
    .addOption(jsonOption())
    .action((task: string, options: Common & BinOptions) => runCommand(options.json, (signal) => binCommand(kernel, task, options, signal)));
};

/** `evospice bin`: a library of bins for the lengths and widths that were measured. */
async function binCommand(kernel: Kernel, taskName: string, options: BinOptions, signal: AbortSignal): Promise<CommandResult> {
  const { registry } = kernel;
  const task = await beginningWith(kernel, await taskNamed(registry, taskName), options.card);
  const parameters = binnedParameters(task, options.parameter.length === 0 ? undefined : options.parameter);
  const named = options.optimizer === undefined ? undefined : registry.create('Optimizer', options.optimizer);
  const own = await OwnFiles.claim(options.out ?? runFolder('bin', task.id, named?.name ?? 'default', `s${options.seed}`), { names: files });
  const binned = await binTask({
    task, parameters, signal, common: options.card === undefined,
    optimizerOf: async (of): Promise<Optimizer> => named ?? registry.create('Optimizer', (await defaultOptimizer(of, false)).name),
    optimizers: optimizerLibrary(registry), simulator: registry.create('Simulator', options.simulator),
    budget: options.budget, seed: options.seed, metric: options.metric, tolerance: options.tolerance,
    onLocal: ({ instance, spent, optimizer, start, final }) => process.stderr.write(`${instance}: ${errorText(start)} -> ${errorText(final)}, ${counted(spent, 'simulation')} by ${optimizer}\n`),
  });
  const library = libraryText(binned.bins, binned.cards, comments(task, parameters, binned, options));
  const { common, locals, bins, filled, geometries, errors } = binned;
  const { budget, tolerance: allowed, seed: chosen, metric, simulator } = options;
  const document = {
    task: task.id, card: task.model.card.file, parameters, optimizer: named?.name ?? null, budget, tolerance: allowed, seed: chosen, metric, simulator: nameOf(simulator),
    common, locals, bins: bins.map((bin, index) => ({ name: `${task.model.card.name}.${index + 1}`, ...bin })), filled, geometries, errors, notes: [...(task.remarks ?? []), ...task.notes],
    files: Object.fromEntries(files.map((name) => [name === 'binned.mod' ? 'library' : 'figures', join(own.folder, name)])),
  };
  await own.write(files, async () => {
    await writeFile(join(own.folder, 'binned.mod'), library);
    await writeFile(join(own.folder, 'binning.json'), `${JSON.stringify(document, null, 2)}\n`);
  });
  return { document, text: textOf(task, parameters, binned, own.folder) };
}

/** The task with another card of the same kind; tunables begin at its values. @throws EvospiceError `USAGE_BIN` for one outside its bounds */
async function beginningWith(kernel: Kernel, task: Task, file: string | undefined): Promise<Task> {
  if (file === undefined) return task;
  const card = await readCard(kernel, task, file);
  const tunables = task.tunables.map((tunable) => {
    const start = card.value(tunable.name) ?? tunable.start;
    if (start >= tunable.lower && start <= tunable.upper) return { ...tunable, start };
    throw new EvospiceError('USAGE_BIN', `${tunable.name} = ${start} of the card lies outside the task's bounds`, { received: start, expected: `a value from ${tunable.lower} to ${tunable.upper}`, remedy: 'widen the bounds in task.yaml', file });
  });
  return { ...task, tunables, model: { ...task.model, card } };
}

/** A library that follows the fit and not the devices shows between them. */
function worseLines({ validate }: BinnedTask['errors']): readonly string[] {
  if (validate?.before.relativeRms == null || validate.after.relativeRms == null || validate.after.relativeRms <= validate.before.relativeRms) return [];
  return [fold('  warning: the held-out curves got worse by the bins: vary fewer parameters (--parameter), allow more (--tolerance), or measure more sizes', 4)];
}

function comments(task: Task, parameters: readonly string[], { locals, filled, errors, bins }: BinnedTask, { seed: chosen, simulator, card }: BinOptions): readonly string[] {
  const errorsOf = Object.entries(errors).map(([split, { before, after }]) => `${split} ${errorText(before)} -> ${errorText(after)}`).join('; ');
  return [
    `${task.id}: ${counted(bins.length, 'bin')} by evospice bin, simulated with ${nameOf(simulator)}, seed ${chosen}, from ${card === undefined ? 'the card of the task' : basename(card)}`,
    `binned parameters: ${parameters.join(', ')}`,
    `extracted at ${locals.map(({ instance }) => instance).join(', ')}`,
    ...(filled.length === 0 ? [] : [`filled in between neighbours, not measured: ${filled.map(sizeText).join('; ')}`]),
    `relative RMS errors, one card -> bins: ${errorsOf}`,
  ];
}

const errorText = ({ relativeRms }: SplitErrors): string => percent(relativeRms);

function textOf(task: Task, parameters: readonly string[], { common, locals, bins, filled, geometries, errors }: BinnedTask, folder: string): string {
  const line = ({ instance, split, bin, outside, before, after }: GeometryErrors): string =>
    `  ${split.padEnd(9)} ${errorText(before).padStart(9)} -> ${errorText(after).padStart(9)} ${decades(before.logRms).padStart(11)} -> ${decades(after.logRms).padStart(11)}  ${instance} (bin ${bin + 1}${outside ? ', outside of it' : ''})`;
  return [
    fold(`${task.id}: ${counted(bins.length, 'bin')}, ${parameters.length} binned parameters, ${counted(locals.reduce((sum, { spent }) => sum + spent, 0), 'simulation')} of single geometries`, 2),
    ...(common === null ? [] : [fold(`  one card for all, by ${common.optimizer} in ${counted(common.spent, 'simulation')}: training ${errorText(common.start)} -> ${errorText(common.final)}`, 4)]),
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

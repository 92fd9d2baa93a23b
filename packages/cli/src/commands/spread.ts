import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { counted, type Task } from '@evospice/contracts';
import { taskNamed } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import { spreadParameters, spreadTask, type CornerCard, type SpreadTask } from '@evospice/local-cards';
import { engineering, fold, plainNumber, textTable } from '@evospice/report';
import { beginningWith, commonLines, localMeans, localText } from '../compose/local-cards.ts';
import { runFolder } from '../compose/output-folder.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { nameOf } from '../options/choices.ts';
import { repeatable, taskArgument, type Common } from '../options/common.ts';
import { addLocalCardOptions, type LocalCardOptions } from '../options/local-card-options.ts';
import { positive } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { noteLines } from '../output/note-lines.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface SpreadOptions extends LocalCardOptions {
  /** How far out the fast and the slow card are. */
  readonly sigmas: number;
}

const files = ['typical.mod', 'fast.mod', 'slow.mod', 'spread.json'] as const;
/** A standard deviation of fewer dies is known to a quarter at best. */
const few = 10;
/** Correlations that are worth a line. */
const strong = 0.7;

export const registerSpread: RegisterVerb = (program, { kernel }) => {
  const command = program
    .command('spread')
    .description('extract a card for each die: how parameters spread, and a typical, a fast and a slow card')
    .argument(...taskArgument)
    .addOption(repeatable('--parameter <name>', 'parameter that varies from die to die', 'the usual ones among the tunables, such as vth0, u0, toxe, vsat; is, bf'))
    .option('--sigmas <n>', 'how many standard deviations of the largest current the fast and the slow card are away', positive, 3);
  addLocalCardOptions(command, 'die')
    .action((task: string, options: Common & SpreadOptions) => runCommand(options.json, (signal) => spreadCommand(kernel, task, options, signal)));
};

/** `evospice spread`: what varies from die to die, and the cards of its corners. */
async function spreadCommand(kernel: Kernel, taskName: string, options: SpreadOptions, signal: AbortSignal): Promise<CommandResult> {
  const task = await beginningWith(kernel, await taskNamed(kernel.registry, taskName), options.card);
  const parameters = options.parameter.length > 0 ? options.parameter : spreadParameters(task);
  const optimizer = options.optimizer === undefined ? null : nameOf(options.optimizer);
  const own = await OwnFiles.claim(options.out ?? runFolder('spread', task.id, optimizer ?? 'default', `s${options.seed}`), { names: files });
  const { budget, tolerance, seed, metric, sigmas, simulator } = options;
  const spread = await spreadTask({
    task, parameters, common: options.card === undefined, tolerance, sigmas, means: localMeans(kernel, options, signal),
    onLocal: ({ die, ...local }) => process.stderr.write(`${die}: ${localText(local)}\n`),
  });
  const { corners, ...found } = spread;
  const document = {
    task: task.id, card: task.model.card.file, optimizer, budget, tolerance, seed, metric, sigmas, simulator: nameOf(simulator), ...found,
    corners: corners.map(({ card: _card, ...corner }) => corner), warnings: warningsOf(spread), notes: [...(task.remarks ?? []), ...task.notes],
    files: Object.fromEntries(files.map((name) => [name.replace(/\..*$/u, ''), join(own.folder, name)])),
  };
  await own.write(files, async () => {
    for (const corner of corners) await writeFile(join(own.folder, `${corner.name}.mod`), cornerText(task, corner, spread, options));
    await writeFile(join(own.folder, 'spread.json'), `${JSON.stringify(document, null, 2)}\n`);
  });
  return { document, text: textOf(task, spread, options, own.folder) };
}

function cornerText(task: Task, { name, card, figure }: CornerCard, { dies, parameters }: SpreadTask, { sigmas, seed, simulator, card: given }: SpreadOptions): string {
  return [
    `* ${name} card of ${task.id} by evospice spread: ${counted(dies.length, 'die', 'dies')}${name === 'typical' ? '' : `, ${sigmas} standard deviations of the largest current from the typical one`}`,
    `* varied: ${parameters.map((parameter) => parameter.name).join(', ')}; simulated with ${nameOf(simulator)}, seed ${seed}, from ${given === undefined ? 'the card of the task' : basename(given)}`,
    `* largest current ${engineering(figure, 'A')}`,
    card.toString(),
  ].join('\n');
}

function warningsOf({ dies, corners, parameters }: SpreadTask): readonly string[] {
  const outside = [...new Set(corners.flatMap((corner) => corner.outside))];
  const still = parameters.filter(({ deviation }) => deviation === 0).map(({ name }) => name);
  return [
    ...(dies.length < few ? [`${dies.length} dies: a standard deviation is known to about ${Math.round(100 / Math.sqrt(2 * (dies.length - 1)))} % only`] : []),
    ...(outside.length > 0 ? [`outside of the task's bounds in a corner: ${outside.join(', ')}`] : []),
    ...(still.length > 0 ? [`the same on every die: ${still.join(', ')}`] : []),
  ];
}

function textOf(task: Task, spread: SpreadTask, { sigmas }: SpreadOptions, folder: string): string {
  const { common, dies, parameters, correlation, figure, corners } = spread;
  const rows = parameters.map(({ name, scale, typical, deviation, least, most }) => [name, plainNumber(typical, 5), scale === 'log' ? `${plainNumber(100 * deviation, 3)} %` : plainNumber(deviation, 3), plainNumber(least, 5), plainNumber(most, 5)]);
  const pairs = parameters.flatMap((a, i) => parameters.slice(i + 1).flatMap((b, j) => {
    const value = correlation[i]![i + 1 + j]!;
    return Math.abs(value) >= strong ? [`${a.name} and ${b.name} ${value.toFixed(2)}`] : [];
  }));
  const currents = dies.flatMap((die) => (die.figure === null ? [] : [Math.abs(die.figure)]));
  return [
    fold(`${task.id}: ${counted(dies.length, 'die', 'dies')}, ${counted(parameters.length, 'parameter')}, ${counted(dies.reduce((sum, die) => sum + die.spent, 0), 'simulation')} of single dies`, 2),
    ...commonLines(common),
    textTable({ head: ['parameter', 'typical', 'deviation', 'least', 'most'], rows, right: [1, 2, 3, 4] }),
    ...(pairs.length === 0 ? [] : [fold(`  correlated: ${pairs.join(', ')}`, 4)]),
    fold(`  largest current, ${figure.column} of ${figure.curve} at ${plainNumber(figure.x, 4)}: measured ${engineering(Math.min(...currents), 'A')} to ${engineering(Math.max(...currents), 'A')}`, 4),
    ...corners.map((corner) => `  ${corner.name.padEnd(8)} ${engineering(corner.figure, 'A')}${corner.name === 'typical' ? '' : `, ${sigmas} standard deviations of ${plainNumber(100 * figure.deviation, 3)} %`}`),
    ...warningsOf(spread).map((warning) => fold(`  warning: ${warning}`, 4)),
    ...noteLines(task.remarks),
    '',
    ...files.map((name) => `  ${join(folder, name)}`),
  ].join('\n');
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { costProfile, lowest, parameterSpace, spaceAxes, type CostProfile } from '@evospice/bench';
import { createProblem, extract } from '@evospice/extraction';
import { taskNamed, testbenchOf } from '@evospice/device';
import { counted, type Candidate, type ExtractionProblem, type OptimizerContext, type Selection, type Task } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { renderCostProfile, renderParameterSpace, REPORT_FILE } from '@evospice/report';
import { openTestbench } from '@evospice/testbench';
import { clipToBounds } from '@evospice/toolbox';
import { Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { cardSettings, readCard } from '../compose/cards.ts';
import { runFolder } from '../compose/output-folder.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { choiceOption, nameOf, selectionText } from '../options/choices.ts';
import { jsonOption, metricOption, repeatable, taskArgument, type Common } from '../options/common.ts';
import { positive } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { numberSettings } from '../output/settings.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

interface AnalyseOptions {
  /** Card in whose values the analysis stands, in place of the start card. */
  readonly card?: string;
  /** `name=value` settings of parameters. */
  readonly set: readonly string[];
  readonly simulator: Selection;
  readonly metric: 'relative' | 'log';
  readonly out?: string;
}

export interface CostProfileCommandOptions extends AnalyseOptions {
  readonly resolution: number;
}

export interface ParameterSpaceCommandOptions extends AnalyseOptions {
  /** `name=count` points along each axis. */
  readonly points: readonly string[];
}

/** The verbs that look at a task's error without extracting anything. */
export const registerAnalyses: RegisterVerb = (program, { kernel }) => {
  const verb = (name: string, description: string) => program
    .command(name)
    .description(description)
    .argument(...taskArgument)
    .option('--card <file>', 'analyse at the values of this card rather than the start card')
    .addOption(repeatable('--set <name=value>', 'analyse at this value of a parameter'))
    .addOption(metricOption('error to look at'))
    .option('--out <folder>', 'where table and pictures go')
    .addOption(choiceOption('simulator', 'ngspice'))
    .addOption(jsonOption());
  verb('cost-profile', 'error along each parameter, the others standing still')
    .addOption(new Option('--resolution <n>', 'points along each parameter').argParser(positive).default(21))
    .action((task: string, options: Common & CostProfileCommandOptions) =>
      runCommand(options.json, (signal) => costProfileCommand(kernel, task, options, signal)));
  verb('parameter-space', 'error over a grid of some parameters')
    .addOption(repeatable('--points <name=count>', 'points along a parameter, from bound to bound').makeOptionMandatory())
    .action((task: string, options: Common & ParameterSpaceCommandOptions) =>
      runCommand(options.json, (signal) => parameterSpaceCommand(kernel, task, options, signal)));
};

/** `evospice cost-profile`: cost along every axis through a card, as CSV and pictures. */
async function costProfileCommand(kernel: Kernel, taskName: string, options: CostProfileCommandOptions, signal: AbortSignal): Promise<CommandResult> {
  const { task, problem, at } = await pointOf(kernel, taskName, options);
  const { resolution } = options;
  const out = await OwnFiles.claim(options.out ?? runFolder('cost-profile', task.id), { names: ['profile.csv', REPORT_FILE] });
  const profile = await analyse(kernel, task, options, 1 + problem.parameters.length * resolution, signal, (context) => costProfile(problem, context, { resolution, at }));
  const command = commandOf('cost-profile', taskName, options, ['--resolution', String(resolution)]);
  const rows = profile.axes.flatMap(({ parameter, points }) => points.map(({ value, error, relativeRms, logRms, failure }) => ({ parameter, value, error, relative_rms: relativeRms, log_rms: logRms, failure })));
  const html = renderCostProfile(profile, { task: task.id, title: task.title, simulator: nameOf(options.simulator), metric: options.metric, command });
  const files = await write(out, 'profile.csv', rows, html);
  return { document: { task: task.id, ...profile, ...files }, text: profileText(task, profile, files) };
}

/** `evospice parameter-space`: cost over a grid, as CSV and pictures. */
async function parameterSpaceCommand(kernel: Kernel, taskName: string, options: ParameterSpaceCommandOptions, signal: AbortSignal): Promise<CommandResult> {
  const { task, problem, at } = await pointOf(kernel, taskName, options);
  const request = { points: numberSettings('points', options.points), at };
  const axes = spaceAxes(problem, request);
  const out = await OwnFiles.claim(options.out ?? runFolder('parameter-space', task.id), { names: ['space.csv', REPORT_FILE] });
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  const points = await analyse(kernel, task, options, size, signal, (context) => parameterSpace(problem, context, request));
  const command = commandOf('parameter-space', taskName, options, options.points.flatMap((entry) => ['--points', entry]));
  const rows = points.map(({ values, error, relativeRms, logRms, failure }) => ({ ...Object.fromEntries(axes.map(({ parameter }, index) => [parameter, values[index]])), error, relative_rms: relativeRms, log_rms: logRms, failure }));
  const html = renderParameterSpace(axes, points, { task: task.id, title: task.title, simulator: nameOf(options.simulator), metric: options.metric, command });
  const files = await write(out, 'space.csv', rows, html);
  const best = lowest(points);
  const failures = points.filter(({ failure }) => failure !== undefined).length;
  return {
    document: { task: task.id, axes, size, failures, best: best ?? null, ...files },
    text: [
      `${task.id}: ${task.title}`,
      `  ${counted(size, 'point')} over ${axes.map(({ parameter, values }) => `${parameter} (${values.length})`).join(' x ')}, ${failures} failed`,
      ...(best === undefined ? [] : [`  least error ${best.error.toPrecision(4)} at ${axes.map(({ parameter }, index) => `${parameter} = ${best.values[index]!.toPrecision(5)}`).join(', ')}`]),
      `  table   ${files.table}`,
      `  report  ${files.report}`,
    ].join('\n'),
  };
}

/** The problem at the point of the analysis: tunables take the values of the card, then those set. */
async function pointOf(kernel: Kernel, taskName: string, options: AnalyseOptions): Promise<{ task: Task; problem: ExtractionProblem; at: Candidate }> {
  const task = await taskNamed(kernel.registry, taskName);
  const problem = createProblem(task, { metric: options.metric });
  const set = cardSettings(options.set, task);
  const card = options.card === undefined ? undefined : await readCard(kernel, task, options.card);
  const at = problem.parameters.map(({ name, start }) => set[name] ?? card?.value(name) ?? start);
  return { task, problem, at: clipToBounds(problem.parameters, at) };
}

/** Runs an analysis as an extraction is run: on the training curves, with a budget that pays exactly for it. */
async function analyse<T>(kernel: Kernel, task: Task, options: AnalyseOptions, budget: number, signal: AbortSignal, work: (context: OptimizerContext) => Promise<T>): Promise<T> {
  const simulator = kernel.registry.create('Simulator', options.simulator);
  const session = await openTestbench(simulator, testbenchOf(task), { signal });
  const { promise, resolve: found, reject } = Promise.withResolvers<T>();
  try {
    await extract({
      task, session, signal, budget, simulator: simulator.name, metric: options.metric, seed: 0, fits: false, positions: false,
      optimizer: { name: 'analysis', optimize: (_, context) => work(context).then(found, reject) },
    });
    return await promise;
  } finally {
    await session.close();
  }
}

interface Files {
  readonly table: string;
  readonly report: string;
}

async function write(own: OwnFiles, table: string, rows: readonly Readonly<Record<string, unknown>>[], html: string): Promise<Files> {
  const files = { table: join(own.folder, table), report: join(own.folder, REPORT_FILE) };
  await own.write([table, REPORT_FILE], async () => {
    await writeFile(files.table, stringify([...rows], { header: true }));
    await writeFile(files.report, html);
  });
  return files;
}

function commandOf(command: string, task: string, { card, set, simulator, metric }: AnalyseOptions, own: readonly string[]): string {
  return ['npx evospice', command, task, ...own, ...(card === undefined ? [] : ['--card', card]), ...set.flatMap((entry) => ['--set', entry]), '--metric', metric, '--simulator', selectionText(simulator)].join(' ');
}

function profileText(task: Task, { axes, cost }: CostProfile, files: Files): string {
  const rows = axes.map(({ parameter, at, points }) => {
    const best = lowest(points);
    const failed = points.filter(({ failure }) => failure !== undefined).length;
    return `  ${parameter.padEnd(12)} ${at.toPrecision(5).padStart(12)}   ${best === undefined ? 'no point could be simulated' : `least error ${best.error.toPrecision(4)} at ${best.value.toPrecision(5)}`}${failed === 0 ? '' : `, ${failed} failed`}`;
  });
  return [
    `${task.id}: ${task.title}`,
    `  error at the point: ${cost.error === null ? `failed, ${cost.failure}` : cost.error.toPrecision(4)}`,
    ...rows,
    `  table   ${files.table}`,
    `  report  ${files.report}`,
  ].join('\n');
}

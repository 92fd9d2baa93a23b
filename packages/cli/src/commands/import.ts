import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { counted, type Selection, type Task } from '@evospice/contracts';
import { loadTask } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import { fold, renderMeasuredPage, REPORT_FILE } from '@evospice/report';
import { cardFile, importTask, needsNetworkFloors, plainNumber, refuse, splitModes, taskFormat, taskText, withNetworkFloors, type ImportedTask, type TaskProposal } from '@evospice/task-import';
import { Option } from 'commander';
import { readDummies, readInputs, type FoundInput } from '../compose/import-inputs.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { askAtTerminal } from '../compose/terminal-questions.ts';
import { selectionOf } from '../options/choices.ts';
import { jsonOption, repeatable, type Common } from '../options/common.ts';
import { ports, readImportOptions, type WrittenImportOptions } from '../options/import-options.ts';
import { positive, seed } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { noteLines } from '../output/note-lines.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface ImportCommandOptions extends WrittenImportOptions {
  readonly out?: string;
  /** Reader of all files. */
  readonly format?: Selection;
  /** Whether somebody can be asked. */
  readonly questions: boolean;
}

export const registerImport: RegisterVerb = (program, { kernel }) => {
  program
    .command('import')
    .description('make a task of measured files: what they do not say is asked, or taken from the options')
    .argument('<files...>', 'measured files of one kind of device, in any format that a reader knows')
    .option('--out <folder>', 'folder of the task; tasks/<name> when left out')
    .option('--format <reader>', 'format of all files, in place of the one that is recognised', selectionOf)
    .option('--device <kind>', 'mosfet, soi, bjt, diode, jfet or vdmos')
    .addOption(new Option('--polarity <type>', 'n or p').choices(['n', 'p']))
    .option('--card <file[:model]>', 'starting card, or a library of a design kit; a generic one when left out')
    .option('--dialect <name>', 'dialect of the card', 'ngspice')
    .option('--section <name>', 'section of a library')
    .option('--bin <name>', 'bin of a library whatever the geometry: nearest, or its name')
    .addOption(repeatable('--param <name=value>', 'value of a parameter that a library leaves open, such as a mismatch factor'))
    .option('--family <name>', 'model family of the generic card, such as bsim3 or vbic')
    .addOption(repeatable('--bias <terminal=column>', 'column that drives a terminal, or the volts at it'))
    .addOption(repeatable('--measure <column=terminal>', 'terminal that a measured current flows into; column=hi:lo for a capacitance'))
    .addOption(repeatable('--unit <column=unit>', 'unit of a column that states none, such as ID=uA'))
    .addOption(repeatable('--negate <column>', 'turn the sign of a column'))
    .option('--sweep <column>', 'column swept innermost')
    .addOption(repeatable('--temp <degrees>', 'degrees Celsius of all files, or file:degrees'))
    .addOption(repeatable('--geometry <w=…,l=…>', 'instance parameters of all files in SI units, or file:w=…,l=…'))
    .option('--freq <hertz>', 'frequency of capacitances', positive)
    .option('--ports <terminals>', 'terminals at the ports of network parameters, such as g,d', ports)
    .option('--open <file>', 'network parameters of the pads without the device')
    .option('--short <file>', 'network parameters of the pads with shorts in its place')
    .addOption(new Option('--split <by>', 'what is held out of the fit').choices([...splitModes]).default('auto'))
    .option('--seed <number>', 'seed of what is held out', seed, 1)
    .option('--id <name>', 'name of the task; that of the files when left out')
    .option('--title <text>', 'title of the task')
    .option('--no-questions', 'never ask, even at a terminal')
    .addOption(jsonOption())
    .action((files: readonly string[], options: Common & ImportCommandOptions) => runCommand(options.json, () => importCommand(kernel, files, { ...options, questions: options.questions && !options.json })));
};

/** `evospice import`: measured files into a folder with a task that loads as it is, and a page that shows the curves. */
export async function importCommand(kernel: Kernel, files: readonly string[], options: ImportCommandOptions): Promise<CommandResult> {
  const inputs = await readInputs(kernel, files, options.format);
  const dummies = await readDummies(kernel, options, new Set(inputs.map(({ name }) => name)));
  const named = Object.fromEntries(dummies.map((dummy) => [dummy.key, { file: dummy.target, format: taskFormat(dummy) }]));
  const ask = options.questions && process.stdin.isTTY && process.stderr.isTTY ? askAtTerminal : refuse;
  // The name of a folder that is not said hangs on the files, but not the way from it to a library.
  const folderOf = (id: string): string => resolve(options.out ?? join('tasks', id));
  const imported = await importTask(inputs, { ...readImportOptions(options), ...(dummies.length === 0 ? {} : { dummies: named }) }, {
    registry: kernel.registry, ask, libraryPath: (file) => relative(folderOf('any'), file).split(sep).join('/'),
  });
  const folder = folderOf(imported.proposal.id);
  const names = ['task.yaml', cardFile, REPORT_FILE, ...[...inputs, ...dummies].map(({ target }) => target)];
  const own = await OwnFiles.claim(folder, { names });
  const { task, proposal } = await own.write(names, async () => {
    await writeMeasured(folder, imported, [...inputs, ...dummies]);
    return writeTask(kernel, folder, imported.proposal);
  });
  return present(folder, inputs, { task, proposal, unused: imported.unused });
}

interface WrittenTask {
  readonly task: Task;
  readonly proposal: TaskProposal;
}

/** The task's file and the page, once the task is known to load. */
async function writeTask(kernel: Kernel, folder: string, proposal: TaskProposal): Promise<WrittenTask> {
  const text = taskText(proposal);
  await writeFile(join(folder, 'task.yaml'), text);
  const task = await loadTask(folder, kernel.registry);
  const known = needsNetworkFloors(proposal) ? withNetworkFloors(proposal, task.curves) : proposal;
  if (taskText(known) !== text) return writeTask(kernel, folder, known);
  await writeFile(join(folder, REPORT_FILE), renderMeasuredPage({ task, assumptions: proposal.assumptions, text, commands: nextCommands(folder) }));
  return { task, proposal };
}

async function writeMeasured(folder: string, { card }: ImportedTask, files: readonly FoundInput[]): Promise<void> {
  await mkdir(join(folder, 'raw'), { recursive: true });
  await mkdir(join(folder, 'card'), { recursive: true });
  for (const { path, target } of files) if (resolve(path) !== join(folder, target)) await copyFile(path, join(folder, target));
  if (card !== undefined) await writeFile(join(folder, cardFile), card);
}

function present(folder: string, inputs: readonly FoundInput[], { task, proposal, unused }: WrittenTask & Pick<ImportedTask, 'unused'>): CommandResult {
  const curves = task.curves.map(({ id, kind, split, instance, temperatureC, x }) => ({ id, kind, split, instance, temperatureC, points: x.length }));
  return {
    document: {
      task: task.id, folder, file: join(folder, 'task.yaml'), report: join(folder, REPORT_FILE), formats: Object.fromEntries(inputs.map(({ name, format }) => [name, format])),
      device: proposal.device, model: proposal.model, instances: proposal.instances, curves,
      floor: proposal.floor, tunables: proposal.tunables.tunables, leftOut: Object.fromEntries(proposal.tunables.leftOut), split: proposal.splitNote,
      assumptions: proposal.assumptions, unusedColumns: unused, notes: task.remarks ?? [],
    },
    text: [
      fold(`${task.id}: ${task.title}`, 2),
      ...inputs.map(({ name, format }) => `  ${name} (${format})`),
      fold(`  ${counted(curves.length, 'curve')}, ${curves.filter(({ split }) => split === 'validate').length} of them held out; ${counted(task.tunables.length, 'parameter')} of ${task.model.family} to extract`, 4),
      fold(`  ${proposal.splitNote}`, 4),
      fold(`  floor ${plainNumber(proposal.floor.value)}: ${proposal.floor.why}`, 4),
      ...proposal.assumptions.map((each) => fold(`  assumed: ${each}`, 11)),
      ...unusedLines(unused),
      ...noteLines(task.remarks),
      '',
      `  ${join(folder, 'task.yaml')}`,
      `  ${join(folder, REPORT_FILE)}`,
      ...nextCommands(folder).map((command) => `  next: ${command}`),
    ].join('\n'),
  };
}

/** Columns that files leave over, those of files with the same ones together. */
function unusedLines(unused: ImportedTask['unused']): readonly string[] {
  const families = new Map<string, string[]>();
  for (const [name, columns] of Object.entries(unused)) {
    const key = columns.toSorted().join(', ');
    families.set(key, [...(families.get(key) ?? []), name]);
  }
  return [...families].map(([columns, names]) => fold(`  not used: ${columns} of ${names[0]}${names.length === 1 ? '' : ` and ${counted(names.length - 1, 'more file')}`}`, 12));
}

function nextCommands(folder: string): readonly string[] {
  const path = relative(process.cwd(), folder);
  const shown = path.startsWith('..') || path === '' ? folder : path;
  const quoted = /^[\w./-]+$/u.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
  return [`evospice simulate ${quoted}`, `evospice extract ${quoted} --budget 100`];
}

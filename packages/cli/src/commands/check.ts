import { stat } from 'node:fs/promises';
import { counted, countFindings, defined, EvospiceError, severities, type ModelCard, type Selection, type Task } from '@evospice/contracts';
import { cardTask, circuitWith, taskNamed } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import { Option } from 'commander';
import { cardsOfFile, type FileCard } from '../compose/check/cards-of-file.ts';
import { checkCard, type CheckedCard } from '../compose/check/check-card.ts';
import { eachRule } from '../compose/check/each-rule.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, repeatable, type Common } from '../options/common.ts';
import { positive } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { numberSettings } from '../output/settings.ts';
import { cardLines, countText, familyOf, judged, type CardReport, type Severity } from '../output/verdict-lines.ts';

export interface CheckCommandOptions {
  readonly task?: string;
  readonly from: string;
  readonly model?: string;
  /** `name=value` of the instance. */
  readonly geometry: readonly string[];
  readonly vdd?: number;
  readonly rule: readonly Selection[];
  readonly simulator?: Selection;
  /** The worst severity that still ends with 0. */
  readonly allow: Severity;
}

export const registerCheck: RegisterVerb = (program, { kernel }) => {
  program
    .command('check')
    .description('judge a model card by physics rules: its values, and its curves also where nothing was measured')
    .argument('<card>', 'file with a card, or a task whose start card is meant')
    .option('--task <task>', 'task whose device, sizes, curves and tunables the card is judged with')
    .option('--from <dialect>', 'dialect of the file', 'ngspice')
    .option('--model <name>', 'model wanted, where the file holds several; all of them when left out')
    .addOption(repeatable('--geometry <name=value>', 'instance parameter of a card without a task, such as l=0.13u'))
    .option('--vdd <volts>', 'supply voltage of a MOSFET card without a task', positive)
    .addOption(choiceOption('rule', 'every rule there is'))
    .addOption(choiceOption('simulator'))
    .addOption(new Option('--allow <severity>', 'worst finding with which the exit code is still 0').choices(severities).default('note'))
    .addOption(jsonOption())
    .addHelpText('after', '\nExit code: 0 nothing above a note, 3 warnings, 1 violations, 2 asked wrongly.\nCurves are computed by compact models, at once; --simulator adds what they do not have.')
    .action((card: string, options: Common & CheckCommandOptions) => runCommand(options.json, (signal) => checkCommand(kernel, card, options, signal)));
};

/** `evospice check`: what physics rules find in a card. */
async function checkCommand(kernel: Kernel, argument: string, options: CheckCommandOptions, signal: AbortSignal): Promise<CommandResult> {
  const { registry } = kernel;
  const selections: readonly Selection[] = options.rule.length > 0 ? options.rule : eachRule(registry);
  const rules = selections.map((selection) => registry.create('PhysicsRule', selection));
  const simulator = options.simulator === undefined ? undefined : registry.create('Simulator', options.simulator);
  const reports: CardReport[] = [];
  for (const { notes, ...subject } of await subjectsOf(kernel, argument, options)) {
    reports.push({ subject, notes, verdict: await checkCard(kernel, subject, { rules, signal, ...defined({ simulator }) }) });
  }
  return present(argument, reports, { rules: rules.map(({ name }) => name), allow: options.allow });
}

type Subject = CheckedCard & { readonly notes: FileCard['notes'] };

async function subjectsOf(kernel: Kernel, argument: string, options: CheckCommandOptions): Promise<readonly Subject[]> {
  const geometry = numberSettings('geometry', options.geometry);
  if (options.task !== undefined && (Object.keys(geometry).length > 0 || options.vdd !== undefined)) {
    throw new EvospiceError('USAGE_CHECK', '--geometry and --vdd are those of a card without a task', { received: '--task too', expected: 'one or the other', remedy: 'leave --task out, or state sizes and supply in the task' });
  }
  if (options.task === undefined && !(await isCardFile(argument))) return [startOf(await taskNamed(kernel.registry, argument))];
  const task = options.task === undefined ? undefined : await taskNamed(kernel.registry, options.task);
  const model = options.model ?? (task === undefined ? undefined : await ownName(kernel, argument, options.from, task));
  const sizes = defined({ geometry: Object.keys(geometry).length === 0 ? undefined : geometry, vdd: options.vdd });
  return (await cardsOfFile(kernel, argument, { from: options.from, ...defined({ model }) })).map(({ card, notes }) => ({
    card, notes, task: task === undefined ? cardTask(card, sizes) : sameDevice(card, task),
  }));
}

/** @throws EvospiceError `USAGE_CHECK` for a card of another kind of device, or of the other polarity */
function sameDevice(card: ModelCard, task: Task): Task {
  const own = cardTask(card).device;
  const { kind, polarity } = task.device;
  if (own.kind === kind && (own.polarity === undefined || polarity === undefined || own.polarity === polarity)) return task;
  throw new EvospiceError('USAGE_CHECK', `the card ${card.name} is of type ${card.type}, and the device of ${task.id} is a ${kind}${polarity === undefined ? '' : ` of ${polarity} type`}`, {
    received: card.type, expected: `a card such as the task's own, of type ${task.model.card.type}`, remedy: 'name another task, or leave --task out', file: card.file,
  });
}

/** The name of the task's model where the file has it among others. */
async function ownName(kernel: Kernel, file: string, from: string, task: Task): Promise<string | undefined> {
  const cards = await cardsOfFile(kernel, file, { from });
  if (cards.length === 1) return undefined;
  const { name } = task.model.card;
  if (cards.some(({ card }) => card.name === name)) return name;
  throw new EvospiceError('USAGE_CHECK', `the file has ${cards.length} models, none of them called ${name} as in the task`, { received: cards.map(({ card }) => card.name).join(', '), expected: 'one model', remedy: 'say which: --model', file });
}

/** A task's start card, with the values that its search begins with. */
function startOf(task: Task): Subject {
  const { card, cards, instances } = circuitWith(task, Object.fromEntries(task.tunables.map(({ name, start }) => [name, start])));
  return { task: { ...task, instances }, card, notes: [], ...(cards === undefined ? {} : { cards }) };
}

/** Whether the argument is a file that is not a task: a folder, a yaml file and a name without a file are tasks. */
async function isCardFile(argument: string): Promise<boolean> {
  if (/\.ya?ml$/iu.test(argument)) return false;
  const found = await stat(argument).catch(() => undefined);
  if (found !== undefined) return found.isFile();
  // What looks like a file name is one that is missing; reading it says so.
  return /[./\\]/u.test(argument);
}

function present(file: string, reports: readonly CardReport[], { rules, allow }: { readonly rules: readonly string[]; readonly allow: Severity }): CommandResult {
  const findings = reports.flatMap(({ verdict }) => verdict.findings);
  const counts = countFindings(findings);
  const { worst, exitCode } = judged(counts, allow);
  const document = {
    file, rules, counts, worst,
    cards: reports.map(({ subject: { card, task }, notes, verdict: { findings: own, ...computed } }) => ({
      name: card.name, type: card.type, family: familyOf(card, task), device: task.device.kind, task: task.curves.length === 0 ? null : task.id,
      instances: task.instances.map(({ id, params }) => ({ id, params })), notes, ...computed, counts: countFindings(own), findings: own,
    })),
  };
  const text = [
    ...reports.flatMap((report) => cardLines(report)),
    ...(reports.length > 1 ? ['', `${counted(reports.length, 'card')}: ${countText(counts)}`] : []),
  ].join('\n');
  return { document, text, exitCode };
}

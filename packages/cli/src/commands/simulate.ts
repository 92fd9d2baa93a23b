import { circuitWith, taskNamed, testbenchOf } from '@evospice/device';
import { CardJudge, curveErrors, curveFits, diagnoseCard, simulateSplit, type SplitErrors, type SplitSimulation } from '@evospice/extraction';
import type { CurveSplit, PhysicsFinding, Selection, SimulatorSession, Task } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { fold, warningsOf } from '@evospice/report';
import { openTestbench } from '@evospice/testbench';
import { cardSettings, onCard, readCard } from '../compose/cards.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, repeatable, taskArgument, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { decades, percent } from '../output/format.ts';
import { findingLines } from '../output/finding-lines.ts';
import { noteLines, warningLines } from '../output/note-lines.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface SimulateOptions {
  /** Card file in place of the task's. */
  readonly card?: string;
  /** `name=value` settings of model parameters. */
  readonly set: readonly string[];
  /** Element of the library's subcircuit whose model is tuned, in place of the task's. */
  readonly device?: string;
  readonly simulator: Selection;
  /** Physics rules that judge the card and its curves. */
  readonly rule: readonly Selection[];
}

const splits: readonly CurveSplit[] = ['train', 'validate', 'extra'];

export const registerSimulate: RegisterVerb = (program, { kernel }) => {
  program
    .command('simulate')
    .description('simulate a card and compare it with the measured curves')
    .argument(...taskArgument)
    .option('--card <file>', 'simulate this card in place of the task\'s')
    .option('--device <name>', 'element of the library\'s subcircuit that is the device, in place of the task\'s model.device')
    .addOption(repeatable('--set <name=value>', 'set a model parameter'))
    .addOption(choiceOption('simulator', 'ngspice'))
    .addOption(choiceOption('rule', 'none'))
    .addOption(jsonOption())
    .action((task: string, options: Common & SimulateOptions) =>
      runCommand(options.json, (signal) => simulateCommand(kernel, task, options, signal)));
};

/** `evospice simulate`: a card's curves against the measured ones, all splits. */
async function simulateCommand(kernel: Kernel, taskName: string, options: SimulateOptions, signal: AbortSignal): Promise<CommandResult> {
  const task = await taskNamed(kernel.registry, taskName, options);
  const set = cardSettings(options.set, task);
  const { circuit: _, ...testbench } = testbenchOf(task, splits);
  const start = Object.fromEntries(task.tunables.map((tunable) => [tunable.name, tunable.start]));
  const own = circuitWith(task, { ...start, ...set });
  const card = options.card === undefined ? own.card : (await readCard(kernel, task, options.card)).with(onCard(task, set));
  // A card that is given stands for all instances.
  const cards = options.card === undefined ? (own.cards ?? {}) : {};
  const simulator = kernel.registry.create('Simulator', options.simulator);
  const rules = options.rule.map((selection) => kernel.registry.create('PhysicsRule', selection));
  const session = await openTestbench(simulator, { ...testbench, instances: own.instances, card, cards, parameters: [] }, { signal });
  try {
    const parts = await simulateAll(session, task, signal);
    const simulated = [...parts.values()].flatMap((part) => [...part.curves.values()]);
    const findings = await (await CardJudge.of(rules, task)).resultFindings({ card, cards, curves: simulated });
    return present(task, { simulator: simulator.name, card: card.file, set, ...(rules.length === 0 ? {} : { findings }) }, parts);
  } finally {
    await session.close();
  }
}

type Parts = ReadonlyMap<CurveSplit, SplitSimulation>;

async function simulateAll(session: SimulatorSession, task: Task, signal: AbortSignal): Promise<Parts> {
  const parts = new Map<CurveSplit, SplitSimulation>();
  for (const split of splits) {
    const curves = task.curves.filter((curve) => curve.split === split);
    if (curves.length > 0) parts.set(split, await simulateSplit(session, curves, [], signal));
  }
  return parts;
}

interface Facts {
  readonly simulator: string;
  readonly card: string;
  readonly set: Record<string, number>;
  /** Of physics rules; absent where none were asked. */
  readonly findings?: readonly PhysicsFinding[];
}

function present(task: Task, facts: Facts, parts: Parts): CommandResult {
  const errors: Partial<Record<CurveSplit, SplitErrors>> = {};
  const failures: { readonly split: CurveSplit; readonly code: string; readonly message: string }[] = [];
  for (const [split, part] of parts) {
    errors[split] = part.errors;
    if (part.failure !== undefined) failures.push({ split, code: part.failure.code, message: part.failure.message });
  }
  const curves = [...parts].flatMap(([split, part]) => curvesOf(task, split, part));
  const train = parts.get('train');
  const warnings = train === undefined ? [] : warningsOf({ metric: 'relative', diagnosis: diagnoseCard(task, { train, validate: parts.get('validate') ?? null }, 'relative') });
  const document = { task: task.id, ...facts, notes: [...(task.remarks ?? []), ...task.notes], warnings, errors, curves, ...(failures.length === 0 ? {} : { failures }) };
  const line = (split: string, { relativeRms, logRms }: SplitErrors, what: string) => `  ${split.padEnd(9)} ${percent(relativeRms).padStart(9)} ${decades(logRms).padStart(11)}  ${what}`;
  const text = [
    fold(`${task.id}: ${task.title}`, 2),
    `  simulated with ${facts.simulator}; relative RMS and log RMS against measured points`,
    ...curves.map((curve) => line(curve.split, curve, curve.id)),
    '',
    ...Object.entries(errors).map(([split, error]) => line(split, error, 'all curves')),
    ...failures.map(({ split, code, message }) => fold(`  ${split}: the simulation failed: ${message} [${code}]`, 4)),
    ...warningLines(warnings),
    ...findingLines(facts.findings),
    ...noteLines(task.remarks),
  ];
  return { document, text: text.join('\n'), exitCode: failures.length === 0 ? 0 : 1 };
}

/** Every curve of one split with its measured and simulated vectors. */
function curvesOf(task: Task, split: CurveSplit, part: SplitSimulation) {
  const curves = task.curves.filter((curve) => curve.split === split);
  const fits = curveFits(curves, new Map(), part.curves);
  return curves.map((curve) => {
    const { relativeRms, logRms } = curveErrors(curve, part.curves.get(curve.id));
    const vectors = fits
      .filter((fit) => fit.curve === curve.id)
      .map(({ column, quantity, floor, measured, after }) => ({ column, quantity, floor, measured, simulated: after }));
    const { id, kind, instance, temperatureC, sweep, x } = curve;
    return { id, kind, split, instance, temperatureC, sweep, relativeRms, logRms, x: Array.from(x), vectors };
  });
}

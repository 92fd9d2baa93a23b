import { readFile } from 'node:fs/promises';
import { testbenchOf } from '@evospice/device';
import { curveFits, curveResiduals, poolErrors, scorableCurve, simulateSplit, type SplitErrors, type SplitSimulation } from '@evospice/extraction';
import { EvospiceError, nearest, type CurveSplit, type Kernel, type ModelCard, type SimulatorSession, type Task } from '@evospice/kernel';
import { openTestbench } from '@evospice/testbench';
import { taskNamed } from '../compose/tasks.ts';
import { decades, percent } from '../output/format.ts';
import { numberSettings } from '../output/settings.ts';
import type { CommandResult } from '../output/run-command.ts';

export interface SimulateOptions {
  /** Card file in place of the task's. */
  readonly card?: string;
  /** `name=value` settings of model parameters. */
  readonly set: readonly string[];
  readonly simulator: string;
}

const splits: readonly CurveSplit[] = ['train', 'validate', 'extra'];

/** `evospice simulate`: a card's curves against the measured ones, all splits. */
export async function simulateCommand(kernel: Kernel, taskName: string, options: SimulateOptions, signal: AbortSignal): Promise<CommandResult> {
  const task = await taskNamed(taskName);
  const set = settings(options.set, task);
  const testbench = testbenchOf(task, splits);
  const base = options.card === undefined ? testbench.card : await readCard(kernel, task, options.card);
  const card = base.with(set);
  // A card that is given stands for all instances.
  const cards = options.card === undefined ? Object.fromEntries(Object.entries(testbench.cards ?? {}).map(([id, own]) => [id, own.with(set)])) : {};
  const simulator = kernel.registry.create('Simulator', options.simulator);
  const session = await openTestbench(simulator, { ...testbench, card, cards, parameters: [] }, { signal });
  try {
    const parts = await simulateAll(session, task, signal);
    return present(task, { simulator: simulator.name, card: base.file, set }, parts);
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

/** Reads `name=value`; names are those of the card and the tunables, so that a slip of the pen does not pass. */
function settings(entries: readonly string[], task: Task): Record<string, number> {
  const known = [...new Set([...task.model.card.names(), ...task.tunables.map(({ name }) => name)])];
  const values = numberSettings('set', entries);
  const name = Object.keys(values).find((one) => !known.includes(one));
  if (name === undefined) return values;
  const guess = nearest(name, known);
  throw new EvospiceError('USAGE_SET', `the card of ${task.id} has no parameter "${name}"`, {
    met: name, expected: 'a parameter of the card or a tunable', remedy: guess === undefined ? 'write it into a card and pass it with --card' : `did you mean "${guess}"?`,
  });
}

async function readCard(kernel: Kernel, task: Task, file: string): Promise<ModelCard> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new EvospiceError('CARD_MISSING', `cannot read the card ${file}: ${(cause as Error).message}`, { met: file, expected: 'a readable model card', remedy: 'check the path', cause });
  }
  return kernel.registry.create('CardDialect', task.model.dialect).parse(text, { file });
}

function present(task: Task, facts: { readonly simulator: string; readonly card: string; readonly set: Record<string, number> }, parts: Parts): CommandResult {
  const errors: Partial<Record<CurveSplit, SplitErrors>> = {};
  const failures: { readonly split: CurveSplit; readonly code: string; readonly message: string }[] = [];
  for (const [split, part] of parts) {
    errors[split] = part.errors;
    if (part.failure !== undefined) failures.push({ split, code: part.failure.code, message: part.failure.message });
  }
  const curves = [...parts].flatMap(([split, part]) => curvesOf(task, split, part));
  const document = { task: task.id, ...facts, errors, curves, ...(failures.length === 0 ? {} : { failures }) };
  const line = (split: string, { relativeRms, logRms }: SplitErrors, what: string) => `  ${split.padEnd(9)} ${percent(relativeRms).padStart(9)} ${decades(logRms).padStart(11)}  ${what}`;
  const text = [
    `${task.id}: ${task.title}`,
    `  simulated with ${facts.simulator}; relative RMS and log RMS against the measured points`,
    ...curves.map((curve) => line(curve.split, curve, curve.id)),
    '',
    ...Object.entries(errors).map(([split, error]) => line(split, error, 'all curves')),
    ...failures.map(({ split, code, message }) => `  ${split}: the simulation failed: ${message} [${code}]`),
  ];
  return { document, text: text.join('\n'), exitCode: failures.length === 0 ? 0 : 1 };
}

/** Every curve of one split with its measured and simulated vectors. */
function curvesOf(task: Task, split: CurveSplit, part: SplitSimulation) {
  const curves = task.curves.filter((curve) => curve.split === split);
  const fits = curveFits(curves, new Map(), part.curves);
  return curves.map((curve) => {
    const simulated = part.curves.get(curve.id);
    const residuals = simulated === undefined ? null : curveResiduals(scorableCurve(curve), simulated);
    const { relativeRms, logRms } = residuals === null ? { relativeRms: null, logRms: null } : poolErrors([residuals]);
    const vectors = fits
      .filter((fit) => fit.curve === curve.id)
      .map(({ column, quantity, floor, measured, after }) => ({ column, quantity, floor, measured, simulated: after }));
    const { id, kind, instance, temperatureC, sweep, x } = curve;
    return { id, kind, split, instance, temperatureC, sweep, relativeRms, logRms, x: Array.from(x), vectors };
  });
}

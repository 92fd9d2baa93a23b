import { availableParallelism } from 'node:os';
import { findTasks, generateTask, testbenchOf } from '@evospice/device';
import { genericTestbench, verifySimulator } from '@evospice/external-simulator';
import { counted, defined, describeError, EvospiceError, type Selection, type Simulator, type SimulatorStatus } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';
import { fold } from '@evospice/report';
import { isolationStatus } from '@evospice/sandbox';
import { Option } from 'commander';
import { checkLanguageModel, languageModelLines, languageModelsOf, type LanguageModelCheck } from '../compose/language-model-check.ts';
import { selectionOf } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { pluginsOf } from './plugins.ts';

interface SimulatorReport extends SimulatorStatus {
  readonly name: string;
  /** Simulations a second of a generic BSIM4 device's whole bench, one after another, after a warm-up. */
  readonly simulationsPerSecond?: number;
  /** Why it was not timed although nothing is wrong with it. */
  readonly untimed?: string;
  /** How it compares with ngspice on built-in devices; only for a simulator that was named. */
  readonly verification?: readonly DeviceVerification[];
  /** Why it could not be used although it is there. */
  readonly trouble?: string;
}

interface DeviceVerification {
  readonly device: string;
  /** Null where the simulator does not have such a device. */
  readonly agrees: boolean | null;
  /** Largest relative difference of a vector above its floor; null when one of the two failed. */
  readonly largest: number | null;
  readonly message: string;
}

/** Beside these the embedded engine is not the fastest one there is. */
const nativeEngines: ReadonlySet<string> = new Set(['ngspice-library', 'ngspice-process']);

const verifiedFamilies = ['diode', 'bsim4', 'gummel-poon'] as const;

interface DoctorOptions {
  readonly simulator?: string;
  readonly languageModel?: Selection;
  readonly models?: string;
  readonly speed: boolean;
}

export const registerDoctor: RegisterVerb = (program, { kernel }) => {
  program
    .command('doctor')
    .description('show what is installed, how fast it is, and what to install for more speed')
    .option('--simulator <name>', 'look at this simulator only')
    .addOption(new Option('--language-model <name>', 'ask this language model one question: a name, or name:{…} with options; simulators are not timed then').argParser(selectionOf))
    .option('--models <config>', 'ask each language model of this evolution one question, all members of ensembles; simulators are not timed then')
    .option('--no-speed', 'leave out the timing')
    .addOption(jsonOption())
    .action((options: Common & DoctorOptions) => runCommand(options.json, async (signal) => {
      if (options.models !== undefined) await kernel.load(await pluginsOf(options.models), options.models);
      return doctorCommand(kernel, options, signal);
    }));
};

/** `evospice doctor`: what is installed, how fast it is, and what to install for more. */
async function doctorCommand(kernel: Kernel, options: DoctorOptions, signal: AbortSignal): Promise<CommandResult> {
  const languageModel = options.languageModel === undefined ? null : await checkLanguageModel(kernel, options.languageModel, signal);
  const models: LanguageModelCheck[] = [];
  for (const selection of options.models === undefined ? [] : await languageModelsOf(kernel, options.models)) models.push(await checkLanguageModel(kernel, selection, signal));
  const isTimed = options.speed && languageModel === null && options.models === undefined;
  const names = options.simulator === undefined ? kernel.registry.list('Simulator').map(({ contribution }) => contribution.name) : [options.simulator];
  const simulators: SimulatorReport[] = [];
  for (const name of names) {
    const simulator = kernel.registry.create('Simulator', name);
    const status = await simulator.probe();
    const timing = status.available && isTimed ? await timed(simulator, signal) : {};
    const verification = status.available && options.simulator !== undefined ? { verification: await verified(kernel, simulator, signal) } : {};
    simulators.push({ name, ...status, ...timing, ...verification });
  }
  const isNative = simulators.some(({ name, available }) => available && nativeEngines.has(name));
  const data = await findTasks();
  const sandbox = await isolationStatus();
  const document = {
    node: process.version,
    cores: availableParallelism(),
    // What the embedded engine says about more speed is done already.
    simulators: isNative ? simulators.map(({ remedy, ...rest }) => (rest.name === 'ngspice-wasm' ? rest : { ...rest, ...defined({ remedy }) })) : simulators,
    sandbox,
    languageModel,
    ...(options.models === undefined ? {} : { models }),
    data: { location: data.location, searched: data.searched, tasks: data.tasks.map(({ id, kind }) => ({ id, kind })) },
  };
  const usable = simulators.some(({ available, trouble, verification = [] }) => available && trouble === undefined && verification.every(({ agrees }) => agrees !== false));
  return { document, text: textOf(document), exitCode: usable && [languageModel, ...models].every((check) => (check?.failure ?? null) === null) ? 0 : 1 };
}

/** A simulator against ngspice on devices of our own: the way to find out whether an adapter and its program get on. */
async function verified(kernel: Kernel, simulator: Simulator, signal: AbortSignal): Promise<readonly DeviceVerification[]> {
  const reference = kernel.registry.create('Simulator', 'ngspice');
  const results: DeviceVerification[] = [];
  for (const device of verifiedFamilies) {
    try {
      const { agrees, largest, failures, tolerance, vectors } = await verifySimulator(simulator, reference, genericTestbench(device), { signal });
      const failed = failures.map(({ simulator: name, failure }) => `${name}: ${failure.message} [${failure.code}]`).join('; ');
      const differs = `largest difference from ${reference.name} ${(largest * 100).toPrecision(2)} % over ${counted(vectors.length, 'vector')}${agrees ? '' : `, more than ${tolerance * 100} %`}`;
      results.push({ device, agrees, largest: failed === '' ? largest : null, message: failed === '' ? differs : failed });
    } catch (error) {
      results.push({ device, agrees: isOtherKind(error) ? null : false, largest: null, message: describeError(error) });
    }
  }
  return results;
}

const warmUp = 60;
const timedSimulations = 20;

async function timed(simulator: Simulator, signal: AbortSignal): Promise<Pick<SimulatorReport, 'simulationsPerSecond' | 'untimed' | 'trouble'>> {
  try {
    const task = await generateTask({ family: 'bsim4', seed: 1 }, simulator, { signal });
    const session = await simulator.open(testbenchOf(task), { signal });
    try {
      const candidate = task.tunables.map(({ start }) => start);
      await session.simulate({ candidates: Array.from({ length: warmUp }, () => candidate) }, { signal });
      const begin = performance.now();
      const outcomes = await session.simulate({ candidates: Array.from({ length: timedSimulations }, () => candidate) }, { signal });
      const seconds = (performance.now() - begin) / 1000;
      const failed = outcomes.find((outcome) => !outcome.ok);
      if (failed !== undefined && !failed.ok) return { trouble: `${failed.failure.message} [${failed.failure.code}]` };
      return { simulationsPerSecond: Number((timedSimulations / seconds).toPrecision(3)) };
    } finally {
      await session.close();
    }
  } catch (error) {
    return isOtherKind(error) ? { untimed: 'not timed: it has no BSIM4 transistor' } : { trouble: describeError(error) };
  }
}

/** A simulator without a kind of device, such as one of formulas, is as it should be. */
function isOtherKind(error: unknown): boolean {
  return EvospiceError.is(error, 'SIMULATOR_MODEL');
}

function textOf(document: {
  readonly node: string;
  readonly cores: number;
  readonly simulators: readonly SimulatorReport[];
  readonly sandbox: { readonly description: string; readonly remedy?: string };
  readonly languageModel: LanguageModelCheck | null;
  readonly models?: readonly LanguageModelCheck[];
  readonly data: { readonly location: string | null; readonly searched: readonly string[]; readonly tasks: readonly unknown[] };
}): string {
  const absent = document.simulators.filter(({ available }) => !available);
  const simulators = document.simulators.filter(({ available }) => available).flatMap((entry) => [
    `  ${entry.trouble === undefined ? 'ok     ' : 'trouble'} ${entry.name.padEnd(18)} ${entry.version ?? ''} ${entry.location ?? ''}`.trimEnd(),
    ...(entry.scope === undefined ? [] : [`          ${entry.scope}`]),
    ...(entry.simulationsPerSecond === undefined ? [] : [`          ${entry.simulationsPerSecond} simulations of a generic BSIM4 device a second and core`]),
    ...(entry.untimed === undefined ? [] : [`          ${entry.untimed}`]),
    ...(entry.osdi === undefined ? [] : [`          ${entry.osdi ? 'loads' : 'does not load'} compiled Verilog-A models (OSDI)`]),
    ...(entry.trouble === undefined ? [] : entry.trouble.split('\n').map((line) => `          ${line}`)),
    ...(entry.verification ?? []).map(({ device, agrees, message }) => `          ${agrees === null ? 'not compared' : agrees ? 'agrees' : 'DIFFERS'} on a generic ${device}: ${message}`),
    ...(entry.remedy === undefined ? [] : [`          ${entry.remedy}`]),
  ]);
  const { location, searched, tasks } = document.data;
  return [
    `Node ${document.node}, ${counted(document.cores, 'core')}`,
    'Simulators',
    ...simulators,
    ...(absent.length === 0 ? [] : ['Not installed, and needed only by those who want them']),
    ...absent.flatMap(({ name, remedy }) => [`  ${name}`, ...(remedy === undefined ? [] : [`          ${remedy}`])]),
    ...(document.languageModel === null ? [] : ['Language model', ...languageModelLines(document.languageModel)]),
    ...(document.models === undefined ? [] : ['Language models', ...(document.models.length === 0 ? ['  none'] : document.models.flatMap(languageModelLines))]),
    'Sandbox',
    `  ${document.sandbox.description}`,
    ...(document.sandbox.remedy === undefined ? [] : [`          ${document.sandbox.remedy}`]),
    'Measured tasks',
    location === null ? `  none; generated tasks are used instead. \`evospice data fetch\` brings public ones. Looked at: ${searched.join(', ')}` : `  ${tasks.length} in ${location}`,
  ].map((line) => fold(line, 10)).join('\n');
}

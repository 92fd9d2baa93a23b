import { resolve } from 'node:path';
import {
  benchHost, benchSettingsSchema, benchSimulators, locateTasks, type BenchRun, type BenchSetup, type LocatedTask, type ResolvedEntry,
} from '@evospice/bench';
import { EvospiceError, defined, type Json, type Selection } from '@evospice/contracts';
import { generatedFamilies, resolveTasks, taskReferenceSchema, type TaskReference } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import { allSource } from '@evospice/program-text';
import { schedulerOptionsSchema } from '@evospice/resources';
import { contentHash } from '@evospice/runs';
import { checkProgram } from '@evospice/sandbox';
import { selectionOf } from '../../options/choices.ts';
import { benchServices } from '../bench-services.ts';
import { choiceCondition, choiceConditions, coreCondition, pluginConditions } from '../plugin-code.ts';
import { isProgramFile, programFrom } from '../programs.ts';
import { versions } from '../versions.ts';
import { ControlCache } from './control-cache.ts';

export interface TrialRequest {
  /** A program file, or an optimizer by name, with options as `name:{…}`. */
  readonly subject: string;
  /** Tasks, or folders of them. */
  readonly tasks: readonly string[];
  readonly metric: 'relative' | 'log';
  readonly simulator: Selection;
  readonly runner: Selection;
  readonly control: Selection;
  /** Families of compact models that subject and control do without, or `all`. */
  readonly hideModels: readonly string[];
  /** Folder that keeps the control's runs. */
  readonly cache: string;
  /** Called with every line that the subject logs. Must not throw. */
  readonly onLog: (line: string) => void;
}

/** One optimizer on trial beside a control that is measured once: every run is made as `bench` makes it, in this process. */
export interface Trial {
  readonly subject: string;
  readonly control: string;
  readonly tasks: readonly LocatedTask[];
  runSubject(cell: TrialCell, signal: AbortSignal): Promise<BenchRun>;
  /** From the cache where it is kept already. */
  runControl(cell: TrialCell, signal: AbortSignal): Promise<{ readonly run: BenchRun; readonly kept: boolean }>;
  close(): Promise<void>;
}

export interface TrialCell {
  readonly task: string;
  readonly seed: number;
  readonly budget: number;
}

/**
 * Reads the program and the tasks.
 * @throws EvospiceError `USAGE_PROGRAM`, `PROGRAM_SYNTAX` with file and line, `TASK_MISSING` and what else loading a task says
 */
export async function openTrial(kernel: Kernel, request: TrialRequest): Promise<Trial> {
  const { registry } = kernel;
  const subject = await subjectEntry(kernel, request.subject);
  const selection = registry.resolve('Optimizer', request.control);
  const control: ResolvedEntry = { name: subject.name === selection.name ? `${selection.name} (control)` : selection.name, kind: 'optimizer', selection };
  const suite: BenchSetup['suite'] = {
    simulator: registry.resolve('Simulator', request.simulator), runner: registry.resolve('ProgramRunner', request.runner), rules: [],
    resources: schedulerOptionsSchema.parse({}), metric: request.metric, limits: benchSettingsSchema.parse({}).limits,
    hiddenModels: [...request.hideModels],
  };
  const services = benchServices(kernel);
  const [drawn, named] = [request.tasks.filter(isDrawn), request.tasks.filter((task) => !isDrawn(task))];
  const files = (await Promise.all(named.map(resolveTasks))).flat();
  const place = { suite: { file: resolve('tasks'), value: {}, lineOf: () => undefined }, out: process.cwd() };
  const tasks = await locateTasks(registry, [...new Set(files), ...drawn.map(drawnTask)], place, benchSimulators(services, suite).simulatorFor);
  refuseNamesakes(tasks);
  const simulator = registry.create('Simulator', suite.simulator);
  const shared: Json = {
    control: await choiceCondition(kernel, 'Optimizer', selection), core: await coreCondition(), metric: suite.metric,
    simulator: { ...(await choiceConditions(kernel, { simulator: ['Simulator', suite.simulator] })), version: (await simulator.probe()).version ?? null },
    plugins: await pluginConditions(kernel, ['Optimizer']), versions: versions(), ...(suite.hiddenModels.length === 0 ? {} : { hiddenModels: suite.hiddenModels }),
  };
  const cache = new ControlCache(request.cache);
  let loud = false;
  const host = benchHost(services, { plugins: kernel.loaded, file: place.suite.file, verbose: false, entries: [subject, control], tasks, suite }, {
    onLog: (line) => {
      if (loud) request.onLog(line);
    },
  });
  return {
    subject: subject.name,
    control: control.name,
    tasks,
    async runSubject(cell, signal) {
      loud = true;
      try {
        return await host.run({ entry: subject.name, ...cell }, signal);
      } finally {
        loud = false;
      }
    },
    async runControl(cell, signal) {
      const conditions = { ...shared, task: (tasks.find(({ id }) => id === cell.task) as LocatedTask).hash, seed: cell.seed, budget: cell.budget } as Json;
      const found = await cache.find(conditions);
      if (found !== undefined) return { run: { ...found, entry: control.name }, kept: true };
      const run = await host.run({ entry: control.name, ...cell }, signal);
      await cache.keep(conditions, run);
      return { run, kept: false };
    },
    close: () => host.close(),
  };
}

async function subjectEntry({ registry }: Kernel, subject: string): Promise<ResolvedEntry> {
  if (!isProgramFile(subject)) {
    const selection = registry.resolve('Optimizer', selectionOf(subject));
    return { name: selection.name, kind: 'optimizer', selection };
  }
  const { name, program } = await programFrom(subject);
  try {
    checkProgram(program);
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    const { code, message, received, expected, remedy, line } = error;
    throw new EvospiceError(code, message.replace(/^line \d+: /u, ''), { ...defined({ received, expected, remedy, line }), file: subject, cause: error });
  }
  return { name, kind: 'program', program, hash: contentHash(allSource(program)), from: subject };
}

function isDrawn(task: string): boolean {
  return task.startsWith('generate:');
}

/** `generate:FAMILY:SEED`: a device of the task generator. @throws EvospiceError `USAGE_TASK` */
function drawnTask(text: string): TaskReference {
  const [, family, seed] = text.split(':');
  const parsed = taskReferenceSchema.safeParse({ generate: { family, seed: seed === undefined || seed === '' ? undefined : Number(seed) } });
  if (parsed.success) return parsed.data;
  throw new EvospiceError('USAGE_TASK', `${text} does not name a device to draw`, {
    received: text, expected: `generate:FAMILY:SEED, FAMILY one of ${generatedFamilies.join(', ')}`, remedy: 'for example generate:bsim4:7',
  });
}

function refuseNamesakes(tasks: readonly LocatedTask[]): void {
  const ids = tasks.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new EvospiceError('USAGE_TASK', `two tasks have the id ${twice}`, { received: ids, expected: 'ids of their own', remedy: 'give one of them another id' });
}

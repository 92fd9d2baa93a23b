import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { defined, EvospiceError, type ExtensionRegistry, type Simulator, type Task } from '@evospice/contracts';
import { besideFile, determination, generateTask, generateTaskWithTruth, loadTask, resolveTask, taskConditions, taskHash, taskReferenceSchema, type Determination, type GenerateSpec } from '@evospice/device';
import { nearest, type ConfigurationDocument } from '@evospice/kernel';
import type { Conditions } from '@evospice/runs';
import { analyticRecipeSchema, analyticTask, functionNames, namedFunction } from '@evospice/test-functions';
import { z } from 'zod';

const analyticSchema = analyticRecipeSchema.superRefine(({ function: name, dimension, instance }, context) => {
  try {
    namedFunction(name, defined({ dimension, instance }));
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    const suggestion = nearest(name, functionNames());
    context.addIssue({ code: 'custom', path: suggestion === name ? [] : ['function'], message: error.message, params: { expected: error.expected ?? 'another function', suggestion: suggestion === name ? undefined : suggestion } });
  }
});

/** A task in a suite: as in an evolution's configuration, or a test function. */
export const benchTaskSchema = z.union([...taskReferenceSchema.options, z.strictObject({ analytic: analyticSchema }).describe('A test function; it brings its own simulator.')]);

export type BenchTaskReference = z.output<typeof benchTaskSchema>;

/** Where a task comes from, for any process on this machine: plain data. */
export type TaskOrigin = { readonly file: string } | Exclude<BenchTaskReference, string>;

/** One task of a suite as it goes to worker processes. */
export interface LocatedTask {
  readonly id: string;
  readonly origin: TaskOrigin;
  /** Of its content, see `taskHash`. */
  readonly hash: string;
  /** The same by what changed; see `taskConditions`. */
  readonly conditions: Conditions;
  readonly title: string;
  readonly parameters: number;
  /** What its curves determine, of a generated task whose device a compact model covers. */
  readonly determination?: Determination;
  /** As it is in the suite that is written beside the results. */
  readonly reference: BenchTaskReference;
}

/** Simulator of a task, given the suite's. */
export type SimulatorFor = (origin: TaskOrigin) => Simulator;

/** Where paths of a suite begin. */
export interface SuitePlaces {
  readonly suite: ConfigurationDocument;
  /** Folder of the results. */
  readonly out: string;
}

/** Finds and loads the tasks of a suite. `out` is the folder of the resolved suite, which paths are written relative to. */
export async function locateTasks(
  registry: ExtensionRegistry, references: readonly BenchTaskReference[], places: SuitePlaces, simulatorFor: SimulatorFor,
): Promise<readonly LocatedTask[]> {
  const located: LocatedTask[] = [];
  for (const [index, reference] of references.entries()) {
    const origin = typeof reference === 'string' ? { file: await fileOf(reference, index, places.suite) } : reference;
    const { task, determined } = 'generate' in origin
      ? await generatedTask(origin.generate as GenerateSpec, simulatorFor(origin))
      : { task: await taskFrom(registry, origin, simulatorFor), determined: undefined };
    located.push({
      id: task.id, origin, hash: taskHash(task), conditions: taskConditions(task), title: task.title, parameters: task.tunables.length,
      reference: referenceFrom(reference, task, places), ...defined({ determination: determined }),
    });
  }
  return located;
}

async function generatedTask(spec: GenerateSpec, simulator: Simulator): Promise<{ readonly task: Task; readonly determined: Determination | undefined }> {
  const generated = await generateTaskWithTruth(spec, simulator);
  return { task: generated.task, determined: await determination(spec, generated) };
}

/** The file of a task that is named by path or id. @throws EvospiceError `TASK_MISSING` with its place in the suite. */
async function fileOf(reference: string, index: number, suite: ConfigurationDocument): Promise<string> {
  try {
    return await resolveTask(besideFile(reference, suite.file));
  } catch (error) {
    if (!EvospiceError.is(error, 'TASK_MISSING')) throw error;
    const line = suite.lineOf(['tasks', index]);
    throw new EvospiceError(error.code, `tasks[${index}]: ${error.message}`, {
      received: reference, file: suite.file, cause: error, remedy: 'check the name; paths are relative to the suite file',
      ...defined({ expected: error.expected, line }),
    });
  }
}

/** The task that was located before, in whatever process. @throws EvospiceError `BENCH_TASK` when it is no longer the same. */
export async function taskAt(
  registry: ExtensionRegistry, { id, origin, hash }: LocatedTask, simulatorFor: SimulatorFor,
): Promise<{ readonly task: Task; readonly simulator: Simulator }> {
  const task = await taskFrom(registry, origin, simulatorFor);
  if (task.id === id && taskHash(task) === hash) return { task, simulator: simulatorFor(origin) };
  throw new EvospiceError('BENCH_TASK', `the task ${id} is not what it was when the benchmark began`, {
    received: task.id, expected: 'a task that stays as it is while the benchmark runs', remedy: 'leave its files alone and run the benchmark again',
  });
}

async function taskFrom(registry: ExtensionRegistry, origin: TaskOrigin, simulatorFor: SimulatorFor): Promise<Task> {
  if ('file' in origin) return loadTask(origin.file, registry);
  if ('analytic' in origin) return analyticTask(origin.analytic);
  return generateTask(origin.generate as GenerateSpec, simulatorFor(origin));
}

function referenceFrom(reference: BenchTaskReference, task: Task, { suite, out }: SuitePlaces): BenchTaskReference {
  if (typeof reference !== 'string') return reference;
  const beside = resolve(dirname(suite.file), reference);
  const path = existsSync(beside) ? beside : existsSync(reference) ? resolve(reference) : undefined;
  return path === undefined ? task.id : relative(out, path) || '.';
}

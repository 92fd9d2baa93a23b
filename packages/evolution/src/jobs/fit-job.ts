import { EvospiceError, type ExecutorSession, type JobHandler, type Json, type Task } from '@evospice/contracts';
import { curveFits, simulateSplit, type CurveFit } from '@evospice/extraction';
import type { ExtractionParts } from './extraction-job.ts';
import { turnTaking } from './resources.ts';

/** Kind under which the handler of {@link fitHandler} is known to an executor. */
export const FIT_JOB = 'fit';

/** A simulation of a task before and after an extraction, as plain JSON. */
export interface FitJob {
  readonly [key: string]: Json;
  /** Id of the task. */
  readonly task: string;
  /** What the extraction found, by name. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** Handler of fit jobs; answers with `CurveFit`s of the training and validation curves. */
export function fitHandler(parts: Pick<ExtractionParts, 'tasks' | 'sessions' | 'simulator' | 'resources'>): JobHandler {
  const { tasks, sessions } = parts;
  return async (payload, { signal }) => {
    const job = payload as unknown as FitJob;
    const task = tasks.find(({ id }) => id === job.task);
    if (task === undefined) throw new EvospiceError('EVOLUTION_JOB', `there is no task "${job.task}" here`, { received: job.task });
    const fits = await sessions.use(task, signal, async (pooled) => {
      const session = turnTaking(pooled, { name: 'overlays', priority: 'validation', memoryMb: 0 }, parts);
      const simulate = async (candidate: readonly number[]) => {
        const splits = [];
        for (const split of ['train', 'validate'] as const) {
          const curves = curvesOf(task, split);
          if (curves.length > 0) splits.push(...(await simulateSplit(session, curves, candidate, signal)).curves);
        }
        return new Map(splits);
      };
      const before = await simulate(task.tunables.map(({ start }) => start));
      const after = await simulate(task.tunables.map(({ name }) => valueOf(job, name)));
      return curveFits([...curvesOf(task, 'train'), ...curvesOf(task, 'validate')], before, after);
    });
    return fits as unknown as Json;
  };
}

/** Has the overlays of an extraction made. */
export async function requestFits(job: FitJob, options: { readonly session: ExecutorSession; readonly signal: AbortSignal }): Promise<readonly CurveFit[]> {
  const { session, signal } = options;
  return (await session.execute({ kind: FIT_JOB, payload: job }, { signal })) as unknown as readonly CurveFit[];
}

function curvesOf(task: Task, wanted: 'train' | 'validate') {
  return task.curves.filter(({ split }) => split === wanted);
}

function valueOf({ task, parameters }: FitJob, name: string): number {
  const value = parameters[name];
  if (value !== undefined) return value;
  throw new EvospiceError('EVOLUTION_JOB', `the extraction on task ${task} tells nothing of the parameter ${name}`, { received: Object.keys(parameters), expected: name });
}

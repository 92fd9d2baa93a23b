import { EvospiceError, type Task } from '@evospice/contracts';
import { curveFits, simulateSplit, type CurveFit } from '@evospice/extraction';
import { taskNamed, type JobParts } from './extraction-parts.ts';
import { turnTaking } from './resources.ts';

/** What overlays are drawn of. */
export interface OverlayRequest {
  /** Id of the task. */
  readonly task: string;
  /** What the extraction found, by name. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** Simulates a task before and after an extraction once more: overlays of the training and validation curves. */
export async function overlays(request: OverlayRequest, { parts, sessions, signal }: JobParts): Promise<readonly CurveFit[]> {
  const task = taskNamed(request.task, parts);
  return sessions.use({ task, simulator: parts.simulator }, signal, async (opened) => {
    const session = turnTaking(opened, { name: 'overlays', priority: 'validation', memoryMb: 0 }, parts);
    const simulate = async (candidate: readonly number[]) => {
      const splits = [];
      for (const split of ['train', 'validate'] as const) {
        const curves = curvesOf(task, split);
        if (curves.length > 0) splits.push(...(await simulateSplit(session, curves, candidate, signal)).curves);
      }
      return new Map(splits);
    };
    const before = await simulate(task.tunables.map(({ start }) => start));
    const after = await simulate(task.tunables.map(({ name }) => valueOf(request, name)));
    return curveFits([...curvesOf(task, 'train'), ...curvesOf(task, 'validate')], before, after);
  });
}

function curvesOf(task: Task, wanted: 'train' | 'validate') {
  return task.curves.filter(({ split }) => split === wanted);
}

function valueOf({ task, parameters }: OverlayRequest, name: string): number {
  const value = parameters[name];
  if (value !== undefined) return value;
  throw new EvospiceError('PROBLEM_JOB', `the extraction on task ${task} says nothing about the parameter ${name}`, { received: Object.keys(parameters), expected: name });
}

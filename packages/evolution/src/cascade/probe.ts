import type { Program, Task } from '@evospice/contracts';
import { trainingSeeds, type EvolutionSettings } from '../settings/evolution-settings.ts';
import type { CascadeParts, TurnedAway } from './verdict.ts';

/**
 * One small extraction on one small task. A program that fails there, or leaves the starting card as it is, is turned away
 * before the full set is spent on it. The extraction is not stored: it says nothing beyond its verdict.
 */
export async function probeProgram(program: Program, { settings, tasks, extractor }: CascadeParts): Promise<TurnedAway | undefined> {
  const budget = probeBudget(settings, tasks.probe);
  const attempt = await extractor.probe(program, { task: tasks.probe, seed: trainingSeeds(settings)[0] as number, budget });
  if ('trouble' in attempt) return { passed: false, stage: 'probe', code: attempt.trouble.code, reason: `no verdict, through no fault of the program: ${attempt.trouble.reason}` };
  const { end, failure, run } = attempt.result;
  if (end === 'failed') return { passed: false, stage: 'probe', code: failure?.code ?? 'PROGRAM_CRASHED', reason: failure?.message ?? 'no reason given' };
  const best = run.trajectory.at(-1)?.best ?? null;
  if (best !== null && best < run.startError) return undefined;
  const found = best === null ? `no successful evaluation of all curves in ${run.trajectory.length} evaluations` : `at best an error of ${best.toPrecision(4)}`;
  return {
    passed: false, stage: 'probe', code: 'PROGRAM_NO_IMPROVEMENT',
    reason: `no better than doing nothing on task ${tasks.probe.id} with ${budget} budget units: ${found}, the starting card has ${run.startError.toPrecision(4)}`,
  };
}

/**
 * Budget units of the probe: what the settings say, else enough for two finite-difference gradients and as many steps along
 * them, so that a method that looks before it steps is not turned away for want of budget. Never more than a full extraction.
 */
export function probeBudget(settings: EvolutionSettings, task: Task): number {
  return Math.min(settings.budget, settings.probe.budget ?? 2 * (task.tunables.length + 1) + 2);
}

/** The task with the least work: the first of those with the smallest product of parameters and points. */
export function smallestTask(tasks: readonly Task[]): Task | undefined {
  const work = (task: Task): number => task.tunables.length * task.curves.reduce((points, curve) => points + curve.x.length, 0);
  return tasks.reduce<Task | undefined>((least, task) => (least === undefined || work(task) < work(least) ? task : least), undefined);
}

import { CONFIRMATION_STAGE, REFERENCE_STAGE, VALIDATION_STAGE, type Case, type Task } from '@evospice/contracts';
import { confirmationSeeds, trainingSeeds, validationSeeds, type ExtractionSettings } from '../settings/extraction-settings.ts';
import { pointsOf, trialTask, type ExtractionTasks } from './tasks.ts';

/** One small extraction that a program must survive. */
export const TRIAL_STAGE = 'trial';
/** The full set of tasks and seeds, which is scored. */
export const EVALUATION_STAGE = 'evaluation';

export interface PlanParts {
  readonly settings: ExtractionSettings;
  /** Seed of the run. */
  readonly seed: number;
  readonly tasks: ExtractionTasks;
}

/** How one extraction is to be made. */
export interface ExtractionOrder {
  /** Budget units. */
  readonly budget: number;
  readonly wallSeconds: number;
  /** Whether to keep positions in the trajectory, which descriptors need. */
  readonly positions: boolean;
  /** Whether to keep overlays. */
  readonly fits: boolean;
  /** Whose simulations go first where resources are short. */
  readonly priority: 'validation' | 'exploration';
}

/** The trial's only case. */
export function trialCases({ settings, seed, tasks }: PlanParts): readonly Case[] {
  const task = trialTask(tasks);
  return [{ id: task.id, seed: trainingSeeds(settings, seed)[0] as number, cost: trialBudget(settings, task) }];
}

/** Seed by seed over all training tasks, those with the fewest points first: a program that loses its race is stopped before the costly ones. */
export function evaluationCases({ settings, seed, tasks }: PlanParts): readonly Case[] {
  const train = [...tasks.train].sort((a, b) => pointsOf(a) - pointsOf(b));
  return trainingSeeds(settings, seed).flatMap((one) => train.map(({ id }) => ({ id, seed: one, cost: settings.budget })));
}

export function validationCases({ settings, seed, tasks }: PlanParts): readonly Case[] {
  return validationSeeds(settings, seed).flatMap((one) => tasks.validate.map(({ id }) => ({ id, seed: one, cost: settings.budget })));
}

/** Training tasks with the seeds that come after all others. */
export function confirmationCases({ settings, seed, tasks }: PlanParts, seeds: number): readonly Case[] {
  return confirmationSeeds(settings, seed, seeds).flatMap((one) => tasks.train.map(({ id }) => ({ id, seed: one, cost: settings.budget })));
}

/** Every task that programs see, with the same seeds and budget, task by task. */
export function referenceCases({ settings, seed, tasks }: PlanParts): readonly Case[] {
  const of = (own: readonly Task[], seeds: readonly number[]): readonly Case[] => own.flatMap(({ id }) => seeds.map((one) => ({ id, seed: one, cost: settings.budget })));
  return [...of(tasks.train, trainingSeeds(settings, seed)), ...of(tasks.validate, validationSeeds(settings, seed))];
}

/** What a case of a stage means for the extraction. Overlays are kept of the first seed only, and of nothing that is not shown. */
export function orderOf(stage: string, one: Case, { settings, seed, tasks }: PlanParts): ExtractionOrder {
  const { limits, trial, budget } = settings;
  const shown = stage === REFERENCE_STAGE || stage === VALIDATION_STAGE;
  const isTrial = stage === TRIAL_STAGE;
  return {
    budget: isTrial ? trialBudget(settings, trialTask(tasks)) : budget,
    wallSeconds: isTrial ? Math.min(limits.wallSeconds, trial.wallSeconds) : limits.wallSeconds,
    positions: stage === EVALUATION_STAGE,
    fits: shown && one.seed === trainingSeeds(settings, seed)[0],
    priority: stage === VALIDATION_STAGE || stage === CONFIRMATION_STAGE ? 'validation' : 'exploration',
  };
}

/**
 * Budget units of the trial: what the settings say, else enough for two finite-difference gradients and as many steps along
 * them, so that a method that looks before it steps is not turned away for want of budget. Never more than a full extraction.
 */
export function trialBudget(settings: ExtractionSettings, task: Task): number {
  return Math.min(settings.budget, settings.trial.budget ?? 2 * (task.tunables.length + 1) + 2);
}

import { EvospiceError, type Json } from '@evospice/kernel';
import type { EvolutionEvents, TaskFact } from '../events.ts';
import { trainingSeeds, validationSeeds } from '../settings/evolution-settings.ts';
import type { Journal } from './journal.ts';
import type { EvolutionRequest } from './request.ts';

/** Fact under which the settings of the run are kept. */
export const SETTINGS_FACT = 'evolution-settings';

/** Settings that may change between a run and its resumption: how far and how fast, not what. */
const changeable: ReadonlySet<string> = new Set(['evaluations', 'proposals', 'workers', 'retries']);

/** The first event of a run. */
export function startOf(request: EvolutionRequest): EvolutionEvents['run-started'] {
  const { settings, simulator, tasks, archive, versions } = request;
  return {
    seed: settings.seed,
    simulator: simulator.name,
    budget: settings.budget,
    seeds: trainingSeeds(settings),
    evaluations: settings.evaluations,
    tasks: taskFacts(request.tasks),
    axes: archive.axes,
    versions: versions ?? {},
    order: settings.workers === 1 ? 'proposal' : 'completion',
    metric: settings.metric,
    validationSeeds: tasks.validate.length === 0 ? [] : validationSeeds(settings),
  };
}

/**
 * Writes the first event of a new run, or checks that a stored one is taken up with what it began with.
 *
 * @throws EvospiceError `EVOLUTION_CHANGED` when it is not
 */
export function beginOrResume(request: EvolutionRequest, journal: Journal): void {
  const { started } = journal.view;
  const start = startOf(request);
  if (started === null) {
    journal.setFact(SETTINGS_FACT, request.settings as unknown as Json);
    journal.write('run-started', start);
    return;
  }
  for (const part of ['simulator', 'tasks', 'axes'] as const) refuseChange(part, started[part], start[part]);
  const before = (journal.fact(SETTINGS_FACT) ?? {}) as Record<string, unknown>;
  const now = JSON.parse(JSON.stringify(request.settings)) as Record<string, unknown>;
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (!changeable.has(name)) refuseChange(name, before[name], now[name]);
  }
}

function refuseChange(what: string, before: unknown, now: unknown): void {
  if (canonical(before) === canonical(now)) return;
  throw new EvospiceError('EVOLUTION_CHANGED', `the run began with other ${what}: its scores could not be compared with new ones`, {
    met: now,
    expected: `${what} as the run began: ${canonical(before)}`,
    remedy: 'resume with the configuration that the run began with, or start a new run in another folder',
  });
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1))) : item,
  ) ?? 'nothing';
}

function taskFacts({ train, validate }: EvolutionRequest['tasks']): readonly TaskFact[] {
  return [...train.map((task) => ({ task, role: 'train' as const })), ...validate.map((task) => ({ task, role: 'validate' as const }))].map(({ task, role }) => ({
    id: task.id, title: task.title, origin: task.origin, role, parameters: task.tunables.length,
  }));
}

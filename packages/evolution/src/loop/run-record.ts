import { createHash } from 'node:crypto';
import { EvospiceError, type Json } from '@evospice/contracts';
import { allSource } from '@evospice/program-text';
import type { EvolutionEvents, TaskFact } from '../events.ts';
import { trainingSeeds, validationSeeds } from '../settings/evolution-settings.ts';
import type { Journal } from './journal.ts';
import type { EvolutionRequest } from './request.ts';

/** Fact under which is kept what the run depends on. */
export const CONDITIONS_FACT = 'evolution-conditions';

/** What may change between a run and its resumption: how far, how fast and by whom, not what is measured. */
const changeable: ReadonlySet<string> = new Set(['evaluations', 'proposals', 'workers', 'retries', 'proposers']);

/** Differences between a stored run and the request to take it up again, by name. */
export type Changes = NonNullable<EvolutionEvents['run-resumed']['changed']>;

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

/** Everything that decides over a run, as it is kept to be compared on resumption. */
function conditionsOf(request: EvolutionRequest): Readonly<Record<string, Json>> {
  const { settings, tasks, scorer, descriptors, proposers, seedPrograms } = request;
  const { simulator, axes, tasks: facts } = startOf(request);
  const conditions = {
    ...settings,
    simulator, axes, tasks: facts,
    'probe task': tasks.probe?.id ?? null,
    scorer: scorer.name,
    descriptors: descriptors.map(({ name }) => name),
    proposers: proposers.map(({ proposer, weight }) => ({ name: proposer.name, weight })),
    'seed programs': seedPrograms.map((program) => createHash('sha256').update(allSource(program)).digest('hex')),
  };
  return JSON.parse(JSON.stringify(conditions)) as Record<string, Json>;
}

/** Writes the first event of a new run. */
export async function begin(request: EvolutionRequest, journal: Journal): Promise<void> {
  await journal.setFact(CONDITIONS_FACT, conditionsOf(request));
  await journal.write('run-started', startOf(request));
}

/**
 * Compares a stored run with the request to take it up again.
 *
 * @returns what has changed and may
 * @throws EvospiceError `EVOLUTION_CHANGED` for what may not
 */
export async function checkResumption(request: EvolutionRequest, journal: Journal): Promise<Changes> {
  const before = ((await journal.fact(CONDITIONS_FACT)) ?? {}) as Readonly<Record<string, Json>>;
  const now = conditionsOf(request);
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => canonical(before[name]) !== canonical(now[name]));
  const refused = changed.find((name) => !changeable.has(name));
  if (refused !== undefined) {
    throw new EvospiceError('EVOLUTION_CHANGED', `the run began with other ${refused}: its scores could not be compared with new ones`, {
      received: now[refused],
      expected: `${refused} as the run began: ${canonical(before[refused])}`,
      remedy: 'resume with the configuration that the run began with, or start a new run in another folder',
    });
  }
  return Object.fromEntries(changed.map((name) => [name, { before: before[name] ?? null, now: now[name] ?? null }]));
}

/** Writes that the run goes on, and under which conditions if they are not as before. */
export async function resume(request: EvolutionRequest, journal: Journal, changed: Changes): Promise<void> {
  const { evaluations } = journal.view;
  await journal.write('run-resumed', { evaluations, ...(Object.keys(changed).length === 0 ? {} : { changed }) });
  await journal.setFact(CONDITIONS_FACT, conditionsOf(request));
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

import { createHash } from 'node:crypto';
import { EvospiceError, type Json } from '@evospice/contracts';
import { EVENT_FORMAT, type EvolutionEvents } from '../events.ts';
import type { Journal } from './journal.ts';
import type { EvolutionRequest } from './request.ts';

/** Fact under which is kept what the run depends on. */
export const CONDITIONS_FACT = 'evolution-conditions';

/** What may change between a run and its resumption: how far, how fast and by whom, not what is measured. */
const changeable: ReadonlySet<string> = new Set(['programs', 'proposals', 'workers', 'retries', 'proposers', 'selector', 'parents']);

/** Differences between a stored run and the request to take it up again, by name. */
export type Changes = NonNullable<EvolutionEvents['run-resumed']['changed']>;

type Conditions = Readonly<Record<string, Json>>;

/** The first event of a run. */
function startOf({ settings, problem, archive, versions }: EvolutionRequest): EvolutionEvents['run-started'] {
  return {
    format: EVENT_FORMAT,
    problem: problem.name,
    seed: settings.seed,
    programs: settings.programs,
    archive: { axes: archive.axes, shape: archive.shape },
    stages: problem.stages.map(({ name, cases }) => ({ name, cases: cases.length })),
    versions: versions ?? {},
    order: settings.workers === 1 ? 'proposal' : 'completion',
    facts: problem.facts ?? {},
  };
}

/** Everything that decides over a run, as it is kept to be compared on resumption. */
async function conditionsOf({ settings, problem, archive, selector, proposers, conditions = {} }: EvolutionRequest): Promise<Conditions> {
  const all = {
    ...settings,
    problem: problem.name,
    ...(await problem.conditions()),
    cases: problem.stages,
    'validation cases': problem.validation ?? [],
    'seed programs': problem.seeds.map((program) => createHash('sha256').update(JSON.stringify(program)).digest('hex')),
    axes: archive.axes,
    selector: selector.name,
    proposers: proposers.map(({ proposer, weight }) => ({ name: proposer.name, weight })),
    ...conditions,
  };
  return JSON.parse(JSON.stringify(all)) as Conditions;
}

/** Writes the first event of a new run. */
export async function begin(request: EvolutionRequest, journal: Journal): Promise<void> {
  await journal.setFact(CONDITIONS_FACT, await conditionsOf(request));
  journal.write('run-started', startOf(request));
}

/**
 * Compares a stored run with the request to take it up again.
 *
 * @returns what has changed and may
 * @throws EvospiceError `EVOLUTION_CHANGED` for what may not, `EVOLUTION_FORMAT` for a run of an earlier version
 */
export async function checkResumption(request: EvolutionRequest, journal: Journal): Promise<Changes> {
  const format = journal.view.started?.format;
  if (format !== EVENT_FORMAT) {
    throw new EvospiceError('EVOLUTION_FORMAT', 'the run was begun by an earlier version of Evospice', {
      received: format, expected: `a run of format ${EVENT_FORMAT}`, remedy: 'it can be reported; to go on, start a new run, or use the version that wrote it',
    });
  }
  const before = ((await journal.fact(CONDITIONS_FACT)) ?? {}) as Conditions;
  const now = await conditionsOf(request);
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
  const { tried } = journal.view;
  journal.write('run-resumed', { programs: tried, ...(Object.keys(changed).length === 0 ? {} : { changed }) });
  await journal.setFact(CONDITIONS_FACT, await conditionsOf(request));
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1))) : item,
  ) ?? 'nothing';
}

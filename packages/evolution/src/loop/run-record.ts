import { defined, EvospiceError } from '@evospice/contracts';
import { contentHash, FORMAT, settleConditions, type Conditions } from '@evospice/runs';
import type { EvolutionEvents } from '../events.ts';
import type { Journal } from './journal.ts';
import { seedsOf, type EvolutionRequest } from './request.ts';

/** Fact under which is kept what the run depends on. */
const CONDITIONS_FACT = 'conditions';

/** What proposers depend on besides their options and code. */
const PROPOSERS_READ = 'what proposers read';

/** What may change between a run and its resumption: how far, how fast and by whom, not what is measured. */
const changeable: ReadonlySet<string> = new Set(['programs', 'proposals', 'stop', 'workers', 'retries', 'proposers', PROPOSERS_READ, 'selector', 'parents', 'race', 'confirm', 'novelty', 'stagnation', 'controls']);

/** Differences between a stored run and the request to take it up again, by name. */
type Changes = NonNullable<EvolutionEvents['run-resumed']['changed']>;

/** The first event of a run. */
function startOf({ settings, problem, archive, versions }: EvolutionRequest): EvolutionEvents['run-started'] {
  return {
    format: FORMAT,
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
async function conditionsOf({ settings, problem, seeds, archive, selector, proposers, conditions = {} }: EvolutionRequest): Promise<Conditions> {
  const all = {
    ...settings,
    problem: problem.name,
    ...(await problem.conditions()),
    cases: problem.stages,
    'validation cases': problem.validation ?? [],
    'seed programs': seedsOf({ problem, ...defined({ seeds }) }).map((program) => contentHash(program)),
    axes: archive.axes,
    selector: selector.name,
    proposers: proposers.map(({ proposer, weight }) => ({ name: proposer.name, weight })),
    [PROPOSERS_READ]: await Promise.all(proposers.map(async ({ proposer }) => (await proposer.conditions?.()) ?? {})),
    ...conditions,
  };
  return JSON.parse(JSON.stringify(all)) as Conditions;
}

/** Writes the first event of a new run. */
export async function begin(request: EvolutionRequest, journal: Journal): Promise<void> {
  await journal.setFact(CONDITIONS_FACT, await conditionsOf(request));
  await request.onBegin?.();
  journal.write('run-started', startOf(request));
}

/** What a run that is taken up again goes on under. */
export interface Resumption {
  readonly conditions: Conditions;
  readonly changed: Changes;
}

/**
 * Compares a stored run with the request to take it up again.
 * @throws EvospiceError `RUN_CHANGED` for what may not be otherwise, `RUN_FORMAT` for a run of an earlier version
 */
export async function checkResumption(request: EvolutionRequest, journal: Journal): Promise<Resumption> {
  const format = journal.view.started?.format;
  if (format !== FORMAT) {
    throw new EvospiceError('RUN_FORMAT', 'the run was begun by an earlier version of Evospice', {
      received: format, expected: `a run of format ${FORMAT}`, remedy: 'it can be reported; to go on, start a new run, or use the version that wrote it',
    });
  }
  const before = ((await journal.fact(CONDITIONS_FACT)) ?? {}) as Conditions;
  const { conditions, changed } = settleConditions(before, await conditionsOf(request), {
    mayChange: (name) => changeable.has(name),
    remedy: 'scores could not be compared: resume with the configuration that the run began with, or start a new run in another folder',
  });
  return { conditions, changed: Object.fromEntries(changed.map(({ what, before: old, now }) => [what, { before: old, now }])) };
}

/** Writes that the run goes on, and under which conditions if they are not as before. */
export async function resume(request: EvolutionRequest, journal: Journal, { conditions, changed }: Resumption): Promise<void> {
  await journal.setFact(CONDITIONS_FACT, conditions);
  await request.onBegin?.();
  journal.write('run-resumed', { programs: journal.view.tried, ...defined({ changed: Object.keys(changed).length === 0 ? undefined : changed }) });
}

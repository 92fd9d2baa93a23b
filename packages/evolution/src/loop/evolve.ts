import { checkProgram } from '@evospice/sandbox';
import { Extractor } from '../cascade/extractor.ts';
import { SessionPool } from '../jobs/session-pool.ts';
import { workWith } from '../jobs/worker.ts';
import { proposalLimit } from '../settings/evolution-settings.ts';
import type { RunView } from '../view/run-view.ts';
import { Evolution } from './evolution.ts';
import { Journal } from './journal.ts';
import { allTasks, checkRequest, type EvolutionRequest, type EvolutionSummary } from './request.ts';
import { begin, checkResumption, resume } from './run-record.ts';

/**
 * Evolves optimizer programs: asks proposers for children of archived programs, judges each in a cascade of ever dearer stages,
 * and keeps the best of each cell. `settings.workers` programs are in flight at a time, and no generation is waited for.
 *
 * Every event is in `log` before anything depends on it. Given a log that tells of an unfinished run, evolution goes on from there:
 * programs that were judged are not judged again, a program cut off half-way goes on with the extractions it still lacks. With
 * one worker, and proposers that draw on nothing but the random numbers they are given, the same settings give the same
 * events (but for their times), whether the run was interrupted or not; what depends on the wall clock is only whether a program meets its
 * deadline.
 *
 * @throws EvospiceError `EVOLUTION_REQUEST` for parts that make no run; `EVOLUTION_CHANGED` when a stored run is taken up with another
 *   configuration; `EVOLUTION_NO_PROGRAM` when not one program can be evaluated; `EVOLUTION_PROPOSERS` when proposers only fail; and what
 *   a simulator throws that is missing or cannot open a task. The run can be resumed after each of them.
 */
export async function evolve(request: EvolutionRequest): Promise<EvolutionSummary> {
  checkRequest(request);
  const { settings, tasks, log, simulator, executor, runner, baselines = [] } = request;
  const journal = await Journal.open(log, request);
  const { view } = journal;
  if (view.started === null) await begin(request, journal);
  else {
    const changed = await checkResumption(request, journal);
    if (view.finished !== null && isExhausted(view, request)) return { ended: 'finished', view };
    await resume(request, journal, changed);
  }

  const stop = new AbortController();
  const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
  const sessions = new SessionPool(simulator);
  const everyTask = allTasks(tasks);
  const parts = { tasks: everyTask, simulator, sessions, runner, baselines, ...(request.resources === undefined ? {} : { resources: request.resources }) };
  const { source, release } = workWith(parts);
  const session = await executor.open(source);
  try {
    const extractor = new Extractor({ settings, session, journal, signal });
    const check = request.check ?? checkProgram;
    await new Evolution({ request, journal, extractor, signal, stop, check }).run();
    return { ended: 'finished', view };
  } catch (error) {
    if (request.signal?.aborted === true) return { ended: 'cancelled', view };
    throw error;
  } finally {
    await session.close();
    release();
    await sessions.close();
  }
}

/** Whether the settings leave anything to do. */
function isExhausted(view: RunView, { settings }: EvolutionRequest): boolean {
  return view.evaluations >= settings.evaluations || view.proposals >= proposalLimit(settings);
}

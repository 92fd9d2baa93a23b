import { CaseRunner } from '../cascade/case-runner.ts';
import { Evolution } from './evolution.ts';
import { Journal } from './journal.ts';
import { checkRequest, distinct, type EvolutionRequest, type EvolutionSummary } from './request.ts';
import { begin, checkResumption, resume } from './run-record.ts';
import { StopRules } from './stop-rules.ts';

/**
 * Evolves programs for a problem: asks proposers for children of archived programs, judges each in a cascade of ever dearer stages,
 * and keeps the best of each cell. `settings.workers` programs are in flight at a time, and no generation is waited for.
 *
 * Events are stored in the order in which they happen, so what a kill leaves is the run as it was at some moment. Given a log that tells of
 * an unfinished run, evolution goes on from there: programs that were judged are not judged again, a program cut off half-way goes on with
 * the cases it still lacks. With one worker, and proposers that draw on nothing but the random numbers they are given, the same settings
 * give the same events except for their times, whether the run was interrupted or not; what depends on the wall clock is only whether
 * a program meets its deadline.
 *
 * @throws EvospiceError `EVOLUTION_REQUEST` for parts that make no run; `RUN_CHANGED` when a stored run is taken up with another
 *   configuration, `RUN_FORMAT` when another version stored it; `EVOLUTION_NO_PROGRAM` when not one program can be judged;
 *   `EVOLUTION_PROPOSERS` when proposers only fail; what running a case throws; and `STORE_*`. The run can be resumed after each of them.
 */
export async function evolve(request: EvolutionRequest): Promise<EvolutionSummary> {
  checkRequest(request);
  const { settings, problem, log, executor, reporters, logger } = request;
  const journal = await Journal.open(log, { reporters, logger });
  const { view } = journal;
  if (view.started === null) await begin(request, journal);
  else {
    const resumption = await checkResumption(request, journal);
    if (view.finished !== null && new StopRules(request).reason(view) !== undefined) return { ended: 'finished', view };
    await resume(request, journal, resumption);
  }

  if (settings.race !== undefined && request.archive.rival === undefined) logger?.warn('`race` stops nobody: this archive cannot tell before the last case whether a program would be kept');
  const stop = new AbortController();
  const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
  const session = await executor.open(problem.worker, { concurrency: settings.workers });
  try {
    const cases = new CaseRunner({ session, journal, retries: settings.retries, signal });
    await new Evolution({ request: { ...request, proposers: distinct(request.proposers) }, journal, cases, signal, stop }).run();
    await journal.stored();
    return { ended: 'finished', view };
  } catch (error) {
    if (request.signal?.aborted !== true) throw error;
    await journal.stored();
    return { ended: 'cancelled', view };
  } finally {
    await session.close();
  }
}

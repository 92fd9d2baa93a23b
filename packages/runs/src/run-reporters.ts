import { describeError, type Logger, type Reporter, type RunReporter, type RunDescription, type RunProgress, type StoredEvent } from '@evospice/contracts';
import type { ProgressTracker } from './run-kind.ts';

export interface RunReportersRequest {
  readonly reporters: readonly Reporter[];
  readonly run: Omit<RunDescription, 'progress'>;
  /** Follows the run; it is shown what the log has stored before. */
  readonly tracker: ProgressTracker;
  readonly logger?: Logger;
}

/** All reporters of a run as one: each event goes to the tracker and then to every reporter, none of which can end the run. */
export class RunReporters {
  readonly #sessions: readonly RunReporter[];
  readonly #tracker: ProgressTracker;
  readonly #logger: Logger | undefined;
  /** Reporters that have failed once: one warning each is enough. */
  readonly #failed = new Set<RunReporter>();
  #closing: Promise<readonly string[]> | undefined;

  private constructor(sessions: readonly RunReporter[], { tracker, logger }: RunReportersRequest) {
    this.#sessions = sessions;
    this.#tracker = tracker;
    this.#logger = logger;
  }

  /** @throws what a reporter throws that cannot be opened; those opened before it are closed */
  static async open(request: RunReportersRequest): Promise<RunReporters> {
    const { reporters, run, tracker } = request;
    for await (const event of run.log.events()) tracker.apply(event);
    const sessions: RunReporter[] = [];
    try {
      for (const reporter of reporters) sessions.push(await reporter.open({ ...run, progress: tracker.progress }));
    } catch (error) {
      await Promise.allSettled(sessions.map((session) => session.close()));
      throw error;
    }
    return new RunReporters(sessions, request);
  }

  /** How far the run is. */
  get progress(): RunProgress {
    return this.#tracker.progress;
  }

  event(event: StoredEvent): void {
    this.#tracker.apply(event);
    const { progress } = this.#tracker;
    for (const session of this.#sessions) {
      try {
        session.event(event, progress);
      } catch (error) {
        // Showing a run must not end it.
        if (this.#failed.has(session)) continue;
        this.#failed.add(session);
        this.#logger?.warn(`a reporter failed on the event ${event.type}: ${describeError(error)}`);
      }
    }
  }

  /** Ends every reporter; returns the files they wrote. Safe to call twice. @throws what the first of them threw, after all have ended */
  close(): Promise<readonly string[]> {
    return (this.#closing ??= this.#end());
  }

  async #end(): Promise<readonly string[]> {
    const ends = await Promise.allSettled(this.#sessions.map((session) => session.close()));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return ends.flatMap((end) => (end.status === 'fulfilled' ? [...end.value] : []));
  }
}

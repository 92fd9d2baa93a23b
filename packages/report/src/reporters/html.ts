import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EvospiceError, type Clock, type Reporter, type ReporterSession, type RunDescription, type RunLog, type StoredEvent,
} from '@evospice/contracts';
import { SqliteRunStore } from '@evospice/store';
import { renderEvolutionReport } from '../html/evolution-page.ts';
import { evolutionReportModel, type EvolutionReportExtra } from '../model/evolution-builder.ts';

/** File of the run's folder that the reporter writes. */
export const REPORT_FILE = 'report.html';

/**
 * Writes `report.html` when the run ends. Where the run's folder holds its store, the report is made from what is
 * stored there, so that it is whole also when a run was taken up again; else from the events it was given.
 * A run without evolution events (a plain extraction) gets no file from it.
 */
export class HtmlReporter implements Reporter {
  readonly name = 'html';
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async open(run: RunDescription): Promise<ReporterSession> {
    const received: StoredEvent[] = [];
    let written: Promise<readonly string[]> | undefined;
    return {
      event: (event) => { received.push(event); },
      close: () => (written ??= this.#write(run, received)),
    };
  }

  async #write(run: RunDescription, received: readonly StoredEvent[]): Promise<readonly string[]> {
    const store = new SqliteRunStore(this.#clock);
    if (await store.exists(run.location)) {
      const log = await store.open(run.location, 'read');
      try {
        return await writeEvolutionReport(run.location, await Array.fromAsync(log.events()), { title: run.title, ...(await storedExtra(log, run.location)) });
      } finally {
        await log.close();
      }
    }
    return await writeEvolutionReport(run.location, received, { title: run.title });
  }
}

/**
 * Writes the report of an evolution into a run's folder and returns the file; nothing for events that are not of an evolution.
 * @throws EvospiceError `REPORT_EVENTS` when the beginning of the run is missing, `REPORT_WRITE`.
 */
export async function writeEvolutionReport(location: string, events: readonly StoredEvent[], extra: EvolutionReportExtra = {}): Promise<readonly string[]> {
  if (!events.some((event) => event.type === 'run-started' || event.type === 'run-resumed')) return [];
  if (events[0]?.sequence !== 1) {
    throw new EvospiceError('REPORT_EVENTS', 'the report needs the events of the run from the first one on', {
      received: events[0]?.sequence, expected: 'an event with sequence number 1', remedy: 'make the report from the store with `evospice report`',
    });
  }
  const file = join(location, REPORT_FILE);
  const page = renderEvolutionReport(evolutionReportModel(events, extra));
  try {
    await mkdir(location, { recursive: true });
    await writeFile(file, page);
  } catch (error) {
    throw new EvospiceError('REPORT_WRITE', 'the report could not be written', { file, remedy: 'check the folder’s permissions and free space', cause: error });
  }
  return [file];
}

/** What the facts of a stored run add to its report. */
export async function storedExtra(log: Pick<RunLog, 'fact'>, location: string): Promise<EvolutionReportExtra> {
  const configuration = await log.fact('configuration');
  const file = await log.fact('configuration-file');
  return {
    ...(configuration === undefined ? {} : { configuration }),
    ...(typeof file === 'string' ? { commands: [`npx evospice evolve ${quoted(file)} --out <new folder>`, `npx evospice report ${quoted(location)}`] } : {}),
  };
}

function quoted(path: string): string {
  return /^[\w./:\\~+-]+$/u.test(path) ? path : `"${path}"`;
}

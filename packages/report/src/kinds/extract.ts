import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvospiceError, type RunProgress, type StoredEvent, type TrajectoryPoint } from '@evospice/contracts';
import type { BestFound, ExtractEvents, ExtractFacts, ExtractionResult, RecordedTask, StartFound } from '@evospice/extraction';
import { EventReader, handleEvent, type EventHandlers, type ProgressTracker, type RunKind, type StoredRun } from '@evospice/runs';
import { plainNumber } from '../format/engineering.ts';
import { errorText, missingText } from '../format/quantities.ts';
import { fold } from '../terminal/width.ts';
import { renderExtractionReport } from '../html/extraction-page.ts';
import { extractionReportModel } from '../model/extraction-builder.ts';
import { resultSoFar, unfinishedNotice, type UnfinishedExtraction } from '../model/unfinished-extraction.ts';
import { REPORT_FILE, writeReport } from '../write-report.ts';

/** File with the best card of an extraction that has not ended, beside its report. */
const CARD_SO_FAR = 'card-so-far.mod';

/** With the name that the last event had in format 1. */
interface Events extends ExtractEvents {
  readonly 'extraction-finished': ExtractionResult;
}

/** Extractions: how far they are, and their report made again from what is stored. */
export const extractKind: RunKind = {
  name: 'extract',
  files: [REPORT_FILE, CARD_SO_FAR],
  tracker: (total) => new ExtractTracker(total),

  async status({ folder, log }) {
    const tracker = new ExtractTracker();
    let begun = false;
    for await (const event of log.events()) {
      begun = true;
      tracker.apply(event);
    }
    const { spent, best, finished, parameters } = tracker;
    const budget = budgetOf(await reader(log).fact('configuration'));
    const state = finished ? 'finished' : begun ? 'unfinished' : 'not begun';
    return {
      state, document: { spent, budget, best, parameters },
      text: [
        fold(`${folder}: an extraction, ${state}, ${plainNumber(spent, 6)} of ${budget ?? '?'} simulations, best error ${missingText(best, (error) => errorText(error, tracker.metric))}`, 2),
        ...(parameters === null ? [] : [fold(`  best card: ${Object.entries(parameters).map(([name, value]) => `${name} = ${plainNumber(value, 6)}`).join(', ')}`, 4)]),
      ].join('\n'),
    };
  },

  async report({ folder, log }) {
    const facts = reader(log);
    let at: number | undefined;
    let ended: ExtractionResult | undefined;
    for await (const event of facts.events({ types: ['extraction-started', 'result', 'extraction-finished'] })) {
      if (event.type === 'extraction-started') at = event.at;
      else ended = event.payload;
    }
    const [task, after, command] = [await facts.fact('extraction-task'), await facts.fact('extracted-card'), await facts.fact('command')];
    const result = ended ?? await soFar({ folder, log }, task);
    const notices = ended === undefined ? [unfinishedNotice(result)] : [];
    const model = extractionReportModel({
      result, task, at, notices, commands: command === undefined ? [] : [command],
      cards: task === undefined || after === undefined ? undefined : { before: task.card, after },
    });
    const report = await writeReport(folder, renderExtractionReport(model));
    if (ended !== undefined) return { report };
    const card = join(folder, CARD_SO_FAR);
    if (after === undefined) return { report, notices };
    await writeFile(card, after);
    return { report, files: { card }, notices: [...notices, `Best card so far: ${card}`] };
  },
};

/** @throws EvospiceError `USAGE_REPORT` before the start card was simulated */
async function soFar({ folder, log }: Pick<StoredRun, 'folder' | 'log'>, task: RecordedTask | undefined): Promise<ExtractionResult> {
  let start: StartFound | undefined;
  let best: BestFound | null = null;
  const trajectory: TrajectoryPoint[] = [];
  for await (const event of reader(log).events({ types: ['start', 'evaluation', 'best'] })) {
    if (event.type === 'start') start = event.payload;
    else if (event.type === 'best') best = event.payload;
    else trajectory.push(event.payload);
  }
  if (task === undefined || start === undefined) {
    throw new EvospiceError('USAGE_REPORT', `the extraction in ${folder} ended before anything was found`, {
      expected: 'an extraction that has simulated its start card', remedy: 'give its command again',
    });
  }
  const configuration = ((await reader(log).fact('configuration')) ?? {}) as UnfinishedExtraction['configuration'];
  return resultSoFar({ task, configuration, start, best, trajectory });
}

function reader(log: StoredRun['log']): EventReader<Events, ExtractFacts> {
  return new EventReader(log);
}

function budgetOf(configuration: unknown): number | null {
  const budget = (configuration as { readonly budget?: unknown } | undefined)?.budget;
  return typeof budget === 'number' ? budget : null;
}

/** Counts budget units. */
class ExtractTracker implements ProgressTracker {
  spent = 0;
  best: number | null = null;
  /** Of the best card; null before there is one, and in runs of earlier versions that have not ended. */
  parameters: Readonly<Record<string, number>> | null = null;
  metric: 'relative' | 'log' = 'relative';
  finished = false;
  #total: number | null;
  #news: RunProgress['news'];

  readonly #handlers: EventHandlers<Events> = {
    'extraction-started': (configuration) => {
      this.#total = budgetOf(configuration);
      if ((configuration as { readonly metric?: unknown } | null)?.metric === 'log') this.metric = 'log';
    },
    evaluation: ({ spent, best }) => {
      this.spent = spent;
      this.best = best;
    },
    best: ({ parameters }) => {
      this.parameters = parameters;
    },
    result: (result) => this.#end(result),
    'extraction-finished': (result) => this.#end(result),
  };

  constructor(total?: number) {
    this.#total = total ?? null;
  }

  apply(event: StoredEvent): void {
    this.#news = undefined;
    handleEvent(this.#handlers, event);
  }

  get progress(): RunProgress {
    const figures = this.best === null ? [] : [{ label: 'best error', text: errorText(this.best, this.metric) }];
    return { done: this.spent, total: this.#total, unit: 'simulations', figures, finished: this.finished, ...(this.#news === undefined ? {} : { news: this.#news }) };
  }

  #end({ end, failure, parameters }: ExtractionResult): void {
    this.finished = true;
    this.parameters = parameters;
    if (end === 'failed') this.#news = { text: `the optimizer failed: ${failure?.code ?? 'no reason given'}`, major: true };
  }
}

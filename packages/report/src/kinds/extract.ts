import { EvospiceError, type RunProgress, type StoredEvent } from '@evospice/contracts';
import type { ExtractEvents, ExtractFacts, ExtractionResult } from '@evospice/extraction';
import { EventReader, handleEvent, type EventHandlers, type ProgressTracker, type RunKind, type StoredRun } from '@evospice/runs';
import { plainNumber } from '../format/engineering.ts';
import { errorText, missingText } from '../format/quantities.ts';
import { renderExtractionReport } from '../html/extraction-page.ts';
import { extractionReportModel } from '../model/extraction-builder.ts';
import { writeReport } from '../write-report.ts';

/** With the name that the last event had in format 1. */
interface Events extends ExtractEvents {
  readonly 'extraction-finished': ExtractionResult;
}

/** Extractions: how far they are, and their report made again from what is stored. */
export const extractKind: RunKind = {
  name: 'extract',
  tracker: (total) => new ExtractTracker(total),

  async status({ folder, log }) {
    const tracker = new ExtractTracker();
    let begun = false;
    for await (const event of log.events()) {
      begun = true;
      tracker.apply(event);
    }
    const { spent, best, finished } = tracker;
    const budget = budgetOf(await reader(log).fact('configuration'));
    const state = finished ? 'finished' : begun ? 'unfinished' : 'not begun';
    return {
      state, document: { spent, budget, best },
      text: `${folder}: an extraction, ${state}, ${plainNumber(spent, 6)} of ${budget ?? '?'} simulations, best error ${missingText(best, (error) => errorText(error, tracker.metric))}`,
    };
  },

  async report({ folder, log }) {
    const facts = reader(log);
    let at: number | undefined;
    let result: ExtractionResult | undefined;
    for await (const event of facts.events({ types: ['extraction-started', 'result', 'extraction-finished'] })) {
      if (event.type === 'extraction-started') at = event.at;
      else result = event.payload;
    }
    if (result === undefined) {
      throw new EvospiceError('USAGE_REPORT', `the extraction in ${folder} has not ended`, { expected: 'an extraction that has ended', remedy: 'give its command again' });
    }
    const [task, after, command] = [await facts.fact('extraction-task'), await facts.fact('extracted-card'), await facts.fact('command')];
    const model = extractionReportModel({
      result, task, at, commands: command === undefined ? [] : [command],
      cards: task === undefined || after === undefined ? undefined : { before: task.card, after },
    });
    return { report: await writeReport(folder, renderExtractionReport(model)) };
  },
};

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

  #end({ end, failure }: ExtractionResult): void {
    this.finished = true;
    if (end === 'failed') this.#news = { text: `the optimizer failed: ${failure?.code ?? 'no reason given'}`, major: true };
  }
}

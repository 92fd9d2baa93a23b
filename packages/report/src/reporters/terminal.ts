import type { Reporter, ReporterSession, RunDescription } from '@evospice/contracts';
import pc from 'picocolors';
import { ProgressState, type ProgressFacts } from './progress-state.ts';

/** Where progress goes: `process.stderr`, or a stand-in for it. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface TerminalOptions {
  readonly stream?: TerminalStream;
  /** Colours on a terminal; by default unless NO_COLOR is set. */
  readonly color?: boolean;
  /** Plain lines of progress in a whole run, at most; champions and failures come on top. */
  readonly lines?: number;
}

/**
 * Progress for people: a block that is drawn anew on a terminal, plain lines elsewhere. Lines are thinned by counting
 * finished work, not by the clock, so that the same run prints the same lines.
 */
export class TerminalReporter implements Reporter {
  readonly name = 'terminal';
  readonly #stream: TerminalStream;
  readonly #color: boolean;
  readonly #lines: number;

  constructor({ stream = process.stderr, color = (process.env['NO_COLOR'] ?? '') === '', lines = 20 }: TerminalOptions = {}) {
    this.#stream = stream;
    this.#color = color;
    this.#lines = lines;
  }

  async open(run: RunDescription): Promise<ReporterSession> {
    return this.#stream.isTTY === true ? liveSession(run, this.#stream, this.#color) : lineSession(run, this.#stream, this.#lines);
  }
}

async function liveSession(run: RunDescription, stream: TerminalStream, color: boolean): Promise<ReporterSession> {
  const { createLogUpdate } = await import('log-update');
  const state = new ProgressState(run);
  const update = createLogUpdate(stream as NodeJS.WriteStream, { showCursor: true });
  const draw = (): void => update(progressBlock(run.title, state, { columns: stream.columns ?? 80, color }));
  let closed = false;
  draw();
  return {
    event: (event) => {
      const { line, advanced } = state.apply(event);
      // Extractions come by the hundred: they change a count, and are worth a redraw now and then.
      if (line !== undefined || advanced || state.cases % 10 === 0) draw();
    },
    close: async () => {
      if (!closed) {
        draw();
        update.done();
      }
      closed = true;
      return [];
    },
  };
}

function lineSession(run: RunDescription, stream: TerminalStream, lines: number): ReporterSession {
  const state = new ProgressState(run);
  stream.write(`${run.title}\n`);
  let printed = 0;
  return {
    event: (event) => {
      const { line, advanced } = state.apply(event);
      if (line !== undefined && stays.has(event.type)) stream.write(`${line}\n`);
      if (!advanced) return;
      const stride = Math.max(1, Math.ceil((state.total ?? 200) / lines));
      const due = Math.floor(state.done / stride);
      if (due <= printed) return;
      printed = due;
      stream.write(`${progressLine(state)}\n`);
    },
    close: async () => [],
  };
}

/** Events that get a plain line whenever they come. */
const stays: ReadonlySet<string> = new Set(['run-started', 'run-resumed', 'extraction-retried', 'champion-changed', 'run-finished']);

/** One line on how far the run is. */
export function progressLine(facts: ProgressFacts): string {
  const parts = [
    `${facts.done}${facts.total === null ? '' : ` of ${facts.total}`} ${facts.unit}`,
    facts.champion === null ? null : `best score ${facts.champion.score.toFixed(4)}`,
    facts.champion?.ratio === null || facts.champion === null ? null : `error ${(facts.champion.ratio * 100).toFixed(1)} % of the start's`,
    facts.coverage === null ? null : `archive ${(facts.coverage * 100).toFixed(0)} % filled`,
    facts.rejections === 0 ? null : `${facts.rejections} rejected`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** The block on a terminal; no line is wider than it. */
export function progressBlock(title: string, facts: ProgressFacts, { columns, color }: { readonly columns: number; readonly color: boolean }): string {
  const paint = pc.createColors(color);
  const width = Math.max(20, columns - 1);
  const cut = (text: string): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
  const share = facts.total === null || facts.total === 0 ? null : Math.min(1, facts.done / facts.total);
  const length = Math.min(40, width - 8);
  const full = Math.round((share ?? 0) * length);
  const bar = share === null ? [] : [`${paint.cyan('█'.repeat(full))}${paint.dim('░'.repeat(length - full))} ${String(Math.floor(share * 100)).padStart(3)} %`];
  return [
    paint.bold(cut(title)),
    ...bar,
    cut(progressLine(facts)),
    cut(`${facts.cases} ${facts.unit === 'programs' ? 'cases' : 'extractions'}, ${facts.proposals} proposals`),
    ...facts.recent.map((line) => paint.dim(cut(`  ${line}`))),
  ].join('\n');
}

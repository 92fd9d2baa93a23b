import type { Reporter, RunReporter, RunDescription, RunProgress, StoredEvent } from '@evospice/contracts';
import { Pace } from '@evospice/runs';
import pc from 'picocolors';
import { plainNumber } from '../format/engineering.ts';
import { duration } from '../format/quantities.ts';

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
  /** Plain lines of progress in a whole run, at most; what a run says is worth a line of its own comes on top. */
  readonly lines?: number;
}

/** News kept in view. */
const recentLines = 5;
/** Redraws in a whole run, besides those for news: a bar is not finer than that. */
const steps = 200;

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

  async open(run: RunDescription): Promise<RunReporter> {
    return this.#stream.isTTY === true ? liveSession(run, this.#stream, this.#color) : lineSession(run, this.#stream, this.#lines);
  }
}

async function liveSession(run: RunDescription, stream: TerminalStream, color: boolean): Promise<RunReporter> {
  const { createLogUpdate } = await import('log-update');
  const update = createLogUpdate(stream as NodeJS.WriteStream, { showCursor: true });
  const left = timeLeft();
  const due = counter(run.progress, steps);
  const recent: string[] = [];
  let progress = run.progress;
  let remaining: number | null = null;
  const draw = (): void => update(progressBlock(run.title, progress, { columns: stream.columns ?? 80, color, recent, remaining }));
  // Events that come together are drawn together, and none of them waits for it.
  let drawing: NodeJS.Immediate | undefined;
  const drawSoon = (): void => {
    drawing ??= setImmediate(() => {
      drawing = undefined;
      draw();
    });
  };
  let closed = false;
  draw();
  return {
    event: (event, now) => {
      progress = now;
      remaining = left(event, now);
      if (now.news !== undefined) recent.push(now.news.text);
      if (recent.length > recentLines) recent.shift();
      if (due(now) || now.news !== undefined) drawSoon();
    },
    close: async () => {
      if (drawing !== undefined) clearImmediate(drawing);
      drawing = undefined;
      if (!closed) {
        draw();
        update.done();
      }
      closed = true;
      return [];
    },
  };
}

function lineSession(run: RunDescription, stream: TerminalStream, lines: number): RunReporter {
  const left = timeLeft();
  const due = counter(run.progress, lines);
  stream.write(`${run.title}\n`);
  return {
    event: (event, progress) => {
      const remaining = left(event, progress);
      if (progress.news?.major === true) stream.write(`${progress.news.text}\n`);
      if (due(progress)) stream.write(`${progressLine(progress, remaining)}\n`);
    },
    close: async () => [],
  };
}

/** Says when work has advanced by one part in `parts`; by 200 units in all where the total is not known. */
function counter(start: RunProgress, parts: number): (progress: RunProgress) => boolean {
  const partOf = ({ done, total }: RunProgress): number => Math.floor((done * parts) / (total === null || total <= 0 ? 200 : total));
  let shown = partOf(start);
  return (progress) => {
    const part = partOf(progress);
    if (part <= shown) return false;
    shown = part;
    return true;
  };
}

/** Milliseconds to go at the pace since this process began, by the times of the events themselves; null where that says nothing yet. */
function timeLeft(): (event: StoredEvent, progress: RunProgress) => number | null {
  const pace = new Pace();
  return ({ at }, { done, total }) => {
    pace.add(at, done);
    return total === null || done >= total ? null : pace.timeFor(total - done);
  };
}

/** One line on how far the run is. */
export function progressLine({ done, total, unit, figures }: RunProgress, remaining: number | null = null): string {
  return [
    `${plainNumber(done, 6)}${total === null ? '' : ` of ${plainNumber(total, 6)}`} ${unit}`,
    ...figures.map(({ label, text }) => `${label} ${text}`),
    ...(remaining === null || remaining < 1000 ? [] : [`${duration(remaining)} left`]),
  ].join(', ');
}

export interface BlockOptions {
  readonly columns: number;
  readonly color: boolean;
  /** What happened last, oldest first. */
  readonly recent: readonly string[];
  /** Milliseconds; null when not known. */
  readonly remaining: number | null;
}

/** The block on a terminal; no line is wider than it. */
export function progressBlock(title: string, progress: RunProgress, { columns, color, recent, remaining }: BlockOptions): string {
  const paint = pc.createColors(color);
  const width = Math.max(20, columns - 1);
  const cut = (text: string): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
  const share = progress.total === null || progress.total === 0 ? null : Math.min(1, progress.done / progress.total);
  const length = Math.min(40, width - 8);
  const full = Math.round((share ?? 0) * length);
  const bar = share === null ? [] : [`${paint.cyan('█'.repeat(full))}${paint.dim('░'.repeat(length - full))} ${String(Math.floor(share * 100)).padStart(3)} %`];
  return [paint.bold(cut(title)), ...bar, cut(progressLine(progress, remaining)), ...recent.map((line) => paint.dim(cut(`  ${line}`)))].join('\n');
}

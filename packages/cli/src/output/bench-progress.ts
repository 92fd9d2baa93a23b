import type { BenchProgress } from '@evospice/bench';
import type { Clock } from '@evospice/contracts';

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a benchmark is: one line that is written over on a terminal, else a line at each tenth. */
export class BenchProgressLine {
  readonly #stream: ProgressStream;
  readonly #clock: Clock;
  #began: number | undefined;
  #tenth = 0;
  #open = false;

  constructor(stream: ProgressStream, clock: Clock) {
    this.#stream = stream;
    this.#clock = clock;
  }

  show({ done, before, total, run }: BenchProgress): void {
    const began = (this.#began ??= this.#clock.now());
    const left = done > before ? ((this.#clock.now() - began) / (done - before)) * (total - done) : undefined;
    const text = `${done} of ${total} runs${left === undefined || done === total ? '' : `, ${duration(left)} left`}${run === undefined ? '' : `; last ${run.entry} on ${run.task}, seed ${run.seed}`}`;
    if (this.#stream.isTTY === true) {
      this.#stream.write(`\r\u001B[K${text}`);
      this.#open = true;
      return;
    }
    const tenth = Math.floor((10 * done) / total);
    if (run !== undefined && tenth === this.#tenth) return;
    this.#tenth = tenth;
    this.#stream.write(`${text}\n`);
  }

  /** Ends the line. */
  close(): void {
    if (this.#open) this.#stream.write('\n');
    this.#open = false;
  }
}

/** Such as `2 h 5 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

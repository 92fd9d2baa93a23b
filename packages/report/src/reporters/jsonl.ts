import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EvospiceError, type Reporter, type RunReporter, type RunDescription, type StoredEvent } from '@evospice/contracts';

/** File of the run's folder that the reporter writes. */
export const EVENTS_FILE = 'events.jsonl';

/**
 * Each event as one line of JSON. A run that is taken up again goes on in the same file: a line that a kill cut
 * short is dropped, and events it already holds are not written twice.
 *
 * A write that fails (a full disk) does not disturb the run; `close` then throws `REPORT_WRITE`.
 */
export class JsonlReporter implements Reporter {
  readonly name = 'jsonl';

  async open(run: RunDescription): Promise<RunReporter> {
    const file = join(run.location, EVENTS_FILE);
    mkdirSync(run.location, { recursive: true });
    return new JsonlSession(file, lastSequence(file));
  }
}

class JsonlSession implements RunReporter {
  readonly #file: string;
  readonly #descriptor: number;
  #last: number;
  #failure: unknown;
  #closed = false;

  constructor(file: string, last: number) {
    this.#file = file;
    this.#last = last;
    this.#descriptor = openSync(file, 'a');
  }

  event(event: StoredEvent): void {
    if (this.#closed || event.sequence <= this.#last || this.#failure !== undefined) return;
    try {
      writeSync(this.#descriptor, `${JSON.stringify(event)}\n`);
      this.#last = event.sequence;
    } catch (error) {
      this.#failure = error;
    }
  }

  async close(): Promise<readonly string[]> {
    if (this.#closed) return [this.#file];
    this.#closed = true;
    closeSync(this.#descriptor);
    if (this.#failure === undefined) return [this.#file];
    throw new EvospiceError('REPORT_WRITE', `events after ${this.#last} could not be written`, {
      file: this.#file, remedy: 'the run itself is complete: export its events from the store', cause: this.#failure,
    });
  }
}

/** Sequence number of the last whole line; cuts off what follows it. 0 for a new file. */
function lastSequence(file: string): number {
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  const line = whole.trimEnd().split('\n').at(-1) ?? '';
  if (line === '') return 0;
  try {
    const { sequence } = JSON.parse(line) as StoredEvent;
    if (Number.isInteger(sequence)) return sequence;
  } catch (error) {
    throw notEvents(file, line, error);
  }
  throw notEvents(file, line, undefined);
}

function notEvents(file: string, line: string, cause: unknown): EvospiceError {
  return new EvospiceError('REPORT_FILE', `${EVENTS_FILE} does not hold events`, {
    received: line.slice(0, 80), expected: 'one event in JSON a line', remedy: 'move the file away', file, ...(cause === undefined ? {} : { cause }),
  });
}

import { EvospiceError, type Archive } from '@evospice/contracts';
import type { Steering } from '../events.ts';
import type { Journal } from './journal.ts';

export interface SteeringGateParts {
  readonly archive: Archive;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}

/** Where a run hears what somebody outside wants of it. What it is told becomes an event, and holds from then on. */
export class SteeringGate {
  readonly #parts: SteeringGateParts;
  #changed = Promise.withResolvers<void>();

  constructor(parts: SteeringGateParts) {
    this.#parts = parts;
    parts.signal.addEventListener('abort', () => { this.#wake(); }, { once: true });
  }

  /** Resolves with the next thing that is told, or when the run is cut off. */
  changed(): Promise<void> {
    return this.#changed.promise;
  }

  /** Takes in one thing; resolves when it is stored. @throws EvospiceError `USAGE_PROGRAM` for a program that was never judged */
  async steer(steering: Steering): Promise<void> {
    const { archive, journal } = this.#parts;
    checkSteering(steering, (id) => journal.view.programs.get(id)?.state);
    if (steering.action === 'ban') archive.remove([steering.program]);
    journal.write('run-steered', steering);
    this.#wake();
    await journal.stored();
  }

  /** Once for each occasion: a promise that stays resolved would keep whoever waits for the next one awake for ever. */
  #wake(): void {
    const told = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    told.resolve();
  }
}

/** @throws EvospiceError `USAGE_PROGRAM` for a program that was never judged */
export function checkSteering(steering: Steering, stateOf: (id: string) => string | undefined): void {
  if (!('program' in steering)) return;
  const state = stateOf(steering.program);
  if (state === 'judged') return;
  throw new EvospiceError('USAGE_PROGRAM', `there is no judged program ${steering.program} in this run`, {
    received: state ?? steering.program, expected: 'the id of a program that was judged, such as p0012', remedy: '`evospice show RUN` lists them',
  });
}

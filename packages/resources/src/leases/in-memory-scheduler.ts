import type { Clock, ResourceLease, ResourceRequest, ResourceScheduler, SchedulerStatus } from '@evospice/contracts';
import { defaultCoreSettings, type CoreSettings } from '../core/settings.ts';
import { emptyState, type SchedulerState } from '../core/state.ts';
import type { SchedulerEvent } from '../core/events.ts';
import { step } from '../core/step.ts';
import { viewOf } from '../core/view.ts';
import { nextWake } from '../core/wake.ts';
import { capacityOf, type Capacity } from './capacity.ts';
import { LeaseDesk, type DeskEvent } from './lease-desk.ts';
import { nodeTimers, type Timers } from './timers.ts';

export interface InMemorySchedulerOptions {
  readonly capacity: Capacity;
  readonly clock: Clock;
  /** Those of Node when left out. */
  readonly timers?: Timers;
  readonly settings?: CoreSettings;
}

/** Shares resources inside one process. */
export class InMemoryScheduler implements ResourceScheduler {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #settings: CoreSettings;
  readonly #desk = new LeaseDesk((event) => this.#apply(event));
  #state: SchedulerState;
  #lastId = 0;
  #alarm: { readonly at: number; readonly keepAlive: boolean; readonly stop: () => void } | null = null;

  constructor({ capacity, clock, timers = nodeTimers, settings = defaultCoreSettings }: InMemorySchedulerOptions) {
    this.#clock = clock;
    this.#timers = timers;
    this.#settings = settings;
    this.#state = emptyState(capacityOf(capacity));
  }

  acquire(request: ResourceRequest, options: { readonly signal?: AbortSignal } = {}): Promise<ResourceLease> {
    this.#lastId += 1;
    return this.#desk.acquire(String(this.#lastId), request, options.signal);
  }

  async status(): Promise<SchedulerStatus> {
    return viewOf(this.#state, this.#clock.now(), this.#settings);
  }

  async close(): Promise<void> {
    this.#desk.close();
  }

  #apply(event: DeskEvent | { readonly type: 'tick' }): void {
    const now = this.#clock.now();
    const full: SchedulerEvent = event.type === 'request' ? { ...event, owner: '', now } : { ...event, now };
    const { state, granted, ended, refused } = step(this.#state, full, this.#settings);
    this.#state = state;
    this.#arm();
    this.#desk.settle({ granted: granted.map(({ request }) => request.id), ended, refused });
  }

  /** One alarm for the earliest moment at which time alone changes something. A later one is left to ring early: it costs one idle tick. */
  #arm(): void {
    const at = nextWake(this.#state, this.#settings);
    const keepAlive = this.#state.lanes.size > 0;
    if (this.#alarm !== null) {
      if (at !== null && this.#alarm.at <= at && (this.#alarm.keepAlive || !keepAlive)) return;
      this.#alarm.stop();
      this.#alarm = null;
    }
    if (at === null) return;
    const stop = this.#timers.after(at - this.#state.now, () => {
      this.#alarm = null;
      this.#apply({ type: 'tick' });
    }, keepAlive);
    this.#alarm = { at, keepAlive, stop };
  }
}

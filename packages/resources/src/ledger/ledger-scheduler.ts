import {
  EvospiceError, type Clock, type Logger, type ResourceLease, type ResourceRequest, type ResourceScheduler, type SchedulerStatus,
} from '@evospice/contracts';
import type { Ended, SchedulerEvent, StepOutcome } from '../core/events.ts';
import { defaultCoreSettings, type CoreSettings } from '../core/settings.ts';
import type { Demand } from '../core/state.ts';
import { nextWake } from '../core/wake.ts';
import { capacityOf, type Capacity } from '../leases/capacity.ts';
import { closed } from '../leases/errors.ts';
import { LeaseDesk, type DeskEvent } from '../leases/lease-desk.ts';
import { nodeTimers, type Timers } from '../leases/timers.ts';
import { Ledger, type LedgerView } from './ledger.ts';
import { isBusy } from './ledger-database.ts';
import { statusOf } from './ledger-status.ts';
import { ownIdentity } from './process-identity.ts';

/** How a process keeps up with the ledger. Times in ms. */
export interface LedgerTimes {
  /** How often a waiting process looks whether it was granted something. */
  readonly pollMs: number;
  /** How often a waiting process looks whether another one has died. */
  readonly reapMs: number;
  readonly heartbeatMs: number;
  /** A process in another container, whose number means nothing here, is dead when its heartbeat is this old. */
  readonly deadMs: number;
  /** How long to wait for another process to finish its transaction before giving up. */
  readonly busyMs: number;
}

export const defaultLedgerTimes: LedgerTimes = { pollMs: 20, reapMs: 250, heartbeatMs: 5000, deadMs: 60_000, busyMs: 5000 };

export interface LedgerSchedulerOptions {
  /** Cores and memory are this process's own; licences are shared by all processes that use the directory. */
  readonly capacity: Capacity;
  /** Folder of the ledger, on a local disk; made if missing. */
  readonly directory: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timers?: Timers;
  readonly settings?: CoreSettings;
  readonly times?: LedgerTimes;
}

/**
 * Shares licences among all processes of one host, and cores and memory inside this one. The queue of all processes lies in the ledger, so
 * shares, priorities and turns by age hold across processes.
 */
export class LedgerScheduler implements ResourceScheduler {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #settings: CoreSettings;
  readonly #times: LedgerTimes;
  readonly #logger: Logger;
  readonly #ledger: Ledger;
  readonly #desk = new LeaseDesk((event) => this.#apply(event));
  /** What could not be written yet: licences that were given back while the ledger was locked. */
  #owed: DeskEvent[] = [];
  #lastId = 0;
  #lastReap = 0;
  #lastSeen: LedgerView | null = null;
  #closed = false;
  #alarm: { readonly at: number; readonly keepAlive: boolean; readonly stop: () => void } | null = null;

  /** @throws EvospiceError `SCHEDULER_LEDGER`, `SCHEDULER_CAPACITY`. */
  constructor({ capacity, directory, clock, logger, timers = nodeTimers, settings = defaultCoreSettings, times = defaultLedgerTimes }: LedgerSchedulerOptions) {
    this.#clock = clock;
    this.#timers = timers;
    this.#settings = settings;
    this.#times = times;
    this.#logger = logger;
    const own = capacityOf(capacity);
    const { heartbeatMs, deadMs, busyMs } = times;
    this.#ledger = new Ledger({
      directory, identity: ownIdentity(), settings, heartbeatMs, deadMs, busyMs,
      capacity: (id) => Object.fromEntries([...own].map(([resource, amount]) => [atProcess(resource, id), amount])),
    }, clock.now());
    for (const [resource, agreed] of this.#ledger.read().state.capacity) {
      const amount = own.get(resource);
      if (amount !== undefined && amount !== agreed) logger.warn(`another process counts fewer of ${resource}; the smaller number holds`, { configured: amount, agreed });
    }
  }

  acquire(request: ResourceRequest, options: { readonly signal?: AbortSignal } = {}): Promise<ResourceLease> {
    this.#lastId += 1;
    return this.#desk.acquire(`${this.#ledger.id}:${this.#lastId}`, request, options.signal);
  }

  async status(): Promise<SchedulerStatus> {
    if (this.#closed) throw closed();
    return statusOf(this.#ledger.read(), this.#clock.now(), this.#settings);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#desk.close();
    this.#closed = true;
    this.#alarm?.stop();
    this.#alarm = null;
    this.#ledger.leave(this.#clock.now());
  }

  #apply(event: DeskEvent): void {
    if (this.#closed) return;
    if (event.type !== 'release' && event.type !== 'cancel') {
      this.#write([event]);
      return;
    }
    // Giving back must not fail its caller: what cannot be written now is written at the next look.
    this.#owed.push(event);
    this.#tryTo('give back', () => this.#write([]));
  }

  /** One transaction with what is owed and `events`. */
  #write(events: readonly DeskEvent[]): void {
    const now = this.#clock.now();
    const owed = this.#owed;
    const all = [...owed, ...events].map((event) => this.#complete(event, now));
    const outcome = this.#ledger.transact(all.length === 0 ? [{ type: 'tick', now }] : all, now);
    this.#owed = this.#owed.filter((event) => !owed.includes(event));
    this.#lastReap = now;
    this.#settle(outcome);
  }

  /** Tells everybody here what the ledger says of them. */
  #settle(outcome: StepOutcome | null): void {
    const view = this.#ledger.read();
    const { state, processes } = view;
    const granted = this.#desk.waiting.filter((id) => state.held.has(id));
    const missing: Ended[] = [];
    if (view !== this.#lastSeen) {
      const cause = processes.some(({ id }) => id === this.#ledger.id) ? 'expired' : 'owner-gone';
      const queued = new Set([...state.lanes.values()].flatMap(({ requests }) => requests.map(({ id }) => id)));
      for (const id of [...this.#desk.waiting, ...this.#desk.held]) if (!state.held.has(id) && !queued.has(id)) missing.push({ id, cause, denials: 0 });
    }
    this.#lastSeen = view;
    this.#arm();
    this.#desk.settle({ granted, ended: [...(outcome?.ended ?? []), ...missing], refused: outcome?.refused ?? null });
  }

  #look(): void {
    const now = this.#clock.now();
    const view = this.#ledger.read();
    const wake = nextWake(view.state, this.#settings);
    const own = view.processes.find(({ id }) => id === this.#ledger.id);
    const beat = own === undefined || now - own.heartbeat >= this.#times.heartbeatMs;
    let died = false;
    if (now - this.#lastReap >= this.#times.reapMs) {
      this.#lastReap = now;
      died = this.#ledger.dead(view, now).length > 0;
    }
    if (this.#owed.length > 0 || beat || died || (wake !== null && wake <= now)) this.#write([]);
    else if (view === this.#lastSeen) this.#arm();
    else this.#settle(null);
  }

  /** Looks often while something waits here, seldom while something is only held, and not at all otherwise. */
  #arm(): void {
    const keepAlive = this.#desk.waiting.length > 0 || this.#owed.length > 0;
    if (this.#closed || (!keepAlive && this.#desk.held.length === 0)) {
      this.#alarm?.stop();
      this.#alarm = null;
      return;
    }
    const now = this.#clock.now();
    const wake = nextWake(this.#ledger.read().state, this.#settings) ?? Infinity;
    const delay = keepAlive ? this.#times.pollMs : Math.min(this.#times.heartbeatMs, Math.max(1, wake - now));
    const at = now + delay;
    if (this.#alarm !== null && this.#alarm.at <= at && this.#alarm.keepAlive === keepAlive) return;
    this.#alarm?.stop();
    const stop = this.#timers.after(delay, () => {
      this.#alarm = null;
      this.#tryTo('look', () => this.#look());
    }, keepAlive);
    this.#alarm = { at, keepAlive, stop };
  }

  /** A ledger that is locked for a moment is tried again; one that cannot be used ends every wait. */
  #tryTo(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!EvospiceError.is(error, 'SCHEDULER_LEDGER')) throw error;
      this.#logger.warn(`the ledger of licences could not be used to ${what}`, { reason: error.message, file: this.#ledger.file });
      if (!isBusy(error.cause)) this.#desk.fail(error);
      this.#arm();
    }
  }

  #complete(event: DeskEvent, now: number): SchedulerEvent {
    if (event.type !== 'request') return { ...event, now };
    const demand: Demand = event.demand.map(({ resource, amount }) => ({ resource: atProcess(resource, this.#ledger.id), amount }));
    return { ...event, demand, owner: this.#ledger.id, now };
  }
}

/** Cores and memory are counted for each process, licences for all. */
function atProcess(resource: string, process: string): string {
  return resource === 'cores' || resource === 'memoryMb' ? `${resource}@${process}` : resource;
}

import type { Ended, EndCause } from './events.ts';
import type { CoreSettings } from './settings.ts';
import { chargeOf, joinTime } from './fair-share.ts';
import { laneKey, type Account, type BackOff, type Denial, type Held, type Lane, type SchedulerState, type Totals, type Waiting } from './state.ts';

/** Weight of the newest hold in the running mean. */
const NEWEST = 0.25;

/** The next state while a step is making it. Its maps are copies, so the state it came from stays as it is. */
export class Draft {
  readonly settings: CoreSettings;
  readonly now: number;
  readonly lanes: Map<string, Lane>;
  readonly held: Map<string, Held>;
  readonly inUse: Map<string, number>;
  readonly accounts: Map<string, Account>;
  readonly backOffs: Map<string, BackOff>;
  readonly granted: Held[] = [];
  readonly ended: Ended[] = [];
  capacity: ReadonlyMap<string, number>;
  nextSequence: number;
  virtualTime: number;
  agedLease: string | null;
  agedDebt: number;
  totals: Totals;
  denials: readonly Denial[];

  constructor(state: SchedulerState, now: number, settings: CoreSettings) {
    this.settings = settings;
    this.now = Math.max(state.now, now);
    this.lanes = new Map(state.lanes);
    this.held = new Map(state.held);
    this.inUse = new Map(state.inUse);
    this.accounts = new Map(state.accounts);
    this.backOffs = new Map(state.backOffs);
    this.capacity = state.capacity;
    this.nextSequence = state.nextSequence;
    this.virtualTime = state.virtualTime;
    this.agedLease = state.agedLease;
    this.agedDebt = state.agedDebt;
    this.totals = state.totals;
    this.denials = state.denials;
  }

  finish(): SchedulerState {
    const { now, nextSequence, capacity, lanes, held, inUse, accounts, backOffs, virtualTime, agedLease, agedDebt, totals, denials } = this;
    return { now, nextSequence, capacity, lanes, held, inUse, accounts, backOffs, virtualTime, agedLease, agedDebt, totals, denials };
  }

  /** Adds a request at the place that its sequence gives it. */
  enqueue(request: Waiting, weight?: number): void {
    const record = this.#join(request.account, weight);
    this.accounts.set(request.account, { ...record, waiting: record.waiting + 1 });
    const key = laneKey(request);
    const requests = this.lanes.get(key)?.requests ?? [];
    const after = requests.findLastIndex((other) => other.sequence < request.sequence);
    this.lanes.set(key, { account: request.account, priority: request.priority, requests: requests.toSpliced(after + 1, 0, request) });
  }

  /** Takes a request out of the queue. */
  dequeue(request: Waiting): void {
    const key = laneKey(request);
    const lane = this.lanes.get(key)!;
    if (lane.requests.length === 1) this.lanes.delete(key);
    else this.lanes.set(key, { ...lane, requests: lane.requests.filter((other) => other !== request) });
    const record = this.accounts.get(request.account)!;
    this.accounts.set(request.account, { ...record, waiting: record.waiting - 1 });
  }

  findWaiting(id: string): Waiting | undefined {
    for (const lane of this.lanes.values()) {
      const request = lane.requests.find((other) => other.id === id);
      if (request !== undefined) return request;
    }
    return undefined;
  }

  /** Moves a request from the queue to the leases. */
  grant(request: Waiting): void {
    this.dequeue(request);
    const waited = this.now - request.arrived;
    const { totals } = this;
    this.totals = { ...totals, granted: totals.granted + 1, waitedMs: totals.waitedMs + waited, longestWaitMs: Math.max(totals.longestWaitMs, waited) };
    const held: Held = { request, grantedAt: this.now, deadline: this.now + this.settings.leaseMs, grant: this.totals.granted };
    this.held.set(request.id, held);
    for (const { resource, amount } of request.demand) this.inUse.set(resource, (this.inUse.get(resource) ?? 0) + amount);
    const record = this.accounts.get(request.account)!;
    this.accounts.set(request.account, { ...record, held: record.held + 1 });
    this.granted.push(held);
  }

  /** Takes a lease back; with `charged`, its time counts against its account. */
  takeBack(held: Held, charged: boolean): void {
    const { request } = held;
    this.held.delete(request.id);
    for (const { resource, amount } of request.demand) this.#giveBack(resource, amount);
    const record = this.accounts.get(request.account)!;
    const duration = this.now - held.grantedAt;
    const charge = charged ? chargeOf(held, duration, this.capacity, this.settings) : 0;
    this.#payAge(request.id, charge);
    this.accounts.set(request.account, {
      ...record,
      held: record.held - 1,
      settled: record.settled + charge / record.weight,
      used: record.used + charge,
      meanHoldMs: charged ? record.meanHoldMs + NEWEST * (duration - record.meanHoldMs) : record.meanHoldMs,
    });
  }

  end(request: Waiting, cause: EndCause): void {
    this.ended.push({ id: request.id, cause, denials: request.denials });
    const { totals } = this;
    if (cause === 'released') this.totals = { ...totals, released: totals.released + 1 };
    else if (cause === 'cancelled') this.totals = { ...totals, cancelled: totals.cancelled + 1 };
    else if (cause !== 'denied') this.totals = { ...totals, expired: totals.expired + 1 };
    this.#forget(request.account);
  }

  #join(account: string, weight: number | undefined): Account {
    const known = this.accounts.get(account);
    if (known !== undefined && known.waiting + known.held > 0) return weight === undefined ? known : { ...known, weight };
    this.virtualTime = joinTime(this);
    const record = known ?? { account, weight: 1, waiting: 0, held: 0, settled: 0, used: 0, meanHoldMs: 0 };
    return { ...record, weight: weight ?? record.weight, settled: Math.max(record.settled, this.virtualTime) };
  }

  /** Drops accounts that nobody will miss: idle, and not ahead of where a newcomer would start. */
  #forget(account: string): void {
    const record = this.accounts.get(account);
    if (record === undefined || record.waiting + record.held > 0) return;
    if (this.held.size === 0 && this.lanes.size === 0) {
      this.accounts.clear();
      this.virtualTime = 0;
      return;
    }
    this.virtualTime = joinTime(this);
    for (const [name, other] of this.accounts) {
      if (other.waiting + other.held === 0 && other.settled <= this.virtualTime) this.accounts.delete(name);
    }
  }

  /** What went by age is paid back in resource time that goes by the ordinary order. */
  #payAge(id: string, charge: number): void {
    if (id === this.agedLease) {
      this.agedLease = null;
      this.agedDebt += charge * (1 / this.settings.ageing.share - 1);
    } else this.agedDebt = Math.max(0, this.agedDebt - charge);
  }

  #giveBack(resource: string, amount: number): void {
    const left = (this.inUse.get(resource) ?? 0) - amount;
    if (left === 0) this.inUse.delete(resource);
    else this.inUse.set(resource, left);
  }
}

import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { emptyState, laneKey, type Account, type BackOff, type Demand, type Held, type Lane, type SchedulerState, type Waiting } from '../core/state.ts';
import type { ProcessIdentity } from './process-identity.ts';

export interface ProcessRow extends ProcessIdentity {
  readonly id: string;
  readonly heartbeat: number;
  /** By resource name. */
  readonly capacity: Readonly<Record<string, number>>;
}

type Small = Pick<SchedulerState, 'now' | 'nextSequence' | 'virtualTime' | 'agedLease' | 'agedDebt' | 'totals' | 'denials'>;
type Row = Record<string, SQLOutputValue>;

/** The scheduler's state as rows. Saving writes only what differs from the state before. */
export class LedgerRows {
  readonly #all: { readonly processes: StatementSync; readonly requests: StatementSync; readonly entries: StatementSync };
  readonly #putProcess: () => StatementSync;
  readonly #removeProcess: () => StatementSync;
  readonly #putRequest: () => StatementSync;
  readonly #removeRequest: () => StatementSync;
  readonly #putEntry: () => StatementSync;
  readonly #removeEntry: () => StatementSync;
  #changes = 0;

  constructor(database: DatabaseSync) {
    const lazily = (sql: string): (() => StatementSync) => {
      let statement: StatementSync | undefined;
      return () => (statement ??= database.prepare(sql));
    };
    this.#all = {
      processes: database.prepare('SELECT * FROM processes ORDER BY id'),
      requests: database.prepare('SELECT * FROM requests ORDER BY sequence'),
      entries: database.prepare('SELECT kind, key, value FROM entries'),
    };
    this.#putProcess = lazily('INSERT OR REPLACE INTO processes (id, pid, start, place, heartbeat, capacity) VALUES (?, ?, ?, ?, ?, ?)');
    this.#removeProcess = lazily('DELETE FROM processes WHERE id = ?');
    this.#putRequest = lazily('INSERT OR REPLACE INTO requests (id, process, account, priority, demand, sequence, arrived, denials, granted_at, deadline, grant_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#removeRequest = lazily('DELETE FROM requests WHERE id = ?');
    this.#putEntry = lazily('INSERT OR REPLACE INTO entries (kind, key, value) VALUES (?, ?, ?)');
    this.#removeEntry = lazily('DELETE FROM entries WHERE kind = ? AND key = ?');
  }

  processes(): ProcessRow[] {
    return this.#all.processes.all().map((row) => ({
      id: String(row['id']), pid: Number(row['pid']), start: String(row['start']), place: String(row['place']), heartbeat: Number(row['heartbeat']),
      capacity: JSON.parse(String(row['capacity'])) as Record<string, number>,
    }));
  }

  putProcess({ id, pid, start, place, heartbeat, capacity }: ProcessRow): void {
    this.#putProcess().run(id, pid, start, place, heartbeat, JSON.stringify(capacity));
  }

  removeProcess(id: string): void {
    this.#removeProcess().run(id);
  }

  /** The state as stored; capacities come from the processes. */
  state(processes: readonly ProcessRow[]): SchedulerState {
    const lanes = new Map<string, Lane & { requests: Waiting[] }>();
    const held = new Map<string, Held>();
    const inUse = new Map<string, number>();
    for (const row of this.#all.requests.all()) {
      const request = requestOf(row);
      if (row['granted_at'] === null) {
        const key = laneKey(request);
        const lane = lanes.get(key);
        if (lane === undefined) lanes.set(key, { account: request.account, priority: request.priority, requests: [request] });
        else lane.requests.push(request);
      } else {
        held.set(request.id, { request, grantedAt: Number(row['granted_at']), deadline: Number(row['deadline']), grant: Number(row['grant_number']) });
        for (const { resource, amount } of request.demand) inUse.set(resource, (inUse.get(resource) ?? 0) + amount);
      }
    }
    const accounts = new Map<string, Account>();
    const backOffs = new Map<string, BackOff>();
    let small: Partial<Small> = {};
    for (const { kind, key, value } of this.#all.entries.all()) {
      const parsed: unknown = JSON.parse(String(value));
      if (kind === 'account') accounts.set(String(key), parsed as Account);
      else if (kind === 'back-off') backOffs.set(String(key), parsed as BackOff);
      else small = { ...small, ...(parsed as Partial<Small>) };
    }
    return { ...emptyState(agreedCapacity(processes)), ...small, lanes, held, inUse, accounts, backOffs };
  }

  /** Writes what changed between two states. @returns whether that was anything but the time. */
  save(before: SchedulerState, after: SchedulerState): boolean {
    this.#changes = 0;
    this.#saveRequests(before, after);
    this.#saveMap('account', before.accounts, after.accounts);
    this.#saveMap('back-off', before.backOffs, after.backOffs);
    if (before.denials !== after.denials) this.#put('small', 'denials', { denials: after.denials });
    const { now, nextSequence, virtualTime, agedLease, agedDebt, totals } = after;
    const same = nextSequence === before.nextSequence && virtualTime === before.virtualTime && agedLease === before.agedLease && agedDebt === before.agedDebt && totals === before.totals;
    if (same && this.#changes === 0) return false;
    this.#put('small', 'numbers', { now, nextSequence, virtualTime, agedLease, agedDebt, totals });
    return true;
  }

  #put(kind: string, key: string, value: object): void {
    this.#putEntry().run(kind, key, JSON.stringify(value));
    this.#changes += 1;
  }

  #saveRequests(before: SchedulerState, after: SchedulerState): void {
    const old = changedRequests(before, after);
    const fresh = changedRequests(after, before);
    for (const id of old.keys()) {
      if (fresh.has(id)) continue;
      this.#removeRequest().run(id);
      this.#changes += 1;
    }
    for (const [id, { request, held }] of fresh) {
      const known = old.get(id);
      if (known !== undefined && known.request === request && known.held === held) continue;
      const { owner, account, priority, demand, sequence, arrived, denials } = request;
      this.#putRequest().run(id, owner, account, priority, JSON.stringify(demand), sequence, arrived, denials, held?.grantedAt ?? null, held?.deadline ?? null, held?.grant ?? null);
      this.#changes += 1;
    }
  }

  #saveMap(kind: string, before: ReadonlyMap<string, object>, after: ReadonlyMap<string, object>): void {
    for (const key of before.keys()) {
      if (after.has(key)) continue;
      this.#removeEntry().run(kind, key);
      this.#changes += 1;
    }
    for (const [key, value] of after) if (before.get(key) !== value) this.#put(kind, key, value);
  }
}

/** Each process may have been told another number; the smallest is the one that keeps every process's promise. */
export function agreedCapacity(processes: readonly ProcessRow[]): Map<string, number> {
  const agreed = new Map<string, number>();
  for (const { capacity } of processes) {
    for (const [resource, amount] of Object.entries(capacity)) agreed.set(resource, Math.min(amount, agreed.get(resource) ?? Infinity));
  }
  return agreed;
}

/** Requests of `state` in lanes and leases that `other` does not share with it. */
function changedRequests(state: SchedulerState, other: SchedulerState): Map<string, { readonly request: Waiting; readonly held: Held | null }> {
  const changed = new Map<string, { readonly request: Waiting; readonly held: Held | null }>();
  for (const [key, lane] of state.lanes) {
    if (other.lanes.get(key) !== lane) for (const request of lane.requests) changed.set(request.id, { request, held: null });
  }
  for (const [id, held] of state.held) if (other.held.get(id) !== held) changed.set(id, { request: held.request, held });
  return changed;
}

function requestOf(row: Row): Waiting {
  return {
    id: String(row['id']), owner: String(row['process']), account: String(row['account']), priority: Number(row['priority']),
    demand: JSON.parse(String(row['demand'])) as Demand, sequence: Number(row['sequence']), arrived: Number(row['arrived']), denials: Number(row['denials']),
  };
}

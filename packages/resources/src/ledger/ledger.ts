import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SchedulerEvent, StepOutcome } from '../core/events.ts';
import type { CoreSettings } from '../core/settings.ts';
import type { SchedulerState } from '../core/state.ts';
import { step } from '../core/step.ts';
import { guarded, LEDGER_FILE, openLedger } from './ledger-database.ts';
import { agreedCapacity, LedgerRows, type ProcessRow } from './ledger-rows.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

export interface LedgerView {
  readonly state: SchedulerState;
  readonly processes: readonly ProcessRow[];
}

export interface LedgerOptions {
  readonly directory: string;
  readonly identity: ProcessIdentity;
  /** Capacities that this process brings, given the id it gets. */
  readonly capacity: (id: string) => Readonly<Record<string, number>>;
  readonly settings: CoreSettings;
  readonly heartbeatMs: number;
  /** A process that cannot be looked up from here is dead when its heartbeat is this old. */
  readonly deadMs: number;
  /** How long to wait for another process to finish its transaction. */
  readonly busyMs: number;
}

/**
 * The scheduler's state in a database that several processes share. Each event is one transaction: read (only when somebody else has
 * written), remove the dead, step, write the difference. So the core decides for all processes as it does for one.
 */
export class Ledger {
  readonly id: string;
  readonly file: string;
  readonly #options: LedgerOptions;
  readonly #database: DatabaseSync;
  readonly #rows: LedgerRows;
  readonly #version: StatementSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;
  #view: LedgerView | null = null;
  #viewVersion = -1;

  constructor(options: LedgerOptions, now: number) {
    this.#options = options;
    this.file = join(options.directory, LEDGER_FILE);
    this.#database = openLedger(options.directory, options.busyMs);
    [this.#version, this.#begin, this.#commit, this.#rollback] = ['PRAGMA data_version', 'BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => this.#database.prepare(sql)) as [StatementSync, StatementSync, StatementSync, StatementSync];
    this.#rows = new LedgerRows(this.#database);
    this.id = this.#join(now);
  }

  /** The present view; read again when another process has written. */
  read(): LedgerView {
    return guarded(this.file, () => {
      if (this.#view !== null && this.#viewVersion === this.#dataVersion()) return this.#view;
      this.#database.exec('BEGIN');
      try {
        return this.#load();
      } finally {
        this.#commit.run();
      }
    });
  }

  /** Runs events through the core for everybody. Nothing is written when nothing but the time has changed. */
  transact(events: readonly SchedulerEvent[], now: number): StepOutcome {
    return guarded(this.file, () => this.#transaction(() => {
      const { state, processes } = this.#load();
      const present = this.#present(processes, now);
      const all: SchedulerEvent[] = [...this.#departures(processes, present, now), ...events];
      const outcome = run(state, all, this.#options.settings);
      const changed = this.#rows.save(state, outcome.state) || present !== processes;
      return { result: outcome, view: { state: outcome.state, processes: present }, changed };
    }));
  }

  /** Takes this process off the books, with everything it holds and waits for. */
  leave(now: number): void {
    guarded(this.file, () => this.#transaction(() => {
      const { state, processes } = this.#load();
      const left = processes.filter(({ id }) => id !== this.id);
      this.#rows.removeProcess(this.id);
      const outcome = run(state, this.#departures(processes, left, now), this.#options.settings);
      this.#rows.save(state, outcome.state);
      return { result: outcome, view: { state: outcome.state, processes: left }, changed: true };
    }));
    this.#database.close();
  }

  /** Processes of a view that are no longer there. */
  dead({ processes }: LedgerView, now: number): ProcessRow[] {
    return processes.filter((row) => row.id !== this.id && isGone(row, this.#options.identity.place, now, this.#options.deadMs));
  }

  #join(now: number): string {
    return guarded(this.file, () => this.#transaction(() => {
      const { state, processes } = this.#load();
      const { identity } = this.#options;
      const alive = processes.filter((row) => !isGone(row, identity.place, now, this.#options.deadMs));
      let id = '';
      for (let n = 1; id === '' || alive.some((row) => row.id === id); n += 1) id = `${identity.pid}-${identity.start || '0'}-${n}`;
      for (const row of processes) if (!alive.includes(row)) this.#rows.removeProcess(row.id);
      const row: ProcessRow = { ...identity, id, heartbeat: now, capacity: this.#options.capacity(id) };
      this.#rows.putProcess(row);
      const present = [...alive, row];
      const outcome = run(state, this.#departures(processes, present, now), this.#options.settings);
      this.#rows.save(state, outcome.state);
      return { result: id, view: { state: outcome.state, processes: present }, changed: true };
    }));
  }

  /** The rows without the dead and with a fresh sign of life of this process; the same array when nothing had to change. */
  #present(processes: readonly ProcessRow[], now: number): readonly ProcessRow[] {
    const { identity, heartbeatMs } = this.#options;
    const dead = new Set(this.dead({ processes } as LedgerView, now));
    const own = processes.find(({ id }) => id === this.id);
    const fresh = own !== undefined && now - own.heartbeat < heartbeatMs;
    if (dead.size === 0 && fresh) return processes;
    for (const row of dead) this.#rows.removeProcess(row.id);
    const beating: ProcessRow = fresh ? own : { ...identity, id: this.id, heartbeat: now, capacity: this.#options.capacity(this.id) };
    if (!fresh) this.#rows.putProcess(beating);
    return [...processes.filter((row) => !dead.has(row) && row.id !== this.id), beating];
  }

  /** Events for processes that went, and for the capacity that those present agree on. */
  #departures(before: readonly ProcessRow[], after: readonly ProcessRow[], now: number): SchedulerEvent[] {
    if (before === after) return [];
    const gone = before.filter(({ id, pid, start }) => !after.some((row) => row.id === id && row.pid === pid && row.start === start));
    return [
      ...gone.map(({ id }): SchedulerEvent => ({ type: 'owner-gone', owner: id, now })),
      { type: 'capacity', capacity: agreedCapacity(after), now },
    ];
  }

  #transaction<T>(act: () => { readonly result: T; readonly view: LedgerView; readonly changed: boolean }): T {
    this.#begin.run();
    try {
      const { result, view, changed } = act();
      if (changed) this.#commit.run();
      else this.#rollback.run();
      this.#view = view;
      return result;
    } catch (error) {
      this.#view = null;
      if (this.#database.isTransaction) this.#rollback.run();
      throw error;
    }
  }

  /** Inside a transaction. */
  #load(): LedgerView {
    const version = this.#dataVersion();
    if (this.#view !== null && this.#viewVersion === version) return this.#view;
    const processes = this.#rows.processes();
    this.#view = { processes, state: this.#rows.state(processes) };
    this.#viewVersion = version;
    return this.#view;
  }

  #dataVersion(): number {
    return Number(this.#version.get()!['data_version']);
  }
}

function isGone(row: ProcessRow, place: string, now: number, deadMs: number): boolean {
  return !(isAlive(row, place) ?? now - row.heartbeat < deadMs);
}

/** What is left of a view when the dead are taken off, without writing anything: for looking on. */
export function withoutTheDead(view: LedgerView, place: string, now: number, deadMs: number, settings: CoreSettings): LedgerView {
  const { state, processes } = view;
  const alive = processes.filter((row) => !isGone(row, place, now, deadMs));
  if (alive.length === processes.length) return view;
  const gone = processes.filter((row) => !alive.includes(row)).map(({ id }): SchedulerEvent => ({ type: 'owner-gone', owner: id, now }));
  return { state: run(state, [{ type: 'capacity', capacity: agreedCapacity(alive), now }, ...gone], settings).state, processes: alive };
}

function run(state: SchedulerState, events: readonly SchedulerEvent[], settings: CoreSettings): StepOutcome {
  let outcome: StepOutcome = { state, granted: [], ended: [], refused: null };
  for (const event of events) {
    const next = step(outcome.state, event, settings);
    outcome = { state: next.state, granted: [...outcome.granted, ...next.granted], ended: [...outcome.ended, ...next.ended], refused: next.refused ?? outcome.refused };
  }
  return outcome;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, SchedulerStatus } from '@evospice/contracts';
import { defaultCoreSettings, type CoreSettings } from '../core/settings.ts';
import { viewOf } from '../core/view.ts';
import { guarded, LEDGER_FILE, openLedgerForReading } from './ledger-database.ts';
import { LedgerRows } from './ledger-rows.ts';
import { withoutTheDead, type LedgerView } from './ledger.ts';
import { ownIdentity } from './process-identity.ts';

/** What people see of a ledger. */
export function statusOf({ state, processes }: LedgerView, now: number, settings: CoreSettings): SchedulerStatus {
  const waiting = [...state.lanes.values()].flatMap(({ requests }) => requests);
  const held = [...state.held.values()].map(({ request }) => request);
  const count = (requests: readonly { readonly owner: string }[], id: string): number => requests.filter(({ owner }) => owner === id).length;
  return {
    ...viewOf(state, now, settings),
    processes: processes.map(({ id, pid, heartbeat }) => ({ pid, process: id, heartbeat, held: count(held, id), waiting: count(waiting, id) })),
  };
}

/**
 * The live view from outside, for a process that schedules nothing itself. Changes nothing; what dead processes left behind is not shown.
 *
 * @returns null where no process has ever made a ledger in this folder
 * @throws EvospiceError `SCHEDULER_LEDGER`.
 */
export function readLedgerStatus(directory: string, clock: Clock, settings: CoreSettings = defaultCoreSettings, deadMs = 60_000): SchedulerStatus | null {
  const file = join(directory, LEDGER_FILE);
  if (!existsSync(file)) return null;
  const database = openLedgerForReading(file, 5000);
  if (database === null) return null;
  try {
    return guarded(file, () => {
      database.exec('BEGIN');
      const rows = new LedgerRows(database);
      const processes = rows.processes();
      const now = clock.now();
      return statusOf(withoutTheDead({ processes, state: rows.state(processes) }, ownIdentity().place, now, deadMs, settings), now, settings);
    });
  } finally {
    database.close();
  }
}

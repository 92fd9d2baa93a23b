import type { SchedulerStatus, SchedulingPriority } from '@evospice/contracts';
import type { CoreSettings } from './settings.ts';
import { chargeOf } from './fair-share.ts';
import type { SchedulerState } from './state.ts';

/** Numbers of the priorities: larger goes first. */
export const priorityNumbers: Readonly<Record<SchedulingPriority, number>> = { exploration: 0, validation: 1 };

const LICENCE = 'licence:';

/** Resource name of a simulator's licence. */
export function licenceResource(simulator: string): string {
  return `${LICENCE}${simulator}`;
}

/** The simulator a licence resource belongs to. */
export function simulatorOf(resource: string): string {
  return resource.startsWith(LICENCE) ? resource.slice(LICENCE.length) : resource;
}

/** What people see of a state at a time. */
export function viewOf(state: SchedulerState, now: number, settings: CoreSettings): SchedulerStatus {
  const at = Math.max(now, state.now);
  return {
    at,
    resources: [...state.capacity].map(([resource, capacity]) => {
      const backOff = state.backOffs.get(resource);
      return {
        resource, capacity, limit: Math.min(capacity, backOff?.limit ?? capacity), inUse: state.inUse.get(resource) ?? 0,
        backOffUntil: backOff !== undefined && backOff.until > at ? backOff.until : null,
      };
    }),
    accounts: accountsOf(state, at, settings),
    totals: totalsOf(state),
    denials: state.denials.map(({ at: time, resource, account, reason, backOffMs }) => ({ at: time, licence: simulatorOf(resource), account, reason, backOffMs })),
    processes: [],
  };
}

function accountsOf(state: SchedulerState, at: number, settings: CoreSettings): SchedulerStatus['accounts'] {
  const running = new Map<string, number>();
  for (const held of state.held.values()) {
    const { account } = held.request;
    running.set(account, (running.get(account) ?? 0) + chargeOf(held, at - held.grantedAt, state.capacity, settings));
  }
  return [...state.accounts.values()]
    .filter(({ waiting, held }) => waiting + held > 0)
    .map(({ account, weight, held, used }) => {
      const waiting: Record<SchedulingPriority, number> = { validation: 0, exploration: 0 };
      let oldest = at;
      for (const [priority, number] of Object.entries(priorityNumbers) as [SchedulingPriority, number][]) {
        const requests = state.lanes.get(`${number}:${account}`)?.requests ?? [];
        waiting[priority] = requests.length;
        for (const { arrived } of requests) oldest = Math.min(oldest, arrived);
      }
      return { account, weight, held, waiting, longestWaitMs: at - oldest, used: used + (running.get(account) ?? 0) };
    })
    .toSorted((a, b) => (a.account < b.account ? -1 : 1));
}

function totalsOf({ totals }: SchedulerState): SchedulerStatus['totals'] {
  const { granted, released, cancelled, expired, denied, waitedMs, longestWaitMs } = totals;
  return { granted, released, cancelled, expired, denied, meanWaitMs: granted === 0 ? 0 : waitedMs / granted, longestWaitMs };
}

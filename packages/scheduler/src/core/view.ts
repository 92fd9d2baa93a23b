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
    programs: programsOf(state, at, settings),
    totals: totalsOf(state),
    denials: state.denials.map(({ at: time, resource, program, reason, backOffMs }) => ({ at: time, licence: simulatorOf(resource), program, reason, backOffMs })),
    processes: [],
  };
}

function programsOf(state: SchedulerState, at: number, settings: CoreSettings): SchedulerStatus['programs'] {
  const running = new Map<string, number>();
  for (const held of state.held.values()) {
    const { program } = held.request;
    running.set(program, (running.get(program) ?? 0) + chargeOf(held, at - held.grantedAt, state.capacity, settings));
  }
  return [...state.accounts.values()]
    .filter(({ waiting, held }) => waiting + held > 0)
    .map(({ program, weight, held, used }) => {
      const waiting: Record<SchedulingPriority, number> = { validation: 0, exploration: 0 };
      let oldest = at;
      for (const [priority, number] of Object.entries(priorityNumbers) as [SchedulingPriority, number][]) {
        const requests = state.lanes.get(`${number}:${program}`)?.requests ?? [];
        waiting[priority] = requests.length;
        for (const { arrived } of requests) oldest = Math.min(oldest, arrived);
      }
      return { program, weight, held, waiting, longestWaitMs: at - oldest, used: used + (running.get(program) ?? 0) };
    })
    .toSorted((a, b) => (a.program < b.program ? -1 : 1));
}

function totalsOf({ totals }: SchedulerState): SchedulerStatus['totals'] {
  const { granted, released, cancelled, expired, denied, waitedMs, longestWaitMs } = totals;
  return { granted, released, cancelled, expired, denied, meanWaitMs: granted === 0 ? 0 : waitedMs / granted, longestWaitMs };
}

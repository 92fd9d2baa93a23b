import { confirmOldProbes, confirmProbe, deny, forgetProbe } from './back-off.ts';
import { dispatch } from './dispatch.ts';
import { Draft } from './draft.ts';
import type { Refusal, SchedulerEvent, StepOutcome } from './events.ts';
import type { CoreSettings } from './settings.ts';
import type { Held, SchedulerState } from './state.ts';

/**
 * The whole scheduler as a pure function: what the state becomes after an event, and what that grants and ends. Ids that are not known
 * (any more) are passed over, since a release may cross an expiry on its way.
 */
export function step(state: SchedulerState, event: SchedulerEvent, settings: CoreSettings): StepOutcome {
  const draft = new Draft(state, event.now, settings);
  expire(draft);
  confirmOldProbes(draft);
  const refused = apply(draft, event);
  dispatch(draft);
  return { state: draft.finish(), granted: draft.granted, ended: draft.ended, refused };
}

function apply(draft: Draft, event: SchedulerEvent): Refusal | null {
  switch (event.type) {
    case 'request': return request(draft, event);
    case 'release': {
      const held = draft.held.get(event.id);
      if (held === undefined) return null;
      confirmProbe(draft, held);
      draft.takeBack(held, true);
      draft.end(held.request, 'released');
      return null;
    }
    case 'cancel': return cancel(draft, event.id);
    case 'renew': {
      const held = draft.held.get(event.id);
      if (held !== undefined) draft.held.set(event.id, { ...held, deadline: draft.now + draft.settings.leaseMs });
      return null;
    }
    case 'deny': {
      const held = draft.held.get(event.id);
      if (held !== undefined) deny(draft, held, event.resources, event.reason);
      return null;
    }
    case 'owner-gone': {
      for (const lane of draft.lanes.values()) {
        for (const waiting of lane.requests.filter(({ owner }) => owner === event.owner)) {
          draft.dequeue(waiting);
          draft.end(waiting, 'owner-gone');
        }
      }
      for (const held of draft.held.values()) if (held.request.owner === event.owner) lose(draft, held, 'owner-gone');
      return null;
    }
    case 'capacity':
      draft.capacity = event.capacity;
      return null;
    case 'tick': return null;
  }
}

function request(draft: Draft, event: Extract<SchedulerEvent, { type: 'request' }>): Refusal | null {
  const { id, owner, account, weight, priority, demand } = event;
  for (const { resource, amount } of demand) {
    const capacity = draft.capacity.get(resource) ?? 0;
    if (amount > capacity) return { id, resource, asked: amount, capacity };
  }
  draft.enqueue({ id, owner, account, priority, demand, sequence: draft.nextSequence, arrived: draft.now, denials: 0 }, weight);
  draft.nextSequence += 1;
  return null;
}

function cancel(draft: Draft, id: string): null {
  const held = draft.held.get(id);
  if (held !== undefined) {
    lose(draft, held, 'cancelled');
    return null;
  }
  const waiting = draft.findWaiting(id);
  if (waiting === undefined) return null;
  draft.dequeue(waiting);
  draft.end(waiting, 'cancelled');
  return null;
}

/** Takes back a lease whose holder did not say that the work was done. */
function lose(draft: Draft, held: Held, cause: 'cancelled' | 'expired' | 'owner-gone'): void {
  forgetProbe(draft, held);
  draft.takeBack(held, true);
  draft.end(held.request, cause);
}

function expire(draft: Draft): void {
  for (const held of draft.held.values()) if (held.deadline <= draft.now) lose(draft, held, 'expired');
}

import { isAgeDue, oldestEligible } from './dispatch.ts';
import { Room } from './room.ts';
import type { CoreSettings } from './settings.ts';
import type { SchedulerState } from './state.ts';

/**
 * When time alone changes something: a lease runs out, a back-off ends, a probe counts as successful, or the oldest request comes of age. The state
 * needs a `tick` then. Null when it can wait for the next event.
 */
export function nextWake(state: SchedulerState, settings: CoreSettings): number | null {
  let wake = Infinity;
  for (const held of state.held.values()) wake = Math.min(wake, held.deadline);
  if (state.lanes.size > 0) {
    for (const { probe, until } of state.backOffs.values()) {
      const held = probe === null ? undefined : state.held.get(probe);
      if (held !== undefined) wake = Math.min(wake, held.grantedAt + settings.backOff.probeMs);
      else if (until > state.now) wake = Math.min(wake, until);
    }
    if (isAgeDue(state)) {
      const oldest = oldestEligible(state.lanes.values(), new Room(state));
      const ofAge = oldest === null ? Infinity : oldest.arrived + settings.ageing.afterMs;
      if (ofAge > state.now) wake = Math.min(wake, ofAge);
    }
  }
  return wake === Infinity ? null : wake;
}

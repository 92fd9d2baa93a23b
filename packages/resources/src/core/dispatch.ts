import type { Draft } from './draft.ts';
import { runningCharge, virtualTimes } from './fair-share.ts';
import { Room } from './room.ts';
import type { Lane, Waiting } from './state.ts';

/**
 * Grants whatever can be granted: by priority, then the account with the lowest virtual time, then the oldest. A request that does not
 * fit keeps back what it is short of, so that nobody behind it takes it first.
 *
 * A small share of the resource time goes by age: the oldest request that has waited `ageing.afterMs` is served before everything else, and
 * all it needs is set aside until it fits. Since nobody who arrives later can be older, every request gets its turn, whatever its priority, its
 * account's share and its size. The share is one of resource time and not of grants: accounts with long holds would else gain by it.
 */
export function dispatch(draft: Draft): void {
  if (draft.lanes.size === 0) return;
  const room = new Room(draft);
  const aged = agedRequest(draft, room);
  if (aged !== null && room.fits(aged.demand)) {
    grant(draft, room, aged);
    draft.agedLease = aged.id;
  } else if (aged !== null) room.reserve(aged.demand);
  const queue = new LaneQueue(draft);
  for (let lane = queue.take(); lane !== undefined; lane = queue.take()) {
    for (const request of lane.requests) {
      if (request === aged) continue;
      if (room.fits(request.demand)) {
        grant(draft, room, request);
        queue.putBack(lane, request);
        break;
      }
      if (room.isEligible(request.demand)) room.close(request.demand);
    }
  }
}

/** Whether a request may be served by age alone: the last one has been paid for. */
export function isAgeDue(state: { readonly agedLease: string | null; readonly agedDebt: number }): boolean {
  return state.agedLease === null && state.agedDebt === 0;
}

/** The request whose turn by age it is. */
function agedRequest(draft: Draft, room: Room): Waiting | null {
  if (!isAgeDue(draft)) return null;
  const oldest = oldestEligible(draft.lanes.values(), room);
  return oldest !== null && draft.now - oldest.arrived >= draft.settings.ageing.afterMs ? oldest : null;
}

export function oldestEligible(lanes: Iterable<Lane>, room: Room): Waiting | null {
  let oldest: Waiting | null = null;
  for (const lane of lanes) {
    const first = lane.requests.find((request) => room.isEligible(request.demand));
    if (first !== undefined && (oldest === null || first.sequence < oldest.sequence)) oldest = first;
  }
  return oldest;
}

function grant(draft: Draft, room: Room, request: Waiting): void {
  for (const resource of room.probes(request.demand)) draft.backOffs.set(resource, { ...draft.backOffs.get(resource)!, probe: request.id });
  draft.grant(request);
}

interface Place {
  readonly priority: number;
  readonly time: number;
  readonly requests: readonly Waiting[];
}

/** Lanes in order of service; a lane that was served comes again where its account's new virtual time puts it. */
class LaneQueue {
  readonly #draft: Draft;
  readonly #times: Map<string, number>;
  /** The next one last. */
  readonly #places: Place[];

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#times = draft.lanes.size > 1 ? virtualTimes(draft) : new Map();
    this.#places = [...draft.lanes.values()].map(({ account, priority, requests }) => ({ priority, time: this.#times.get(account) ?? 0, requests }));
    if (this.#places.length > 1) this.#places.sort((a, b) => -inOrder(a, b));
  }

  take(): Place | undefined {
    return this.#places.pop();
  }

  /** Goes on behind `served`, which has just been granted. */
  putBack(place: Place, served: Waiting): void {
    const { account } = served;
    const held = this.#draft.held.get(served.id)!;
    const time = (this.#times.get(account) ?? 0) + runningCharge(held, this.#draft.accounts.get(account)!, this.#draft);
    this.#times.set(account, time);
    const requests = place.requests.slice(place.requests.indexOf(served) + 1);
    const again: Place[] = requests.length === 0 ? [] : [{ priority: place.priority, time, requests }];
    // The account's other lanes move with it.
    const others = this.#places.filter((other) => other.requests[0]!.account === account);
    for (const other of others) {
      this.#places.splice(this.#places.indexOf(other), 1);
      again.push({ ...other, time });
    }
    for (const moved of again) this.#insert(moved);
  }

  #insert(place: Place): void {
    const index = this.#places.findLastIndex((other) => inOrder(place, other) < 0);
    this.#places.splice(index + 1, 0, place);
  }
}

function inOrder(a: Place, b: Place): number {
  return b.priority - a.priority || a.time - b.time || a.requests[0]!.sequence - b.requests[0]!.sequence;
}

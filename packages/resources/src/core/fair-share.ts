import type { CoreSettings } from './settings.ts';
import type { Account, Held } from './state.ts';

/**
 * Fair shares after stride scheduling (Waldspurger and Weihl, 1995), charged by time as in start-time fair queueing
 * (Goyal, Vin and Cheng, 1996): an account's virtual time advances with the resource time it uses divided by its weight, and the lowest
 * goes first. Resource time is the time held times the dominant share (Ghodsi et al., 2011): the largest fraction of any
 * resource's capacity, so that two licences of two weigh as much as all cores.
 */
interface Books {
  readonly now: number;
  readonly settings: CoreSettings;
  readonly capacity: ReadonlyMap<string, number>;
  readonly held: ReadonlyMap<string, Held>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly virtualTime: number;
}

/** Resource time of a lease for a hold of `duration` ms. */
export function chargeOf(held: Held, duration: number, capacity: ReadonlyMap<string, number>, settings: CoreSettings): number {
  let share = 0;
  for (const { resource, amount } of held.request.demand) share = Math.max(share, amount / Math.max(amount, capacity.get(resource) ?? 0));
  return Math.max(settings.leastChargeMs, duration) * share;
}

/**
 * What a running lease counts for now, divided by its account's weight. A lease just granted counts for as long as the account usually holds;
 * otherwise a whole burst would be granted before the first of its leases is charged.
 */
export function runningCharge(held: Held, record: Account, books: Books): number {
  return chargeOf(held, Math.max(books.now - held.grantedAt, record.meanHoldMs), books.capacity, books.settings) / record.weight;
}

/** Virtual time of every account. */
export function virtualTimes(books: Books): Map<string, number> {
  const times = new Map<string, number>();
  for (const record of books.accounts.values()) times.set(record.account, record.settled);
  for (const held of books.held.values()) {
    const { account } = held.request;
    times.set(account, times.get(account)! + runningCharge(held, books.accounts.get(account)!, books));
  }
  return times;
}

/**
 * Where an account starts that arrives now: level with the lowest of those waiting. Where none waits, level with the highest of
 * those holding, so that a newcomer does not lock out one that merely used what nobody else wanted. Never decreases.
 */
export function joinTime(books: Books): number {
  let lowestWaiting = Infinity;
  let highest = -Infinity;
  for (const [account, time] of virtualTimes(books)) {
    const record = books.accounts.get(account)!;
    if (record.waiting > 0) lowestWaiting = Math.min(lowestWaiting, time);
    if (record.held > 0) highest = Math.max(highest, time);
  }
  return Math.max(books.virtualTime, lowestWaiting === Infinity ? highest : lowestWaiting);
}

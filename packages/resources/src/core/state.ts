/** How much of one counted resource. */
export interface Amount {
  readonly resource: string;
  /** Whole number greater than 0. */
  readonly amount: number;
}

/** Everything a request needs; each resource at most once. */
export type Demand = readonly Amount[];

export interface Waiting {
  readonly id: string;
  /** Process that asked; empty where there is only one. */
  readonly owner: string;
  readonly account: string;
  /** Larger goes first. */
  readonly priority: number;
  readonly demand: Demand;
  /** Order of arrival; kept when the request is queued again. */
  readonly sequence: number;
  /** Time of arrival in ms. */
  readonly arrived: number;
  /** How often a licence server has refused it. */
  readonly denials: number;
}

export interface Held {
  readonly request: Waiting;
  readonly grantedAt: number;
  /** The lease ends here unless it is renewed. */
  readonly deadline: number;
  /** Its place in the order of all grants, counted from 1. */
  readonly grant: number;
}

/** The waiting requests of one account and priority, by `sequence`. Never empty. */
export interface Lane {
  readonly account: string;
  readonly priority: number;
  readonly requests: readonly Waiting[];
}

/** What an account has had. Kept while it waits or holds, or has had more than its share. */
export interface Account {
  readonly account: string;
  readonly weight: number;
  readonly waiting: number;
  readonly held: number;
  /** Finished resource time divided by weight, on the scale of the virtual time: who is lowest goes first. */
  readonly settled: number;
  /** Finished resource time: ms times the largest share of any resource. */
  readonly used: number;
  /** Running mean of how long it holds, ms: what a grant counts for before its time is known. */
  readonly meanHoldMs: number;
}

/** A licence whose server said no. */
export interface BackOff {
  readonly resource: string;
  /** What the capacity is treated as. */
  readonly limit: number;
  /** A probe beyond the limit is allowed from here on. */
  readonly until: number;
  /** Refusals in a row; 0 while it recovers. */
  readonly failures: number;
  /** Number of grants when it began: a lease granted earlier belongs to the same refusal. */
  readonly sinceGrant: number;
  /** Lease that tries whether the server has changed its mind. */
  readonly probe: string | null;
}

export interface Denial {
  readonly at: number;
  readonly resource: string;
  readonly account: string;
  readonly reason: string;
  readonly backOffMs: number;
}

export interface Totals {
  readonly granted: number;
  readonly released: number;
  readonly cancelled: number;
  readonly expired: number;
  readonly denied: number;
  /** Sum over all grants, ms. */
  readonly waitedMs: number;
  readonly longestWaitMs: number;
}

/** All that the scheduler knows. A plain value: `step` makes the next one and leaves this one as it is. */
export interface SchedulerState {
  /** Latest time of any event, ms; time does not run backwards here. */
  readonly now: number;
  readonly nextSequence: number;
  readonly capacity: ReadonlyMap<string, number>;
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly held: ReadonlyMap<string, Held>;
  readonly inUse: ReadonlyMap<string, number>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly backOffs: ReadonlyMap<string, BackOff>;
  /** Where an account starts that arrives now: idling earns nothing. */
  readonly virtualTime: number;
  /** Lease that was granted by age alone; null when none is running. */
  readonly agedLease: string | null;
  /** Resource time that has to go by the ordinary order before another request is served by age. */
  readonly agedDebt: number;
  readonly totals: Totals;
  readonly denials: readonly Denial[];
}

export function emptyState(capacity: ReadonlyMap<string, number>): SchedulerState {
  return {
    now: 0, nextSequence: 1, capacity, lanes: new Map(), held: new Map(), inUse: new Map(), accounts: new Map(), backOffs: new Map(),
    virtualTime: 0, agedLease: null, agedDebt: 0,
    totals: { granted: 0, released: 0, cancelled: 0, expired: 0, denied: 0, waitedMs: 0, longestWaitMs: 0 },
    denials: [],
  };
}

/** Key of a lane. The priority is a number, so the first colon ends it whatever the account is called. */
export function laneKey(request: { readonly account: string; readonly priority: number }): string {
  return `${request.priority}:${request.account}`;
}

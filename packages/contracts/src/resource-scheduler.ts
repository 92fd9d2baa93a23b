/** Validation of champions goes before exploration of new programs; what waits long enough gets its turn nevertheless. */
export type SchedulingPriority = 'validation' | 'exploration';

/** What one piece of evaluation needs while it runs. All of it is granted at once or none of it. */
export interface ResourceRequest {
  /** Who is charged for the time. Unique among all runs that share the resources, such as `run/program`. */
  readonly account: string;
  /** Share of this account relative to the others; greater than 0, 1 when left out. The last one said counts. */
  readonly weight?: number;
  readonly priority: SchedulingPriority;
  /** Whole number, 0 or more. */
  readonly cores: number;
  /** Whole number of megabytes, 0 or more. */
  readonly memoryMb: number;
  /** Counted licences by simulator, whole numbers; none when left out. */
  readonly licences?: Readonly<Record<string, number>>;
}

/** Resources held. They return by `release`, by disposal, by the signal of `acquire`, or because nobody renewed the lease in time. */
export interface ResourceLease extends AsyncDisposable {
  readonly request: ResourceRequest;
  /** Fires when the lease is over for a reason other than `release`: stop the work at once. Its reason is an EvospiceError. */
  readonly signal: AbortSignal;
  /** Gives everything back; safe to call twice. */
  release(): Promise<void>;
  /**
   * The licence server said no. Everything is given back, the licence counts as scarcer for a while, and the request waits
   * again at its old place, with no charge to the account. Resolves when the lease is held once more.
   * @param licence which one was refused; every licence of the request when left out
   * @throws EvospiceError `SCHEDULER_NO_LICENCE` once the request was denied too often, `SCHEDULER_CANCELLED`,
   *   `SCHEDULER_LEASE_LOST`, `SCHEDULER_REQUEST` when the request has no such licence.
   */
  deny(reason: string, licence?: string): Promise<void>;
  /** Sign of life: moves the deadline of the lease. @throws EvospiceError `SCHEDULER_LEASE_LOST` when it is over. */
  renew(): Promise<void>;
}

/** State of one counted resource. */
export interface ResourceStatus {
  /** `cores`, `memoryMb` or `licence:<simulator>`; followed by `@<process>` where a process has its own. */
  readonly resource: string;
  readonly capacity: number;
  /** What the capacity is treated as: less than `capacity` after a denial. */
  readonly limit: number;
  readonly inUse: number;
  /** End of the back-off, ms since the Unix epoch; null when there is none. */
  readonly backOffUntil: number | null;
}

export interface AccountStatus {
  readonly account: string;
  readonly weight: number;
  readonly held: number;
  readonly waiting: Readonly<Record<SchedulingPriority, number>>;
  /** Longest wait among its waiting requests, ms; 0 when none waits. */
  readonly longestWaitMs: number;
  /** Resource time used: ms times the largest share of any resource. */
  readonly used: number;
}

/** One refusal of a licence server, newest last. */
export interface LicenceDenial {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly licence: string;
  readonly account: string;
  readonly reason: string;
  /** Length of the back-off that it began or prolonged. */
  readonly backOffMs: number;
}

/** A live view for people. */
export interface SchedulerStatus {
  readonly at: number;
  readonly resources: readonly ResourceStatus[];
  /** Accounts that wait or hold, by name. */
  readonly accounts: readonly AccountStatus[];
  /** Since the scheduler began. `meanWaitMs` and `longestWaitMs` are over granted requests. */
  readonly totals: {
    readonly granted: number; readonly released: number; readonly cancelled: number; readonly expired: number;
    readonly denied: number; readonly meanWaitMs: number; readonly longestWaitMs: number;
  };
  /** The last ones. */
  readonly denials: readonly LicenceDenial[];
  /** Processes that share the resources; empty where there is only one. */
  readonly processes: readonly { readonly pid: number; readonly process: string; readonly heartbeat: number; readonly held: number; readonly waiting: number }[];
}

/** Shares cores, memory and counted licences among everything that simulates. */
export interface ResourceScheduler {
  /**
   * Waits its turn. `signal` ends the wait, or the lease, at once. Do not acquire while holding a lease.
   * @throws EvospiceError `SCHEDULER_TOO_LARGE` at once for more than the capacity, `SCHEDULER_REQUEST` for amounts that are
   *   no whole numbers or all 0, `SCHEDULER_CANCELLED`, `SCHEDULER_CLOSED`.
   */
  acquire(request: ResourceRequest, options?: { readonly signal?: AbortSignal }): Promise<ResourceLease>;
  status(): Promise<SchedulerStatus>;
  /** Refuses what waits and takes back what is held; safe to call twice. */
  close(): Promise<void>;
}
export const ResourceScheduler = Symbol.for('evospice.ResourceScheduler');

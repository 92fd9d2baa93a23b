import { describeError, EvospiceError, type ResourceLease, type ResourceRequest, type ResourceScheduler } from '@evospice/contracts';
import { nodeTimers, type Timers } from './timers.ts';

export interface WithLeaseOptions<T> {
  readonly signal?: AbortSignal;
  /** Why the licence server refused, read from a result; null when it did not. Refused work is done again when there is a licence. */
  readonly denial?: (result: T) => string | null;
  /** How often the lease is renewed while the work goes on; well below the time allowed. */
  readonly renewMs?: number;
  readonly timers?: Timers;
}

/**
 * Does `work` while holding what `request` asks for, renews the lease meanwhile, and gives it back however the work ends. Work that outlives its lease
 * is told by `signal`, and what it returns then is not used.
 *
 * @throws EvospiceError what `acquire` and `deny` throw, `SCHEDULER_LEASE_LOST` and `SCHEDULER_CANCELLED`; and whatever `work` throws.
 */
export async function withLease<T>(
  scheduler: ResourceScheduler,
  request: ResourceRequest,
  work: (context: { readonly signal: AbortSignal; readonly attempt: number }) => Promise<T>,
  { signal, denial = () => null, renewMs = 15_000, timers = nodeTimers }: WithLeaseOptions<T> = {},
): Promise<T> {
  const lease = await scheduler.acquire(request, signal === undefined ? {} : { signal });
  try {
    for (let attempt = 1; ; attempt += 1) {
      const result = await renewing(lease, renewMs, timers, () => work({ signal: lease.signal, attempt }));
      if (lease.signal.aborted) throw lease.signal.reason;
      const reason = denial(result);
      if (reason === null) return result;
      await lease.deny(reason);
    }
  } finally {
    await lease.release();
  }
}

/** A renewal that fails is tried again at the next turn: the lease has time for several. Its last failure is told if the lease is lost. */
async function renewing<T>(lease: ResourceLease, renewMs: number, timers: Timers, work: () => Promise<T>): Promise<T> {
  let failure: unknown;
  let stop: () => void = () => undefined;
  const next = (): void => {
    stop = timers.after(renewMs, () => {
      if (lease.signal.aborted) return;
      next();
      lease.renew().catch((error: unknown) => {
        failure = error;
      });
    }, false);
  };
  next();
  try {
    return await work();
  } catch (error) {
    if (!lease.signal.aborted || failure === undefined || failure === lease.signal.reason) throw error;
    throw new EvospiceError('SCHEDULER_LEASE_LOST', `the lease is over, since it could not be renewed: ${describeError(failure)}`, { cause: error });
  } finally {
    stop();
  }
}

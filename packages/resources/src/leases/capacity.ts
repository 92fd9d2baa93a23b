import { EvospiceError } from '@evospice/contracts';
import { licenceResource } from '../core/view.ts';

/** What there is to share. */
export interface Capacity {
  /** Whole number, 1 or more. */
  readonly cores: number;
  /** Megabytes, 1 or more. */
  readonly memoryMb: number;
  /** Counted licences by simulator; a simulator that is not listed has none. */
  readonly licences?: Readonly<Record<string, number>>;
}

/** Capacities by resource name. @throws EvospiceError `SCHEDULER_CAPACITY` for amounts that are not whole numbers. */
export function capacityOf({ cores, memoryMb, licences = {} }: Capacity): Map<string, number> {
  const capacity = new Map([['cores', cores], ['memoryMb', memoryMb]]);
  for (const [simulator, count] of Object.entries(licences)) capacity.set(licenceResource(simulator), count);
  for (const [resource, amount] of capacity) {
    if (Number.isSafeInteger(amount) && amount >= 0) continue;
    throw new EvospiceError('SCHEDULER_CAPACITY', `a capacity of ${amount} for ${resource} cannot be shared out`, {
      received: amount, expected: 'a whole number, 0 or more', remedy: "correct the scheduler's configuration",
    });
  }
  return capacity;
}

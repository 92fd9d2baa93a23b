import { counted, EvospiceError } from '@evospice/contracts';
import type { Refusal } from '../core/events.ts';
import { simulatorOf } from '../core/view.ts';

/** Name of a resource without the process that has it to itself. */
function bareName(resource: string): string {
  return /^(cores|memoryMb)@/.exec(resource)?.[1] ?? resource;
}

function named(resource: string, amount: number): string {
  const bare = bareName(resource);
  if (bare === 'memoryMb') return `${amount} MB of memory`;
  if (bare === 'cores') return counted(amount, 'core');
  return `${counted(amount, 'licence')} of ${simulatorOf(resource)}`;
}

export function tooLarge({ resource, asked, capacity }: Refusal): EvospiceError {
  return new EvospiceError('SCHEDULER_TOO_LARGE', `${named(resource, asked)} can never be granted: the capacity is ${capacity}`, {
    received: asked,
    expected: `at most ${named(resource, capacity)}`,
    remedy: `ask for less, or raise the capacity of ${bareName(resource)} in the scheduler's configuration`,
  });
}

export function badRequest(message: string, received: unknown, expected: string): EvospiceError {
  return new EvospiceError('SCHEDULER_REQUEST', message, { received, expected, remedy: 'correct the request' });
}

export function cancelled(cause: unknown): EvospiceError {
  return new EvospiceError('SCHEDULER_CANCELLED', 'the caller ended it', { cause });
}

export function closed(): EvospiceError {
  return new EvospiceError('SCHEDULER_CLOSED', 'the scheduler is closed', { remedy: 'acquire before closing' });
}

export function leaseLost(reason: string): EvospiceError {
  return new EvospiceError('SCHEDULER_LEASE_LOST', `the lease is over: ${reason}`, {
    expected: 'a lease renewed within its time', remedy: 'stop the work and acquire anew; renew the lease while working, or allow it more time',
  });
}

export function noLicence(licences: readonly string[], denials: number, reason: string): EvospiceError {
  return new EvospiceError('SCHEDULER_NO_LICENCE', `the licence server refused ${licences.join(', ')} ${counted(denials, 'time')}: ${reason}`, {
    received: denials,
    expected: 'a free licence',
    remedy: 'see who holds the licences, configure fewer of them, or allow more denials; the program is not at fault',
  });
}

import { EvospiceError } from '@evospice/contracts';

/** @throws EvospiceError `EXTRACTION_CANCELLED` when the caller's signal has fired, with its reason as cause. */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EvospiceError('EXTRACTION_CANCELLED', 'the extraction was cancelled', { cause: signal.reason });
}

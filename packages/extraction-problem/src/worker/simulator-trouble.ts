import { counted, EvospiceError, faultOf, mayPass, type Trouble } from '@evospice/contracts';
import type { ExtractionResult } from '@evospice/extraction';

/**
 * Trouble in the middle of a finished extraction. A simulator that crashes at the very same evaluations twice does so because of the
 * candidates: then the crashes count as the program's failures. A missing licence never counts against the program.
 */
export function troubleIn({ trajectory }: ExtractionResult): Trouble | undefined {
  const struck = [...trajectory.entries()].filter(([, point]) => point.failure !== undefined && mayPass(point.failure)).map(([index]) => index);
  if (struck.length === 0) return undefined;
  const reason = (what: string): string => `the simulator ${what} in ${struck.length} of ${counted(trajectory.length, 'evaluation')}`;
  if (trajectory.some((point) => point.failure === 'NO_LICENCE')) return { code: 'NO_LICENCE', reason: reason('had no licence'), after: 'excuse' };
  return { code: 'CRASHED', reason: reason('crashed'), after: 'count', place: String(struck) };
}

/**
 * Trouble that ended an extraction; undefined for every other error. A sandbox that cannot run programs ends the run if it goes on: judging
 * programs without it does not help.
 */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!EvospiceError.is(error)) return undefined;
  const code = error.code === 'EXTRACTION_START' ? failureCode(error.received) : error.code;
  if (code === undefined) return undefined;
  // The starting card is not a program's choice: when it takes too long, the machine or the simulator is at fault.
  if (error.code === 'EXTRACTION_START' && code === 'DEADLINE') return { code: 'EXTRACTION_SIMULATOR', reason: error.message, after: 'excuse' };
  if (faultOf(code) === 'sandbox') return { code, reason: error.message, after: 'stop' };
  return mayPass(code) ? { code, reason: error.message, after: 'excuse' } : undefined;
}

/** The code of a simulation failure carried by an error about the starting card. */
function failureCode(received: unknown): string | undefined {
  return typeof received === 'object' && received !== null && 'code' in received && typeof received.code === 'string' ? received.code : undefined;
}

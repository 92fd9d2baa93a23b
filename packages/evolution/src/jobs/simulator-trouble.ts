import { EvospiceError } from '@evospice/contracts';
import type { ExtractionResult } from '@evospice/extraction';

/** Trouble that lies with the simulator or the sandbox and not with the program being judged. */
export interface SimulatorTrouble {
  readonly code: string;
  readonly reason: string;
  /**
   * Evaluations it struck, by index in the trajectory. The same ones at a second attempt mean that it is the candidates that bring
   * the simulator down; undefined when there is no result at all.
   */
  readonly struck?: readonly number[];
}

const troubleCodes: ReadonlySet<string> = new Set(['CRASHED', 'NO_LICENCE']);

/** Codes of thrown errors that a fresh session may be free of. */
const sessionCodes: ReadonlySet<string> = new Set(['EXTRACTION_SIMULATOR', 'SIMULATOR_CLOSED', 'SIMULATOR_CRASHED', 'SCHEDULER_LEASE_LOST', 'SCHEDULER_NO_LICENCE']);

/** A sandbox that cannot run programs: trying again may help, judging programs without it does not. */
export function isSandboxCode(code: string): boolean {
  return code.startsWith('SANDBOX_');
}

/** Whether a rejection with this code was the simulator's doing. */
export function isTroubleCode(code: string): boolean {
  return troubleCodes.has(code) || sessionCodes.has(code);
}

/** Trouble met in the middle of a finished extraction. */
export function troubleIn(result: ExtractionResult): SimulatorTrouble | undefined {
  const struck = [...result.trajectory.entries()].filter(([, point]) => point.failure !== undefined && troubleCodes.has(point.failure)).map(([index]) => index);
  const first = struck[0];
  if (first === undefined) return undefined;
  const code = result.trajectory.some((point) => point.failure === 'NO_LICENCE') ? 'NO_LICENCE' : 'CRASHED';
  const what = code === 'NO_LICENCE' ? 'had no licence' : 'crashed';
  return { code, reason: `the simulator ${what} in ${struck.length} of ${result.trajectory.length} evaluations`, struck };
}

/** Trouble that ended an extraction; undefined for every other error. */
export function troubleOf(error: unknown): SimulatorTrouble | undefined {
  if (!EvospiceError.is(error)) return undefined;
  const code = error.code === 'EXTRACTION_START' ? failureCode(error.received) : error.code;
  if (code === undefined) return undefined;
  // The starting card is no program's choice: when it takes too long, the machine or the simulator is at fault.
  if (error.code === 'EXTRACTION_START' && code === 'DEADLINE') return { code: 'EXTRACTION_SIMULATOR', reason: error.message };
  if (!(isTroubleCode(code) || isSandboxCode(code))) return undefined;
  return { code, reason: error.message };
}

/** The code of a simulation failure carried by an error about the starting card. */
function failureCode(received: unknown): string | undefined {
  return typeof received === 'object' && received !== null && 'code' in received && typeof received.code === 'string' ? received.code : undefined;
}

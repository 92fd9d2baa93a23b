import type { WasmOptions } from '../options.ts';
import type { SessionLimits } from '../session/ngspice-session.ts';

export function sessionLimits(options: WasmOptions): SessionLimits {
  return {
    search: options.search,
    deadlineMs: options.deadlineSeconds * 1000,
    simulationsALife: options.simulationsALife,
    deathsInARow: options.deathsInARow,
  };
}

import type { Simulator, SimulatorStatus, Testbench } from '@evospice/contracts';
import { probeProgram } from '../engine/ngspice-program.ts';
import { ProcessEngineSource } from '../engine/process-engine.ts';
import type { ProcessOptions } from '../options.ts';
import { NgspiceSession } from '../session/ngspice-session.ts';
import { sessionLimits } from './session-limits.ts';

/** The native ngspice, one live process a session. */
export class ProcessSimulator implements Simulator {
  readonly name = 'ngspice-process';
  readonly #options: ProcessOptions;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  probe(): Promise<SimulatorStatus> {
    return probeProgram(this.#options.command);
  }

  open(testbench: Testbench, options: { readonly signal?: AbortSignal } = {}): Promise<NgspiceSession> {
    return NgspiceSession.open(testbench, new ProcessEngineSource(this.#options.command), sessionLimits(this.#options), options.signal);
  }
}

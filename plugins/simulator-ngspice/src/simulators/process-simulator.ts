import { EvospiceError, type Simulator, type SimulatorStatus, type Testbench } from '@evospice/contracts';
import { EngineGone } from '../engine/engine.ts';
import { probeProgram } from '../engine/ngspice-program.ts';
import { ProcessEngineSource } from '../engine/process-engine.ts';
import type { ProcessOptions } from '../options.ts';
import { canLoadOsdi } from '../session/libraries.ts';
import { NgspiceSession } from '../session/ngspice-session.ts';
import { sessionLimits } from './session-limits.ts';

/** The native ngspice, one live process a session. */
export class ProcessSimulator implements Simulator {
  readonly name = 'ngspice-process';
  readonly circuits = true;
  readonly #options: ProcessOptions;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  async probe(): Promise<SimulatorStatus> {
    const status = await probeProgram(this.#options.command);
    if (!status.available) return status;
    try {
      const engine = await new ProcessEngineSource(this.#options.command).start();
      try {
        return { ...status, osdi: await canLoadOsdi(engine) };
      } finally {
        await engine.release();
      }
    } catch (error) {
      if (!EvospiceError.is(error) && !(error instanceof EngineGone)) throw error;
      return { ...status, available: false, remedy: EvospiceError.is(error) ? error.describe() : error.message };
    }
  }

  open(testbench: Testbench, options: { readonly signal?: AbortSignal } = {}): Promise<NgspiceSession> {
    return NgspiceSession.open(testbench, new ProcessEngineSource(this.#options.command), sessionLimits(this.#options), options.signal);
  }
}

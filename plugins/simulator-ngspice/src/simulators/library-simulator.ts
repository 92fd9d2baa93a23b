import { EvospiceError, type Simulator, type SimulatorStatus, type Testbench } from '@evospice/contracts';
import { LibraryEngineSource } from '../engine/library-engine.ts';
import type { LibraryOptions } from '../options.ts';
import { canLoadOsdi } from '../session/libraries.ts';
import { NgspiceSession } from '../session/ngspice-session.ts';
import { sessionLimits } from './session-limits.ts';

/** The ngspice library, one process a session. */
export class LibrarySimulator implements Simulator {
  readonly name = 'ngspice-library';
  readonly circuits = true;
  readonly #options: LibraryOptions;
  readonly #source: LibraryEngineSource;

  constructor(options: LibraryOptions) {
    this.#options = options;
    // Well after every deadline: the session ends an engine itself as long as it lives.
    this.#source = new LibraryEngineSource(options.library, 60 + 2 * options.deadlineSeconds);
  }

  async probe(): Promise<SimulatorStatus> {
    try {
      const engine = await this.#source.start();
      const { version, location } = engine;
      const osdi = await canLoadOsdi(engine);
      await engine.release();
      return { available: true, version, location, osdi };
    } catch (error) {
      if (!EvospiceError.is(error)) throw error;
      return { available: false, remedy: error.describe() };
    }
  }

  open(testbench: Testbench, options: { readonly signal?: AbortSignal } = {}): Promise<NgspiceSession> {
    return NgspiceSession.open(testbench, this.#source, sessionLimits(this.#options), options.signal);
  }
}

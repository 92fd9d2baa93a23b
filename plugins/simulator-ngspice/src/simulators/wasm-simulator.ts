import { EvospiceError, type Simulator, type SimulatorStatus, type Testbench } from '@evospice/contracts';
import { INSTALL_REMEDY } from '../engine/ngspice-program.ts';
import { sharedWasmPool, type WasmPool } from '../engine/wasm-pool.ts';
import type { WasmOptions } from '../options.ts';
import { canLoadOsdi } from '../session/libraries.ts';
import { NgspiceSession } from '../session/ngspice-session.ts';
import { sessionLimits } from './session-limits.ts';

/** ngspice compiled to WebAssembly, one worker thread a session. Nothing need be installed. */
export class WasmSimulator implements Simulator {
  readonly name = 'ngspice-wasm';
  readonly circuits = true;
  readonly #options: WasmOptions;
  readonly #pool: WasmPool;

  constructor(options: WasmOptions, pool: WasmPool = sharedWasmPool) {
    this.#options = options;
    this.#pool = pool;
  }

  async probe(): Promise<SimulatorStatus> {
    try {
      const engine = await this.#pool.start();
      const { version, location } = engine;
      const osdi = await canLoadOsdi(engine);
      await engine.release();
      return { available: true, version, location, osdi, remedy: `for more speed ${INSTALL_REMEDY}` };
    } catch (error) {
      if (!EvospiceError.is(error)) throw error;
      return { available: false, remedy: error.describe() };
    }
  }

  open(testbench: Testbench, options: { readonly signal?: AbortSignal } = {}): Promise<NgspiceSession> {
    return NgspiceSession.open(testbench, this.#pool, sessionLimits(this.#options), options.signal);
  }
}

import type { Engine, EngineAnswer, EngineRequest, EngineSource } from './engine.ts';
import { WasmEngine } from './wasm-engine.ts';

interface Warm {
  readonly engine: WasmEngine;
  /** Scripts and analyses run so far: its memory grows with each. */
  scripts: number;
}

/**
 * Hands warm workers from one user to the next, so that loading and warming up are paid once. Idle workers do not keep
 * the process running.
 */
export class WasmPool implements EngineSource {
  readonly #idle: Warm[] = [];
  readonly #keep: number;
  readonly #scriptsALife: number;

  /** @param keep idle workers kept; @param scriptsALife scripts after which a worker is not handed on */
  constructor(keep = 2, scriptsALife = 8000) {
    this.#keep = keep;
    this.#scriptsALife = scriptsALife;
  }

  async start(): Promise<Engine & { readonly version: string; readonly location: string }> {
    let warm = this.#idle.pop();
    while (warm !== undefined && !warm.engine.alive) warm = this.#idle.pop();
    warm ??= { engine: await WasmEngine.start(), scripts: 0 };
    warm.engine.hold(true);
    return new Lease(warm, () => { this.#takeBack(warm); });
  }

  #takeBack(warm: Warm): void {
    if (!warm.engine.alive) return;
    if (this.#idle.length >= this.#keep || warm.scripts >= this.#scriptsALife) {
      void warm.engine.release();
      return;
    }
    warm.engine.hold(false);
    this.#idle.push(warm);
  }
}

/** A worker in the hands of one user. */
class Lease implements Engine {
  readonly #warm: Warm;
  readonly #giveBack: () => void;
  #busy = false;
  #released = false;

  constructor(warm: Warm, giveBack: () => void) {
    this.#warm = warm;
    this.#giveBack = giveBack;
  }

  get version(): string {
    return this.#warm.engine.version;
  }

  get location(): string {
    return this.#warm.engine.location;
  }

  async execute(request: EngineRequest, stop?: AbortSignal): Promise<EngineAnswer> {
    this.#warm.scripts += Math.max(1, request.runs?.length ?? 0);
    this.#busy = true;
    const answer = await this.#warm.engine.execute(request, stop);
    this.#busy = false;
    return answer;
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    // In the middle of a script it cannot be handed on.
    if (this.#busy) await this.#warm.engine.release();
    else this.#giveBack();
  }
}

/** The workers of this process. */
export const sharedWasmPool = new WasmPool();

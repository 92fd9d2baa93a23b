import { EvospiceError, type RunLog, type RunStore } from '@evospice/contracts';
import { MemoryLog } from './memory-log.ts';

/** A run store that forgets everything with the test. It lets any number of writers in. */
export class MemoryStore implements RunStore {
  readonly name = 'memory';
  readonly #runs = new Map<string, MemoryLog>();

  async open(location: string, mode: 'create' | 'resume' | 'read'): Promise<RunLog> {
    const there = this.#runs.get(location);
    if (mode === 'create' ? there !== undefined : there === undefined) {
      throw new EvospiceError(mode === 'create' ? 'STORE_EXISTS' : 'STORE_MISSING', `the run ${location} ${mode === 'create' ? 'is there already' : 'is not there'}`, { received: location });
    }
    const log = there ?? new MemoryLog();
    this.#runs.set(location, log);
    return log;
  }

  async exists(location: string): Promise<boolean> {
    return this.#runs.has(location);
  }

  async remove(location: string): Promise<void> {
    this.#runs.delete(location);
  }
}

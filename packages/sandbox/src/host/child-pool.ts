import { EvospiceError } from '@evospice/contracts';
import type { ReadyChild } from './start-child.ts';

/**
 * Keeps children ready, because a start takes a hundred times longer than handing one out. Each is handed out once.
 * Children of another memory limit than the last one wanted are of no use and are replaced.
 */
export class ChildPool {
  readonly #start: (memoryMb: number) => Promise<ReadyChild>;
  readonly #size: number;
  #memoryMb = 0;
  #waiting: Promise<ReadyChild | undefined>[] = [];
  readonly #discarding = new Set<Promise<void>>();
  #closed = false;

  /** @param size how many children wait at most; 0 starts each when it is wanted */
  constructor(start: (memoryMb: number) => Promise<ReadyChild>, size: number) {
    this.#start = start;
    this.#size = size;
  }

  /** A living child; the caller kills it. @throws EvospiceError `SANDBOX_CLOSED`, `SANDBOX_START`. */
  async take(memoryMb: number): Promise<ReadyChild> {
    this.#refuseClosed();
    if (memoryMb !== this.#memoryMb) {
      this.#discardAll();
      this.#memoryMb = memoryMb;
    }
    while (this.#waiting.length > 0) {
      const ready = await this.#waiting.shift()!;
      if (ready === undefined || !ready.child.alive) continue; // It died waiting, or never started: the next, or a fresh one.
      if (ready.memoryMb !== memoryMb) {
        this.#discard(Promise.resolve(ready));
        continue;
      }
      ready.child.ref();
      this.#refill();
      return this.#handOut(ready);
    }
    const fresh = await this.#start(memoryMb);
    this.#refill();
    return this.#handOut(fresh);
  }

  /** Ends waiting children. Those handed out belong to whoever took them. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#discardAll();
    await Promise.all(this.#discarding);
  }

  async #handOut(ready: ReadyChild): Promise<ReadyChild> {
    if (!this.#closed) return ready;
    await ready.child.kill();
    this.#refuseClosed();
    return ready;
  }

  #refill(): void {
    while (!this.#closed && this.#waiting.length < this.#size) {
      // A failure here is met again, and reported, by the start that follows in `take`.
      const next = this.#start(this.#memoryMb).then((ready) => {
        ready.child.unref();
        return ready;
      }, () => undefined);
      this.#waiting.push(next);
    }
  }

  #discardAll(): void {
    for (const waiting of this.#waiting.splice(0)) this.#discard(waiting);
  }

  #discard(waiting: Promise<ReadyChild | undefined>): void {
    const gone = waiting.then((ready) => ready?.child.kill());
    this.#discarding.add(gone);
    void gone.finally(() => this.#discarding.delete(gone));
  }

  #refuseClosed(): void {
    if (!this.#closed) return;
    throw new EvospiceError('SANDBOX_CLOSED', 'the sandbox is closed', { expected: 'a runner that is still open', remedy: 'make a new runner' });
  }
}

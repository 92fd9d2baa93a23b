import { EvospiceError } from '@evospice/contracts';
import { renewed, type ReadyChild } from './start-child.ts';

/** Children kept at most for programs that may come again. */
const mostKept = 4;

interface Kept {
  readonly program: object;
  readonly memoryMb: number;
  readonly ready: Promise<ReadyChild | undefined>;
}

/**
 * Keeps children ready, because a start takes a hundred times longer than handing one out. Each is handed out for one program: once,
 * or again for the same one, whose next run finds an isolate made afresh. Two programs never share a process.
 * None waits before a second program has come: many a process runs only one.
 * Children of another memory limit than the last one wanted are of no use and are replaced.
 */
export class ChildPool {
  readonly #start: (memoryMb: number) => Promise<ReadyChild>;
  readonly #size: number;
  readonly #renewSeconds: number;
  #memoryMb = 0;
  /** The program asked for first, until there is another. */
  #only: object | undefined;
  #several = false;
  #waiting: Promise<ReadyChild | undefined>[] = [];
  /** Given back, the latest last. */
  #kept: Kept[] = [];
  readonly #discarding = new Set<Promise<void>>();
  #closed = false;

  /**
   * @param size how many children wait at most; 0 starts each when it is wanted
   * @param renewSeconds how long making another isolate may take before its child is given up
   */
  constructor(start: (memoryMb: number) => Promise<ReadyChild>, size: number, renewSeconds = 2) {
    this.#start = start;
    this.#size = size;
    this.#renewSeconds = renewSeconds;
  }

  /**
   * A living child; the caller gives it back or kills it.
   * @param program what it is for: the same object for the same program
   * @throws EvospiceError `SANDBOX_CLOSED`, `SANDBOX_START`.
   */
  async take(memoryMb: number, program: object): Promise<ReadyChild> {
    this.#refuseClosed();
    this.#count(program);
    const again = await this.#takeKept(memoryMb, program);
    if (again !== undefined) return this.#handOut(again);
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

  /** Takes back a child whose program has ended by itself, to run that program again. */
  giveBack(ready: ReadyChild, program: object): void {
    const next = renewed(ready, this.#renewSeconds);
    ready.child.unref();
    if (this.#closed || this.#size === 0) return this.#discard(next);
    this.#kept.push({ program, memoryMb: ready.memoryMb, ready: next });
    if (this.#kept.length > mostKept) this.#discard(this.#kept.shift()!.ready);
  }

  /** Ends waiting children. Those handed out belong to whoever took them. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#discardAll();
    await Promise.all(this.#discarding);
  }

  async #takeKept(memoryMb: number, program: object): Promise<ReadyChild | undefined> {
    for (;;) {
      const index = this.#kept.findIndex((kept) => kept.program === program && kept.memoryMb === memoryMb);
      if (index === -1) return undefined;
      const [kept] = this.#kept.splice(index, 1);
      const ready = await kept!.ready;
      if (ready === undefined || !ready.child.alive) continue;
      ready.child.ref();
      return ready;
    }
  }

  async #handOut(ready: ReadyChild): Promise<ReadyChild> {
    if (!this.#closed) return ready;
    await ready.child.kill();
    this.#refuseClosed();
    return ready;
  }

  #count(program: object): void {
    this.#only ??= program;
    this.#several ||= program !== this.#only;
  }

  #refill(): void {
    while (this.#several && !this.#closed && this.#waiting.length < this.#size) {
      // A failure here is met again, and reported, by the start that follows in `take`.
      const next = this.#start(this.#memoryMb).then((ready) => {
        ready.child.unref();
        return ready;
      }, () => undefined);
      this.#waiting.push(next);
    }
  }

  #discardAll(): void {
    for (const waiting of [...this.#waiting.splice(0), ...this.#kept.splice(0).map(({ ready }) => ready)]) this.#discard(waiting);
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

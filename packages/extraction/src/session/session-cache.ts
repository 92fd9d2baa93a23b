import type { Simulator, SimulatorSession, Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { openTestbench } from '@evospice/testbench';

/** Opened testbenches kept while not in use, at most; each may be a process or a thread of its own. */
const MOST_IDLE = 8;

interface Idle {
  readonly task: Task;
  readonly simulator: Simulator;
  readonly session: SimulatorSession;
}

/**
 * Keeps testbenches open between extractions, because opening one costs as much as many simulations.
 *
 * A session serves one extraction at a time. After one that threw it is closed instead of being used again: it may be the
 * reason. If too many are idle, the one that has been unused longest is closed.
 */
export class SessionCache {
  readonly #mostIdle: number;
  /** Longest unused first. */
  readonly #idle: Idle[] = [];

  constructor(options: { readonly mostIdle?: number } = {}) {
    this.#mostIdle = options.mostIdle ?? MOST_IDLE;
  }

  /** Runs `work` with a session of the task; throws what the simulator or `work` throws. */
  async use<T>({ task, simulator }: Omit<Idle, 'session'>, signal: AbortSignal, work: (session: SimulatorSession) => Promise<T>): Promise<T> {
    const session = this.#take(task, simulator) ?? (await openTestbench(simulator, testbenchOf(task), { signal }));
    let result: T;
    try {
      result = await work(session);
    } catch (error) {
      await session.close();
      throw error;
    }
    this.#idle.push({ task, simulator, session });
    if (this.#idle.length > this.#mostIdle) await this.#idle.shift()?.session.close();
    return result;
  }

  /** Closes what is idle; the next use opens afresh. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ session }) => session.close()));
  }

  #take(task: Task, simulator: Simulator): SimulatorSession | undefined {
    const index = this.#idle.findLastIndex((entry) => entry.task === task && entry.simulator === simulator);
    return index < 0 ? undefined : this.#idle.splice(index, 1)[0]?.session;
  }
}

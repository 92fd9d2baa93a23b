import type { Simulator, SimulatorSession, Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { openTestbench } from '@evospice/testbench';

/** Opened testbenches that nobody uses, at most; each may be a process or a thread of its own. */
const MOST_IDLE = 8;

/**
 * Keeps testbenches open between extractions, because opening one costs as much as many simulations.
 *
 * A session serves one extraction at a time. After one that threw it is closed instead of being used again: it may be the
 * reason. Of too many idle ones the longest unused goes.
 */
export class SessionPool {
  readonly #simulator: Simulator;
  /** Longest unused first. */
  readonly #idle: { readonly task: Task; readonly session: SimulatorSession }[] = [];

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  /** Runs `work` with a session of the task; throws what the simulator or `work` throws. */
  async use<T>(task: Task, signal: AbortSignal, work: (session: SimulatorSession) => Promise<T>): Promise<T> {
    const session = this.#take(task) ?? (await openTestbench(this.#simulator, testbenchOf(task), { signal }));
    let result: T;
    try {
      result = await work(session);
    } catch (error) {
      await session.close();
      throw error;
    }
    this.#idle.push({ task, session });
    if (this.#idle.length > MOST_IDLE) await this.#idle.shift()?.session.close();
    return result;
  }

  /** Closes what is idle; call when nothing is in use. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ session }) => session.close()));
  }

  #take(task: Task): SimulatorSession | undefined {
    const index = this.#idle.findLastIndex((entry) => entry.task === task);
    return index < 0 ? undefined : this.#idle.splice(index, 1)[0]?.session;
  }
}

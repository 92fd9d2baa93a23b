import { testbenchOf } from '@evospice/device';
import { openTestbench } from '@evospice/testbench';
import type { Simulator, SimulatorSession, Task } from '@evospice/contracts';

/** Holds the session of one task at a time: consecutive runs on a task share it, the next task replaces it. */
export class SessionSlot {
  #open: { readonly task: Task; readonly session: SimulatorSession } | undefined;

  async sessionOf(task: Task, simulator: Simulator, signal: AbortSignal): Promise<SimulatorSession> {
    if (this.#open?.task === task) return this.#open.session;
    await this.close();
    const session = await openTestbench(simulator, testbenchOf(task), { signal });
    this.#open = { task, session };
    return session;
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.session.close();
  }
}

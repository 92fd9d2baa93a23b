import { readdirSync, readFileSync } from 'node:fs';
import { cpuMs } from '../shared/measure.ts';
import { descendants } from '../simulator/cpu-time.ts';

/**
 * CPU time of child processes that are killed, and whose time is then lost: the most that was seen of each. A process
 * that starts and ends between two samples is not seen.
 */
export class CpuOfChildren {
  readonly #seen = new Map<number, number>();
  #next = 0;
  /** CPU time that looking has taken, in ms: no part of what is measured. */
  own = 0;

  /** Looks at all descendants, at most every 20 ms: looking takes time of its own. */
  sample(): void {
    if (performance.now() < this.#next) return;
    const began = cpuMs();
    for (const pid of descendants()) this.#seen.set(pid, Math.max(this.#seen.get(pid) ?? 0, runMs(pid)));
    this.own += cpuMs() - began;
    this.#next = performance.now() + 20;
  }

  milliseconds(): number {
    this.#next = 0;
    this.sample();
    return [...this.#seen.values()].reduce((sum, ms) => sum + ms, 0);
  }
}

/** Time on a processor of a process's living threads, in ms; 0 when it has gone. Finer than the ticks of /proc/PID/stat. */
function runMs(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
  } catch {
    return 0;
  }
}

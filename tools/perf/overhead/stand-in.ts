import type { SimulationOutcome, SimulationRequest, SimulatorSession, Task } from '@evospice/contracts';
import { cpuMs } from '../shared/measure.ts';

/** A session that takes a stated time per full simulation, and answers with the measured values a little off. */
export class StandIn implements SimulatorSession {
  readonly #task: Task;
  readonly #ms: number;
  readonly #points: number;
  #after: () => void = () => undefined;
  /** Wall-clock and CPU time spent simulating since `begin`, in ms: on a busy machine they differ. */
  wall = 0;
  cpu = 0;

  constructor(task: Task, ms: number) {
    this.#task = task;
    this.#ms = ms;
    this.#points = task.curves.filter(({ split }) => split === 'train').reduce((sum, { x }) => sum + x.length, 0);
  }

  /** @param after called after each request, outside the time of the simulation */
  begin(after: () => void): void {
    this.wall = this.cpu = 0;
    this.#after = after;
  }

  simulate({ candidates, curves }: SimulationRequest): Promise<readonly SimulationOutcome[]> {
    const [began, cpu] = [performance.now(), cpuMs()];
    const wanted = this.#task.curves.filter(({ id }) => curves === undefined || curves.includes(id));
    const outcomes = candidates.map((candidate): SimulationOutcome => {
      const until = performance.now() + (this.#ms * wanted.reduce((sum, { x }) => sum + x.length, 0)) / this.#points;
      const off = 1 + 0.1 * Math.abs(Math.sin(1e3 * (candidate[0] ?? 0)));
      const simulated = wanted.map(({ id, measured }) => ({ curve: id, vectors: measured.map(({ values }) => values.map((value) => value * off)) }));
      while (performance.now() < until); // As a simulator does, it keeps the processor busy.
      return { ok: true, curves: simulated };
    });
    this.wall += performance.now() - began;
    this.cpu += cpuMs() - cpu;
    this.#after();
    return Promise.resolve(outcomes);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

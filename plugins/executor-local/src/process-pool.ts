import type { Job, Json } from '@evospice/contracts';
import type { JobRunner, RunOptions } from './local-job-queue.ts';
import type { WorkerProcess } from './worker-process.ts';

/** Gives each job a worker process that no other job uses: an idle one, else a new one. One that died is not used again. */
export class ProcessPool implements JobRunner {
  readonly #idle: WorkerProcess[];
  readonly #start: () => Promise<WorkerProcess>;

  constructor(first: WorkerProcess, start: () => Promise<WorkerProcess>) {
    this.#idle = [first];
    this.#start = start;
  }

  async run(job: Job, options: RunOptions): Promise<Json> {
    const worker = this.#takeIdle() ?? (await this.#start());
    try {
      return await worker.run(job, options);
    } finally {
      if (worker.alive) this.#idle.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.close()));
  }

  #takeIdle(): WorkerProcess | undefined {
    for (;;) {
      const worker = this.#idle.pop();
      if (worker === undefined || worker.alive) return worker;
    }
  }
}

import { EvospiceError, type Executor } from '@evospice/contracts';

/** Runs each job at once, in this process; counts them. */
export function plainExecutor(counts = { jobs: 0 }): Executor {
  return {
    name: 'plain',
    open: async (handlers) => ({
      concurrency: 1,
      async execute(job, options = {}) {
        const signal = options.signal ?? new AbortController().signal;
        counts.jobs += 1;
        try {
          return JSON.parse(JSON.stringify(await handlers[job.kind]?.(job.payload, { signal })));
        } catch (error) {
          if (signal.aborted) throw new EvospiceError('EXECUTOR_CANCELLED', 'cancelled', { cause: error });
          throw error;
        }
      },
      close: async () => undefined,
    }),
  };
}

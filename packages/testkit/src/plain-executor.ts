import { EvospiceError, type Executor, type JobModule } from '@evospice/contracts';

/** The least executor that keeps the contract, for tests of what uses one: runs each job at once, in this process, and counts them. */
export function plainExecutor(counts = { jobs: 0 }): Executor {
  return {
    name: 'plain',
    open: async ({ module, setup }, { concurrency = 1 } = {}) => {
      const loaded = (await import(/* @vite-ignore */ module)) as { readonly default: JobModule };
      const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
      const host = await loaded.default(setup, { signal: new AbortController().signal, log });
      return {
        concurrency,
        async execute(job, options = {}) {
          const signal = options.signal ?? new AbortController().signal;
          counts.jobs += 1;
          try {
            signal.throwIfAborted();
            return JSON.parse(JSON.stringify(await host.handle(job, { signal })));
          } catch (error) {
            if (signal.aborted) throw new EvospiceError('EXECUTOR_CANCELLED', 'the job was cancelled', { cause: error });
            throw error;
          }
        },
        close: () => host.close(),
      };
    },
  };
}

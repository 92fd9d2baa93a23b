import { EvospiceError, type Executor, type JobModule } from '@evospice/contracts';

/** Runs each job at once, in this process; counts them. */
export function plainExecutor(counts = { jobs: 0 }): Executor {
  return {
    name: 'plain',
    open: async ({ module, setup }) => {
      const loaded = (await import(/* @vite-ignore */ module)) as { readonly default: JobModule };
      const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
      const host = await loaded.default(setup, { signal: new AbortController().signal, log });
      return {
        concurrency: 1,
        async execute(job, options = {}) {
          const signal = options.signal ?? new AbortController().signal;
          counts.jobs += 1;
          try {
            return JSON.parse(JSON.stringify(await host.handle(job, { signal })));
          } catch (error) {
            if (signal.aborted) throw new EvospiceError('EXECUTOR_CANCELLED', 'cancelled', { cause: error });
            throw error;
          }
        },
        close: () => host.close(),
      };
    },
  };
}

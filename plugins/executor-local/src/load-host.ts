import { EvospiceError, type JobHost, type JobModule, type WorkerServices, type WorkSource } from '@evospice/contracts';

/**
 * Loads the module of a source and has it make its host.
 * @throws EvospiceError `EXECUTOR_MODULE` for a module that cannot be loaded or has no suitable default export; what the module throws
 */
export async function loadHost({ module, setup }: WorkSource, services: WorkerServices): Promise<JobHost> {
  let loaded: { readonly default?: unknown };
  try {
    loaded = (await import(/* @vite-ignore */ module)) as { readonly default?: unknown };
  } catch (error) {
    throw new EvospiceError('EXECUTOR_MODULE', `the worker module ${module} cannot be loaded`, { received: module, expected: 'the URL of a module that is there', cause: error });
  }
  if (typeof loaded.default === 'function') return (loaded.default as JobModule)(setup, services);
  throw new EvospiceError('EXECUTOR_MODULE', `the worker module ${module} has no function as its default export`, { received: typeof loaded.default, expected: 'a function (setup, services) => JobHost' });
}

import { EvospiceError, type Selection } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { withStoredRun, type StoredRun } from '@evospice/runs';

/** Opens a stored evolution to read it. @throws EvospiceError `USAGE_KIND` for a run of another kind, like `withStoredRun` */
export function withEvolution<T>({ registry }: Kernel, { folder, store }: { readonly folder: string; readonly store: Selection }, action: (run: StoredRun) => Promise<T>): Promise<T> {
  return withStoredRun(registry.create('RunStore', store), folder, (run) => {
    if (run.kind === 'evolve') return action(run);
    throw new EvospiceError('USAGE_KIND', `the run in ${folder} is of kind ${run.kind}`, { received: run.kind, expected: 'an evolution', remedy: 'give the folder of an evolution' });
  });
}

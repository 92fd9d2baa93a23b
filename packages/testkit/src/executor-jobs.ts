import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvospiceError, jobHost, type Json, type JobHost, type WorkerServices } from '@evospice/contracts';

interface Waiting {
  /** Where jobs in progress are seen from outside: one file each. They end when there is a file `door`. */
  readonly folder: string;
  readonly name: string;
}

/** The worker module that `testExecutor` has loaded. Set up with `"refuse"` it throws; with a folder, its closing leaves a file there. */
export default function executorJobs(setup: Json, { log }: WorkerServices): Promise<JobHost> {
  if (setup === 'refuse') return Promise.reject(new EvospiceError('TASK_MISSING', 'this set-up is refused', { received: setup, remedy: 'set it up otherwise' }));
  let handled = 0;
  const handlers = {
    echo: async (payload: Json) => payload,
    setup: async () => {
      handled += 1;
      return { setup, handled, pid: process.pid };
    },
    change: async (payload: Json) => {
      (payload as number[]).push(2);
      return payload;
    },
    say: async (payload: Json) => {
      log.warn(String(payload));
      return null;
    },
    fail: (payload: Json) => Promise.reject(failures[String(payload)]?.() ?? new Error('unknown failure')),
    wait: async (payload: Json, { signal }: { readonly signal: AbortSignal }) => {
      const { folder, name } = payload as unknown as Waiting;
      const file = join(folder, `running-${name}`);
      writeFileSync(file, '');
      writeFileSync(join(folder, `began-${name}`), '');
      const together = running(folder);
      while (!existsSync(join(folder, 'door')) && !signal.aborted) await new Promise((resolve) => { setTimeout(resolve, 5); });
      rmSync(file);
      if (signal.aborted) writeFileSync(join(folder, `aborted-${name}`), '');
      return together;
    },
    die: async () => process.exit(3),
    spin: async () => { for (;;); },
  };
  return Promise.resolve(jobHost(handlers, async () => {
    if (typeof setup === 'string') writeFileSync(join(setup, `closed-${process.pid}`), '', { flag: 'wx' });
  }));
}

function running(folder: string): number {
  return readdirSync(folder).filter((name) => name.startsWith('running-')).length;
}

const failures: Readonly<Record<string, () => unknown>> = {
  range: () => new RangeError('on purpose', { cause: new Error('underneath') }),
  told: () => new EvospiceError('TASK_MISSING', 'there is no such task', {
    received: { task: 't9' }, expected: 'one of t1, t2', remedy: 'name one of them', file: 'suite.yaml', line: 3, cause: new EvospiceError('CARD_SYNTAX', 'deeper', { cause: new TypeError('deepest') }),
  }),
  text: () => 'only a text',
};

import { siblingModule, type JobQueue, type Json, type PhysicsFinding } from '@evospice/contracts';
import type { CardRules } from '@evospice/tune';
import type { Kernel } from '@evospice/kernel';
import { FINDINGS_JOB, type TuneSetup } from '../tune-worker.ts';

/** Rules on a task in a process of their own, which is started when they are first asked. */
export function findingsApart({ registry }: Kernel, setup: TuneSetup): CardRules {
  let queue: Promise<JobQueue> | undefined;
  const open = (): Promise<JobQueue> => registry.create('Executor', { name: 'local', options: { workers: 1, processes: true } })
    .open({ module: siblingModule('../tune-worker', import.meta.url), setup: JSON.parse(JSON.stringify(setup)) as Json });
  return {
    async findings(values) {
      const opened = await (queue ??= open());
      return (await opened.execute({ kind: FINDINGS_JOB, payload: values })) as unknown as readonly PhysicsFinding[];
    },
    close: async () => (await queue?.catch(() => undefined))?.close(),
  };
}

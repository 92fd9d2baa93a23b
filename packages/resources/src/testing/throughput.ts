import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceScheduler } from '@evospice/contracts';
import { InMemoryScheduler } from '../leases/in-memory-scheduler.ts';
import { LedgerScheduler } from '../ledger/ledger-scheduler.ts';

/**
 * Acquire and release a second, with nobody, 100 and 1000 others in the queue:
 * `node --conditions=@evospice/source src/testing/throughput.ts`, one JSON line a case.
 */
const clock = { now: () => new Date().getTime() };
const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const capacity = { cores: 4, memoryMb: 1000, licences: { hspice: 2 } };

async function measure(name: string, scheduler: ResourceScheduler, others: number, accounts: number, milliseconds: number): Promise<void> {
  const request = (n: number) => ({ account: `p${n % accounts}`, priority: 'exploration' as const, cores: 1, memoryMb: 10, licences: { hspice: 1 } });
  let done = 0;
  const end = performance.now() + milliseconds;
  const work = async (n: number): Promise<void> => {
    while (performance.now() < end) {
      const lease = await scheduler.acquire(request(n));
      await lease.release();
      done += 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: others + 1 }, (_, n) => work(n)));
  const seconds = (performance.now() - begun) / 1000;
  await scheduler.close();
  process.stdout.write(`${JSON.stringify({ scheduler: name, waiting: others, accounts, perSecond: Math.round(done / seconds), microseconds: Math.round((1e6 * seconds) / done) })}\n`);
}

for (const [others, accounts] of [[0, 1], [100, 4], [1000, 4], [1000, 500]] as const) {
  await measure('memory', new InMemoryScheduler({ capacity, clock }), others, accounts, 700);
  const directory = mkdtempSync(join(tmpdir(), 'evospice-throughput-'));
  try {
    await measure('ledger', new LedgerScheduler({ capacity, clock, logger, directory }), others, accounts, 700);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

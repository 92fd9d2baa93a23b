import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LedgerScheduler } from '../ledger/ledger-scheduler.ts';

/** Message of the parent: do this task. The child answers `{ done: task }`. */
export interface ContenderTask {
  readonly task: number;
  readonly workMs: number;
}

/**
 * Does tasks that each need one licence. While it holds one, a file named for the task and this process lies in the folder of witnesses: what the
 * parent counts does not come from the scheduler.
 */
const [directory, witnesses] = process.argv.slice(2) as [string, string];
const scheduler = new LedgerScheduler({
  capacity: { cores: 4, memoryMb: 100, licences: { hspice: 2 } },
  directory,
  clock: { now: () => new Date().getTime() },
  logger: { debug: () => undefined, info: () => undefined, warn: (message, fields) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) },
});

process.on('message', ({ task, workMs }: ContenderTask) => {
  void (async () => {
    const lease = await scheduler.acquire({ account: `p${task % 3}`, priority: task % 5 === 0 ? 'validation' : 'exploration', cores: 1, memoryMb: 10, licences: { hspice: 1 } });
    const witness = join(witnesses, `${process.pid}-${task}`);
    writeFileSync(witness, '');
    await pause(workMs);
    rmSync(witness);
    await lease.release();
    process.send!({ done: task });
  })();
});
process.on('disconnect', () => process.exit());
process.send!({ ready: true });

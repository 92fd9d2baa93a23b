import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContenderTask } from '../testing/contender-child.ts';
import { LEDGER_FILE } from './ledger-database.ts';
import { readLedgerStatus } from './ledger-status.ts';
import { isAlive, ownIdentity } from './process-identity.ts';

const clock = { now: () => new Date().getTime() };
const child = fileURLToPath(new URL('../testing/contender-child.ts', import.meta.url));
let root: string;
beforeAll(() => { root = mkdtempSync(join(tmpdir(), 'evospice-ledger-')); });
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Fixed sequence in [0, 1) (Lehmer generator, modulus 2^31 - 1). */
function sequence(seed: number): () => number {
  let value = seed;
  return () => (value = (value * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const { place } = ownIdentity();
/** A zombie counts as dead: this process may not have asked yet how its child ended. */
const lives = (pid: number): boolean => isAlive({ pid, start: '', place }, place) === true;

class Contenders {
  readonly directory: string;
  readonly witnesses: string;
  readonly done = new Set<number>();
  kills = 0;
  readonly #open: number[];
  readonly #workMs: () => number;
  readonly #children = new Map<ChildProcess, Set<number>>();
  #stopping = false;

  constructor(name: string, tasks: number, workMs: () => number) {
    this.directory = join(root, name, 'ledger');
    this.witnesses = join(root, name, 'witnesses');
    mkdirSync(this.witnesses, { recursive: true });
    this.#open = Array.from({ length: tasks }, (_, task) => task);
    this.#workMs = workMs;
  }

  start(): void {
    const process_ = fork(child, [this.directory, this.witnesses], { execArgv: ['--conditions=@evospice/source'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const tasks = new Set<number>();
    this.#children.set(process_, tasks);
    const give = (): void => {
      const task = this.#open.shift();
      if (task === undefined) return;
      tasks.add(task);
      process_.send({ task, workMs: this.#workMs() } satisfies ContenderTask, () => undefined);
    };
    process_.on('message', (message: { readonly done?: number }) => {
      if (message.done === undefined) for (let n = 0; n < 3; n += 1) give();
      else {
        this.done.add(message.done);
        tasks.delete(message.done);
        give();
      }
    });
    process_.on('exit', () => {
      this.#children.delete(process_);
      this.#open.unshift(...tasks);
      if (!this.#stopping) this.start();
    });
  }

  /** Kills one child, preferably one that holds a licence. */
  kill(chance: number): void {
    const holders = new Set(this.atWork());
    const all = [...this.#children.keys()];
    const preferred = all.filter(({ pid }) => holders.has(pid!));
    const from = preferred.length > 0 ? preferred : all;
    from[Math.floor(chance * from.length)]?.kill('SIGKILL');
    this.kills += 1;
  }

  /** Living processes at work with a licence, once for each. */
  atWork(): number[] {
    return readdirSync(this.witnesses).map((name) => Number(name.split('-')[0])).filter(lives);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const gone = [...this.#children.keys()].map((process_) => new Promise((resolve) => { process_.once('exit', resolve); }));
    for (const process_ of this.#children.keys()) process_.disconnect();
    await Promise.all(gone);
  }
}

describe('several processes', () => {
  it('share two licences while members are killed at random: never more than two leases, and all work is done', { timeout: 60_000 }, async () => {
    const chance = sequence(20_240_613);
    const tasks = 80;
    const contenders = new Contenders('kills', tasks, () => 20 + Math.floor(chance() * 60));
    for (let n = 0; n < 3; n += 1) contenders.start();
    let most = 0;
    let mostHeld = 0;
    let looker: DatabaseSync | undefined;
    let nextKill = clock.now() + 600;
    while (contenders.done.size < tasks) {
      await pause(4);
      most = Math.max(most, contenders.atWork().length);
      if (looker === undefined && readLedgerStatus(contenders.directory, clock) !== null) looker = new DatabaseSync(join(contenders.directory, LEDGER_FILE), { readOnly: true, timeout: 1000 });
      const held = looker?.prepare('SELECT count(*) AS count FROM requests WHERE granted_at IS NOT NULL').get()?.['count'];
      mostHeld = Math.max(mostHeld, Number(held ?? 0));
      if (clock.now() > nextKill && contenders.kills < 8) {
        contenders.kill(chance());
        nextKill = clock.now() + 150 + Math.floor(chance() * 250);
      }
    }
    await contenders.stop();
    looker?.close();
    expect(contenders.done.size).toBe(tasks);
    expect(contenders.kills).toBe(8);
    expect(most).toBe(2);
    expect(mostHeld).toBe(2);
    // Everybody has gone without a word: the view from outside shows nothing of them.
    const status = readLedgerStatus(contenders.directory, clock)!;
    expect(status.processes).toEqual([]);
    expect(status.resources).toEqual([]);
    expect(status.totals.granted).toBeGreaterThanOrEqual(tasks);
  });

  it('the next asker takes over the licences of a killed process at once, long before its lease runs out', { timeout: 30_000 }, async () => {
    const contenders = new Contenders('takeover', 4, () => 20_000);
    contenders.start();
    while (contenders.atWork().length < 2) await pause(10);
    const [pid] = contenders.atWork();
    const begun = clock.now();
    // Its replacement asks anew for the same licences.
    contenders.kill(0);
    while (contenders.atWork().length < 2 || contenders.atWork().includes(pid!)) await pause(10);
    expect(clock.now() - begun).toBeLessThan(10_000);
    await contenders.stop();
  });
});

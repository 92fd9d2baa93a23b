import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '@evospice/contracts';
import { testRunStore } from '@evospice/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteRunStore, storePlugin } from './index.ts';
import { makeFolder } from './make-folder.ts';
import { RUN_FILE } from './sqlite-run-store.ts';

const clock: Clock = { now: () => 1234 };
testRunStore('sqlite', () => new SqliteRunStore(clock));

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-sqlite-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that writes events until it is killed, printing each number once `append` has returned. */
const writer = `
  import { SqliteRunStore } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
  const log = await new SqliteRunStore({ now: () => 0 }).open(process.argv[1], process.argv[2]);
  for (;;) {
    const { sequence } = await log.append('tick', { text: 'x'.repeat(2000) });
    process.stdout.write(sequence + '\\n');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
`;

async function startWriter(mode: 'create' | 'resume', wanted: number): Promise<{ kill(): Promise<number>; pid: number | undefined }> {
  const child = spawn(process.execPath, ['--conditions=@evospice/source', '--input-type=module', '--eval', writer, folder, mode], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => { errors += String(chunk); });
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += String(chunk);
      if (output.split('\n').length > wanted) resolve();
    });
    child.on('close', () => reject(new Error(`the writer ended early: ${errors}`)));
  });
  return {
    pid: child.pid,
    async kill() {
      child.kill('SIGKILL');
      await ended;
      return Number(output.trimEnd().split('\n').at(-1));
    },
  };
}

describe('sqlite run store', () => {
  it('keeps every appended event through kill -9, and the lock goes with the process', async () => {
    let last = 0;
    for (const mode of ['create', 'resume', 'resume'] as const) {
      const child = await startWriter(mode, 5);
      await expect(new SqliteRunStore(clock).open(folder, 'resume')).rejects.toMatchObject({ code: 'STORE_LOCKED', received: child.pid });
      const reader = await new SqliteRunStore(clock).open(folder, 'read');
      expect((await Array.fromAsync(reader.events())).length).toBeGreaterThanOrEqual(last + 5);
      await reader.close();
      const printed = await child.kill();
      expect(printed).toBeGreaterThanOrEqual(last + 5);
      const log = await new SqliteRunStore(clock).open(folder, 'resume');
      const stored = (await Array.fromAsync(log.events()));
      // One more than was printed may have been stored: the kill can fall between the two.
      expect(stored.length - printed).toBeGreaterThanOrEqual(0);
      expect(stored.length - printed).toBeLessThanOrEqual(1);
      expect(stored.map((event) => event.sequence)).toEqual(stored.map((_, index) => index + 1));
      last = stored.length;
      await log.close();
    }
  });

  it('reads a killed run before anybody has resumed it', async () => {
    const child = await startWriter('create', 3);
    const printed = await child.kill();
    const reader = await new SqliteRunStore(clock).open(folder, 'read');
    expect((await Array.fromAsync(reader.events())).length).toBeGreaterThanOrEqual(printed);
    await reader.close();
  });

  it('leaves one plain database behind', async () => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    expect((await log.append('a', null)).at).toBe(1234);
    await log.close();
    expect(readdirSync(folder).toSorted()).toEqual(['run.lock', 'run.sqlite']);
    const database = new DatabaseSync(join(folder, RUN_FILE), { readOnly: true });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    database.close();
  });

  it('closes while somebody reads', async () => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    await log.append('a', 1);
    const reader = await new SqliteRunStore(clock).open(folder, 'read');
    const events = reader.events()[Symbol.asyncIterator]();
    await events.next();
    await log.close();
    expect((await Array.fromAsync(reader.events()))).toHaveLength(1);
    await reader.close();
  });

  it('is append-only even for those who go round it', async () => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    await log.append('a', 1);
    await log.close();
    const database = new DatabaseSync(join(folder, RUN_FILE));
    expect(() => database.exec('UPDATE events SET type = 1')).toThrow('append-only');
    expect(() => database.exec('DELETE FROM events')).toThrow('append-only');
    expect(() => database.exec("INSERT INTO events VALUES (3, 0, 'a', '1')")).toThrow('without a gap');
    database.close();
  });

  it.each([
    ['text', (file: string) => writeFileSync(file, 'this is not a database, however long the text may be\n'.repeat(100))],
    ['a truncated database', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['a gap', (file: string) => {
      const database = new DatabaseSync(file);
      database.exec('DROP TRIGGER events_are_not_removed; DELETE FROM events WHERE sequence = 2');
      database.close();
    }],
    ['a missing table', (file: string) => {
      const database = new DatabaseSync(file);
      database.exec('DROP TABLE facts');
      database.close();
    }],
  ])('finds %s', async (_title, damage) => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    await Promise.all(Array.from({ length: 200 }, () => log.append('a', 'x'.repeat(500))));
    await log.close();
    damage(join(folder, RUN_FILE));
    for (const mode of ['resume', 'read'] as const) {
      await expect(new SqliteRunStore(clock).open(folder, mode)).rejects.toMatchObject({ code: 'STORE_CORRUPT', file: join(folder, RUN_FILE) });
    }
  });

  it('refuses a later format and somebody else’s database', async () => {
    const database = new DatabaseSync(join(folder, RUN_FILE));
    database.exec('CREATE TABLE other (x)');
    await expect(new SqliteRunStore(clock).open(folder, 'create')).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(new SqliteRunStore(clock).open(folder, 'resume')).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    database.exec('PRAGMA user_version = 99');
    await expect(new SqliteRunStore(clock).open(folder, 'resume')).rejects.toMatchObject({ code: 'STORE_VERSION', received: 99 });
    database.close();
  });

  it('takes what a kill at the first moment leaves for no run', async () => {
    writeFileSync(join(folder, RUN_FILE), '');
    await expect(new SqliteRunStore(clock).open(folder, 'resume')).rejects.toMatchObject({ code: 'STORE_MISSING' });
    await (await new SqliteRunStore(clock).open(folder, 'create')).close();
  });

  it('makes the folder, and only when creating', async () => {
    const inner = join(folder, 'a', 'b');
    await expect(new SqliteRunStore(clock).open(inner, 'read')).rejects.toMatchObject({ code: 'STORE_MISSING' });
    expect(existsSync(inner)).toBe(false);
    mkdirSync(join(folder, 'a'));
    await (await new SqliteRunStore(clock).open(inner, 'create')).close();
    expect(existsSync(join(inner, RUN_FILE))).toBe(true);
  });

  it('says that a closed or reading log takes no more', async () => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    await log.close();
    await expect(log.append('a', 1)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
    const reader = await new SqliteRunStore(clock).open(folder, 'read');
    await expect(reader.append('a', 1)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    await reader.close();
  });

  it('stops at the first event that cannot be written, and keeps what was written before', async () => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    await log.append('a', 1);
    const other = new DatabaseSync(join(folder, RUN_FILE));
    // Plays a disk that refuses: from here on no event can be inserted.
    other.exec("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const refused = await Promise.allSettled([log.append('a', 2), log.append('a', 3)]);
    other.exec('DROP TRIGGER full');
    other.close();
    for (const end of refused) expect(end).toMatchObject({ status: 'rejected', reason: { code: 'STORE_WRITE', message: expect.stringContaining('disk full') } });
    await expect(log.append('a', 4)).rejects.toMatchObject({ code: 'STORE_WRITE' });
    expect((await Array.fromAsync(log.events())).map(({ payload }) => payload)).toEqual([1]);
    await log.close();
    const again = await new SqliteRunStore(clock).open(folder, 'resume');
    expect((await again.append('a', 2)).sequence).toBe(2);
    await again.close();
  });

  it('leaves the lock and everything else in the folder when it removes a run', async () => {
    await (await new SqliteRunStore(clock).open(folder, 'create')).close();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await new SqliteRunStore(clock).remove(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['notes.txt', 'run.lock']);
  });

  it('takes a damaged run and somebody else’s database for something that is there', async () => {
    writeFileSync(join(folder, RUN_FILE), 'this is not a database, however long the text may be\n'.repeat(100));
    expect(await new SqliteRunStore(clock).exists(folder)).toBe(true);
  });

  it('says at once that a folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    for (const impossible of ['/proc/evospice/run', '/proc/1/a/b', join(folder, 'file'), join(folder, 'file', 'run')]) {
      await expect(new SqliteRunStore(clock).open(impossible, 'create')).rejects.toMatchObject({ code: 'STORE_FOLDER' });
    }
    await makeFolder(join(folder, 'x', 'y'));
    await makeFolder(join(folder, 'x', 'y'));
    expect(existsSync(join(folder, 'x', 'y'))).toBe(true);
  });

  it('is contributed under its name', () => {
    expect(storePlugin.contributions.map(({ point, name }) => `${point} ${name}`)).toEqual(['RunStore sqlite']);
  });
});

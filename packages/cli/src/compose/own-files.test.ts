import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OwnFiles } from './own-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-own-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const names = ['a.csv', 'programs/'];
const write = (name: string, text: string): void => {
  mkdirSync(join(folder, 'programs'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const claim = (holdsRun = false) => OwnFiles.claim(folder, { names, holdsRun: async () => holdsRun });
const foreign = (name: string, why: string) => ({ code: 'USAGE_OUT', received: name, message: expect.stringContaining(`${join(folder, name)} ${why}`) });

test('takes a folder with files of other names, and its own files again as it left them', async () => {
  write('b.csv', 'mine');
  for (const text of ['1', '2']) {
    await (await claim()).write(names, async () => {
      write('a.csv', text);
      write('programs/x.ts', text);
    });
  }
  write('programs/x.ts', 'changed');
  await expect(claim()).rejects.toMatchObject(foreign('programs/x.ts', 'was changed after Evospice wrote it'));
});

test.each(names.map((name) => (name.endsWith('/') ? `${name}mine.ts` : name)))('refuses a folder where %s is somebody else\'s', async (name) => {
  write(name, 'mine');
  await expect(claim()).rejects.toMatchObject(foreign(name, 'was not written by Evospice'));
  // A claim that failed owns nothing, and leaves nothing.
  expect(existsSync(join(folder, '.evospice-files.json'))).toBe(false);
  await expect(claim()).rejects.toMatchObject({ code: 'USAGE_OUT' });
});

test('takes what a kill left in the middle of writing for its own', async () => {
  const own = await claim();
  await expect(own.write(names, async () => {
    write('a.csv', 'half');
    throw new Error('killed');
  })).rejects.toThrow('killed');
  await expect(claim()).resolves.toMatchObject({ folder });
});

test('takes the files of a run that kept no record of them', async () => {
  write('a.csv', 'of an earlier version');
  await expect(claim(true)).resolves.toMatchObject({ folder });
});

test('says that its record is damaged', async () => {
  write('.evospice-files.json', '{');
  await expect(claim()).rejects.toMatchObject({ code: 'USAGE_OUT', message: expect.stringContaining('is damaged') });
});

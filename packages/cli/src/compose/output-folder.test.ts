import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputFile, outputFolder, runFolder } from './output-folder.ts';

let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'evospice-out-'));
  writeFileSync(join(place, 'file'), '');
});
afterAll(() => rmSync(place, { recursive: true }));

test('makes a folder with those above it, leaves it empty, and takes one that is there', async () => {
  const folder = join(place, 'a', 'b', 'c');
  expect(await outputFolder(folder)).toBe(folder);
  expect(readdirSync(folder)).toEqual([]);
  expect(await Promise.all([outputFolder(folder), outputFolder(folder)])).toEqual([folder, folder]);
});

test.each([
  ['below /proc', () => '/proc/x/y'], ['in /proc', () => '/proc'], ['where a file is', () => join(place, 'file')], ['below a file', () => join(place, 'file', 'x', 'y')],
  ['with a name too long', () => join(place, 'x'.repeat(300))],
])('refuses at once what cannot be made: %s', async (_, path) => {
  await expect(outputFolder(path())).rejects.toMatchObject({ code: 'USAGE_OUT', received: path(), remedy: 'choose another --out' });
});

test.each(['file', 'nothing'])('refuses a folder in which a name is a link to %s', async (target) => {
  const folder = await outputFolder(join(place, `links to ${target}`));
  symlinkSync(join(place, target), join(folder, 'card.mod'));
  await expect(outputFolder(folder)).rejects.toMatchObject({ code: 'USAGE_OUT', received: 'card.mod', message: expect.stringContaining('is a link') });
});

test('a folder named after a task stays below runs', () => {
  expect(runFolder('cost-profile', 'a/../../../b', 1)).toBe(join('runs', 'cost-profile-a-..-..-..-b-1'));
});

test('writes a file over another only where that is wanted', async () => {
  const file = join(place, 'again.mod');
  await outputFile(file, 'text');
  expect(await outputFile(file, 'text')).toBe(file);
  await expect(outputFile(file, 'other')).rejects.toMatchObject({ code: 'USAGE_OUT', remedy: expect.stringContaining('--force') });
  await outputFile(file, 'other', true);
  expect(readFileSync(file, 'utf8')).toBe('other');
});

test('writes a file beside others, and refuses to write one in the place of a folder', async () => {
  expect(readFileSync(await outputFile(join(place, 'd', 'card.mod'), 'text'), 'utf8')).toBe('text');
  await expect(outputFile(place, 'text')).rejects.toMatchObject({ code: 'USAGE_OUT' });
});

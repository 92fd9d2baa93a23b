import { appendFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeHash } from './code-hash.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-code-'));
  mkdirSync(join(folder, 'plugin', 'inner'), { recursive: true });
  writeFileSync(join(folder, 'plugin', 'main.mjs'), 'export default 1;');
  writeFileSync(join(folder, 'plugin', 'inner', 'part.mjs'), 'export const part = 2;');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is the hash of every file of a folder, by its path inside', async () => {
  const plugin = join(folder, 'plugin');
  const before = await codeHash(plugin);
  expect(before).toMatch(/^[\da-f]{64}$/u);
  cpSync(plugin, join(folder, 'copy'), { recursive: true });
  expect(await codeHash(join(folder, 'copy'))).toBe(before);
  renameSync(join(folder, 'copy', 'inner', 'part.mjs'), join(folder, 'copy', 'part.mjs'));
  expect(await codeHash(join(folder, 'copy'))).not.toBe(before);
  appendFileSync(join(plugin, 'inner', 'part.mjs'), ' ');
  expect(await codeHash(plugin)).not.toBe(before);
});

it('passes over what the package depends on, and what is built beside the code', async () => {
  const plugin = join(folder, 'plugin');
  const before = await codeHash(plugin);
  mkdirSync(join(plugin, 'node_modules', 'other'), { recursive: true });
  writeFileSync(join(plugin, 'node_modules', 'other', 'index.js'), '');
  for (const name of ['main.d.ts', 'main.mjs.map', '.tsbuildinfo']) writeFileSync(join(plugin, name), 'x');
  expect(await codeHash(plugin)).toBe(before);
});

it('is the hash of one file, whatever lies beside it', async () => {
  const file = join(folder, 'plugin', 'main.mjs');
  const before = await codeHash(file);
  writeFileSync(join(folder, 'plugin', 'other.mjs'), '');
  expect(await codeHash(file)).toBe(before);
  appendFileSync(file, ' ');
  expect(await codeHash(file)).not.toBe(before);
});

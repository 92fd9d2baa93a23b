import { appendFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepBundle, keptBundle } from './kept-bundle.ts';

let folder = '';
let input = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-guests-'));
  input = join(folder, 'input.js');
  writeFileSync(input, 'export const one = 1;');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('finds a bundle again by its entry and options, until something it was made from changes or goes away', () => {
  const cache = join(folder, 'cache');
  expect(keptBundle('entry', { target: 'a' }, cache)).toBeUndefined();
  keepBundle('entry', { target: 'a' }, 'first\nsecond', [input], cache);
  expect(keptBundle('entry', { target: 'a' }, cache)).toBe('first\nsecond');
  expect(keptBundle('entry', { target: 'b' }, cache)).toBeUndefined();
  expect(keptBundle('other', { target: 'a' }, cache)).toBeUndefined();
  appendFileSync(input, '\n');
  expect(keptBundle('entry', { target: 'a' }, cache)).toBeUndefined();
  keepBundle('entry', { target: 'a' }, 'again', [input], cache);
  expect(keptBundle('entry', { target: 'a' }, cache)).toBe('again');
  rmSync(input);
  expect(keptBundle('entry', { target: 'a' }, cache)).toBeUndefined();
});

it('passes over a file that is cut short in its list', () => {
  const cache = join(folder, 'cache');
  keepBundle('entry', {}, 'text', [input], cache);
  truncateSync(join(cache, readdirSync(cache)[0]!), 5);
  expect(keptBundle('entry', {}, cache)).toBeUndefined();
});

it('keeps a few and no unfinished ones, and says nothing where it cannot write', () => {
  const cache = join(folder, 'cache');
  for (let at = 0; at < 12; at += 1) keepBundle(`entry ${at}`, {}, 'text', [input], cache);
  expect(readdirSync(cache)).toHaveLength(8);
  expect(keptBundle('entry 11', {}, cache)).toBe('text');
  keepBundle('entry', {}, 'text', [input], input);
  expect(keptBundle('entry', {}, input)).toBeUndefined();
});

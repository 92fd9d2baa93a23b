import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coreCondition } from './plugin-code.ts';

/** Packages that decide nothing in an extraction: names and errors, set-up, the record of a run, and the text of programs, which is hashed by itself. */
const aside = ['contracts', 'kernel', 'runs', 'program-text'].map((name) => `@evospice/${name}`);

const dependenciesOf = (name: string): string[] => {
  const { dependencies = {} } = JSON.parse(readFileSync(new URL(`../../../${name.replace('@evospice/', '')}/package.json`, import.meta.url), 'utf8')) as { dependencies?: object };
  return Object.keys(dependencies).filter((one) => one.startsWith('@evospice/') && !aside.includes(one));
};

test('the code that every extraction runs through is all that extraction and optimizers reach', async () => {
  const hashes = await coreCondition();
  for (const [name, hash] of Object.entries(hashes)) expect(hash, name).toMatch(/^[\da-f]{64}$/u);
  expect(new Set(Object.values(hashes)).size).toBe(Object.keys(hashes).length);
  const reached = new Set(['@evospice/extraction', '@evospice/optimizer-kit']);
  for (const name of reached) dependenciesOf(name).forEach((one) => reached.add(one));
  expect(Object.keys(hashes).toSorted()).toEqual([...reached].toSorted());
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { extract } from '../extract/extract.ts';
import { lineSession, lineTask } from '../line.fixture.ts';
import { hashedFiles } from './hashed-files.ts';
import { provenanceLines, type Making } from './provenance-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'evospice-provenance-'));
afterAll(() => rmSync(folder, { recursive: true }));
const making: Making = { optimizer: 'lm of a plugin 1.0', simulator: 'line 3', command: 'evospice extract line', signed: ['A. L., today'] };

test('files are hashed as sha256sum hashes them, once each; one that is gone is said to be', async () => {
  writeFileSync(join(folder, 'a.csv'), 'abc');
  const line = lineTask();
  const task = { ...line, source: folder, curves: line.curves.map((curve, index) => ({ ...curve, source: `${join(folder, index < 2 ? 'a.csv' : 'gone.csv')}:${index + 1}` })) };
  // FIPS 180-4, example of "abc".
  expect(await hashedFiles(task)).toEqual([
    { what: 'data', name: 'a.csv', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }, { what: 'data', name: 'gone.csv', sha256: null },
  ]);
  expect(await hashedFiles(line)).toEqual([]);
});

test('a result says how it was made, the same each time, and names what is not known', async () => {
  const task = lineTask();
  const run = () => extract({ task, optimizer: { name: 'lm', optimize: async (_, context) => void await context.simulate([[1, 2.1]]) }, session: lineSession(task), simulator: 'line', budget: 4, seed: 7, uncertainty: true });
  const lines = provenanceLines(task, await run(), [], making);
  expect(lines).toEqual(provenanceLines(task, await run(), [], making));
  const text = lines.join('\n');
  for (const part of [
    'task        line: A line', 'data        line fixture', 'optimizer   lm of a plugin 1.0', 'simulator   line 3', 'search      seed 7, 1 of 4 simulations', 'ended by itself',
    'findings    physics rules were not asked', 'parameters  95 % confidence intervals', 'command     evospice extract line', 'signed      A. L., today',
  ]) expect(text).toContain(part);
  // Errors of 0.1 x / (1 + 2 x) at x = 1..5 are 0.0333 to 0.0455, by hand.
  expect(text).toMatch(/held out {4}relative RMS \S+ % before, 4\.1\d+ % after/u);
  expect(text).toMatch(/ b = 2\.1 in \S+ to \S+/u);
  const alone = await extract({ task: { ...task, curves: task.curves.slice(0, 2) }, session: lineSession(task), simulator: 'line', budget: 4, seed: 7, optimizer: { name: 'lm', optimize: () => Promise.resolve() } });
  expect(provenanceLines(task, alone, [], making).join('\n')).toMatch(/held out {4}nothing[\s\S]*extracted, without intervals: a, b/u);
});

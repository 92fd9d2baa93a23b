import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

const hasPython = spawnSync('/usr/bin/env', ['-i', 'PATH=/usr/local/bin:/usr/bin:/bin', 'python3', '--version']).status === 0;

interface Evolved {
  readonly programs: number;
  readonly rejections: { readonly evaluation: number };
  readonly champion: { readonly program: string; readonly score: number; readonly file: string };
}

/** Runs an example with few programs, in a folder of its own, with one more seed if there is a text for it. */
function evolve(name: string, programs: number, more?: string): Evolved {
  const examples = temporaryFolder(name);
  for (const copied of ['shared', name]) cpSync(join(root, 'examples', copied), join(examples, copied), { recursive: true });
  const folder = join(examples, name);
  const file = join(folder, 'evolve.yaml');
  let configuration = readFileSync(file, 'utf8').replace(/^programs: \d+$/m, `programs: ${programs}`);
  if (more !== undefined) {
    writeFileSync(join(folder, 'more.ts'), more);
    configuration = configuration.replace('seeds: [./naive.ts]', 'seeds: [./naive.ts, ./more.ts]');
  }
  writeFileSync(file, configuration);
  return documentOf<Evolved>(evospice(['evolve', file, '--out', join(folder, 'run'), '--json']));
}

test('circle packing is evolved by a TypeScript function, and a program that cheats has no score', () => {
  const cheat = 'export default function pack(count: number): number[][] {\n  return Array.from({ length: count }, () => [0.5, 0.5, 0.5]);\n}\n';
  const { champion, rejections } = evolve('circle-packing', 4, cheat);
  expect(champion.score).toBeGreaterThan(2);
  expect(champion.score).toBeLessThan(2.64);
  expect(champion.file).toMatch(/champion\.ts$/);
  expect(rejections.evaluation).toBeGreaterThanOrEqual(1);
});

test.skipIf(!hasPython)('sorting networks are evolved in Python, and no network is shorter than there can be', () => {
  const { champion } = evolve('sorting-network', 4);
  expect(champion.score).toBeGreaterThan(0.5);
  expect(champion.score).toBeLessThanOrEqual(1);
  expect(champion.file).toMatch(/champion\.py$/);
});

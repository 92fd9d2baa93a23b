import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toNumber, units } from '../examples/circle-packing/exact.ts';
import { judge } from '../examples/circle-packing/problem.ts';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

describe('the exact check of circle packings', () => {
  const two = (radius: number, x = 0.75): readonly (readonly number[])[] => [[0.25, 0.5, 0.25], [x, 0.5, radius]];

  test('takes circles that touch exactly, and no overlap however small', () => {
    expect(judge(two(0.25), 2)).toMatchObject({ score: 0.5 });
    expect(judge(two(0.25 + 1e-12), 2)).toEqual({ invalid: 'circle 1 is not inside the unit square' });
    expect(judge([[0.25, 0.5, 0.25], [0.75 - 1e-12, 0.5, 0.25]], 2)).toEqual({ invalid: 'circles 0 and 1 overlap' });
    expect(judge([[0.25, 0.5, 0.25], [0.75, 0.5, 0.25 - 1e-17], [0.5, 0.9, 5e-324]], 3)).toMatchObject({ score: 0.5 });
    // The next double above 0.25: in floating point the reach rounds to the distance.
    expect(judge([[0.25, 0.5, 0.25], [0.75, 0.5, 0.2 + 2 ** -54], [0.5, 0.5, 5e-324]], 3)).toEqual({ invalid: 'circles 0 and 2 overlap' });
  });

  test('takes no other number of circles, no radius of 0 and nothing that is not a circle', () => {
    for (const bad of [[], two(0.2).slice(1), two(0), two(-0.1), [[0.5, 0.5], [1, 1, 1]], [[0.5, 0.5, NaN], [0.2, 0.2, 0.1]], 'circles', null, { length: 2 }]) {
      expect(judge(bad, 2)).toEqual({ invalid: expect.any(String) });
    }
  });

  test('holds every double exactly', () => {
    for (const value of [0, 5e-324, 2 ** -1022, 0.1, 1 / 3, 1, 123.456, 2 ** 70, -0.1]) expect(toNumber(units(value) + 0n)).toBeCloseTo(value, 15);
    expect(units(0.1) + units(0.2) === units(0.3)).toBe(false);
    expect(units(0.5) + units(0.25)).toBe(units(0.75));
    expect(() => units(Infinity)).toThrow(RangeError);
  });
});

const hasPython = spawnSync('/usr/bin/env', ['-i', 'PATH=/usr/local/bin:/usr/bin:/bin', 'python3', '--version']).status === 0;

interface Evolved {
  readonly programs: number;
  readonly champion: { readonly program: string; readonly score: number; readonly file: string };
}

/** Runs an example with few programs, in a folder of its own. */
function evolve(name: string, programs: number): Evolved {
  const folder = temporaryFolder(name);
  cpSync(join(root, 'examples', name), folder, { recursive: true });
  const file = join(folder, 'evolve.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^programs: \d+$/m, `programs: ${programs}`));
  return documentOf<Evolved>(evospice(['evolve', file, '--out', join(folder, 'run'), '--json']));
}

test('circle packing is evolved by a TypeScript function', () => {
  const { champion } = evolve('circle-packing', 4);
  expect(champion.score).toBeGreaterThan(2);
  expect(champion.score).toBeLessThan(2.64);
  expect(champion.file).toMatch(/champion\.ts$/);
});

test.skipIf(!hasPython)('sorting networks are evolved in Python, and no network is shorter than there can be', () => {
  const { champion } = evolve('sorting-network', 4);
  expect(champion.score).toBeGreaterThan(0.5);
  expect(champion.score).toBeLessThanOrEqual(1);
  expect(champion.file).toMatch(/champion\.py$/);
});

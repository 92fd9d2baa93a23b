import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const PROBLEM = `
export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', measures: ['size'], cases: ['one', 'two'].map((id) => ({ id, seed: 1 })),
  evaluate: async (program) => ({ score: 1 / (1 + Math.abs((await program.call('default', 1)) - 0.5)), measures: { size: 0.5 } }),
};
`;

interface Ablation {
  readonly ended: string;
  readonly report: string;
  readonly missing: number;
  readonly arms: readonly { readonly arm: string; readonly runs: readonly { readonly seed: number; readonly evaluations: number; readonly score: number; readonly folder: string }[] }[];
  readonly idle: readonly { readonly arm: string }[];
  readonly comparisons: readonly { readonly arm: string; readonly differences: readonly number[] }[];
}

test('arms have as many evaluations as the whole, are compared with it, and what is finished is not run again', () => {
  const folder = temporaryFolder('ablate');
  const [file, out] = [join(folder, 'evolve.yaml'), join(folder, 'ablation')];
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), '// EVOLVE-BLOCK-START\nexport default function f(x: number): number {\n  return x * 0.75;\n}\n// EVOLVE-BLOCK-END\n');
  writeFileSync(file, JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, programs: 4, seed: 5, reporters: ['html'],
    archive: { name: 'top-k', options: { size: 3 } }, proposers: ['ast', 'constants'], race: {},
  }));
  expect(documentOf(evospice(['ablate', file, '--out', out, '--arms', 'no-rase', '--json']))).toMatchObject({ error: { code: 'USAGE_ARMS' } });
  const first = documentOf<Ablation>(evospice(['ablate', file, '--out', out, '--seeds', '1', '--arms', 'no-race,no-lessons', '--json']));
  expect(first).toMatchObject({ ended: 'finished', missing: 0, idle: [{ arm: 'no-lessons' }] });
  expect(first.arms.map(({ arm, runs }) => [arm, runs.length])).toEqual([['whole', 1], ['no-race', 1]]);
  const events = (run: string): number => {
    const database = new DatabaseSync(join(out, run, 'run.sqlite'), { readOnly: true });
    try {
      return (database.prepare('SELECT count(*) AS n FROM events').get() as { readonly n: number }).n;
    } finally {
      database.close();
    }
  };
  const before = events('whole-5');
  expect(documentOf(evospice(['ablate', file, '--out', out, '--json']))).toMatchObject({ error: { code: 'STORE_EXISTS' } });
  const all = documentOf<Ablation>(evospice(['ablate', file, '--out', out, '--seeds', '2', '--arms', 'no-race,no-evolution', '--resume', '--json']));
  expect(events('whole-5')).toBe(before);
  expect(all.arms.map(({ arm, runs }) => [arm, runs.map(({ seed }) => seed)])).toEqual(['whole', 'no-race', 'no-evolution'].map((arm) => [arm, [5, 6]]));
  // What is in flight when the evaluations are reached is finished.
  for (const [index, { evaluations }] of (all.arms[0]?.runs ?? []).entries()) {
    for (const { runs } of all.arms.slice(1)) {
      expect(runs[index]?.evaluations).toBeGreaterThanOrEqual(evaluations);
      expect(runs[index]?.evaluations).toBeLessThan(evaluations + 2);
    }
  }
  expect(all.comparisons.map(({ arm, differences }) => [arm, differences.length])).toEqual([['no-race', 2], ['no-evolution', 2]]);
  const children = documentOf<{ readonly programs: readonly { readonly parents: readonly string[] }[] }>(evospice(['show', join(out, 'no-evolution-5'), '--json'])).programs;
  expect(children.flatMap(({ parents }) => parents).every((parent) => parent === 'p0001')).toBe(true);
  expect(readFileSync(all.report, 'utf8')).toContain('no-evolution');
  expect(evospice(['status', out]).stdout).toContain('ablation, finished, 6 of 6 runs');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"size":3', '"size":4'));
  expect(documentOf(evospice(['ablate', file, '--out', out, '--resume', '--json']))).toMatchObject({ error: { code: 'RUN_CHANGED' } });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const PROBLEM = `
export const problem = {
  contract: 'export default function f(x: number): number', goal: 'follow a sine', measures: ['size'],
  cases: [{ id: 'low', seed: 1, at: 0.1 }, { id: 'high', seed: 1, at: 0.9 }],
  evaluate: async (program, { at }) => {
    const y = await program.call('default', at);
    return { score: 1 / (1 + Math.abs(y - Math.sin(7 * at))), measures: { size: Math.min(1, Math.abs(y)) }, objectives: { small: -Math.abs(y) } };
  },
};
`;
const SEED = `// EVOLVE-BLOCK-START
export default function f(x: number): number {
  const a = 0.5 /* range -2..2 */;
  const b = 0.2 /* range -2..2 */;
  return a + b * x;
}
// EVOLVE-BLOCK-END
`;

/** Evolves eight programs with this archive and selector, cut off and resumed on the way, and gives the run's report. */
function reportOf(archive: unknown, selector: unknown): string {
  const folder = temporaryFolder('archive');
  const configuration = (programs: number): string => JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, proposers: ['ast'], archive, selector, programs, seed: 3,
  });
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), SEED);
  for (const programs of [5, 8]) {
    writeFileSync(join(folder, 'evolve.yaml'), configuration(programs));
    const out = documentOf<{ readonly programs: number }>(evospice(['evolve', join(folder, 'evolve.yaml'), '--out', join(folder, 'run'), '--json', ...(programs === 8 ? ['--resume'] : [])]));
    expect(out.programs).toBe(programs);
  }
  return readFileSync(join(folder, 'run', 'report.html'), 'utf8');
}

test.each([
  ['islands of grids, ring', { name: 'islands', options: { islands: 2, interval: 1, archive: { name: 'map-elites', options: { axes: [{ descriptor: 'size', low: 0, high: 1, bins: 4 }] } } } }, 'boltzmann', /Island 2: \d+ elites?/u],
  ['specialists', 'pareto-cases', 'complementary', /programs on 2 cases, the best of each case framed/u],
])('an evolution with %s keeps its elites over a resumption, and its report shows them', (_, archive, selector, expected) => {
  expect(reportOf(archive, selector)).toMatch(expected);
});

test('an archive on islands is checked before the start, and what is wrong is named', () => {
  const folder = temporaryFolder('archive');
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({ archive: { name: 'islands', options: { archive: { name: 'map-elite' } } } }));
  const { status, stderr } = evospice(['evolve', join(folder, 'evolve.yaml'), '--out', join(folder, 'run')]);
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/map-elite.*\n?.*map-elites/u);
});

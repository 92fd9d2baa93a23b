import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentOf, evospice, measuredData, root, temporaryFolder, withoutData } from './support/cli.ts';

interface Row { readonly entry: string; readonly task: string; readonly seeds: number; readonly train: { readonly median: number | null } }
interface Demonstration {
  readonly ended: string;
  readonly programs: number;
  readonly champion: { readonly program: string };
  readonly comparison: { readonly budget: number; readonly parts: readonly { readonly role: string; readonly tasks: readonly { readonly rows: readonly Row[] }[] }[] };
  readonly report: string;
}

interface Comparison {
  readonly results: readonly [{ readonly controlTimes: { readonly control: string; readonly overall: readonly { readonly entry: string; readonly factor: number; readonly ratio: number }[] } }];
  readonly report: string;
}

/** The evolution of `npm run demo`, with fewer programs and a smaller budget. */
function shortened(): Demonstration {
  const folder = temporaryFolder('demo');
  const config = join(folder, 'demo.yaml');
  const text = readFileSync(join(root, 'examples', 'demo-generated.yaml'), 'utf8');
  writeFileSync(config, text.replace(/^programs: \d+/m, 'programs: 9').replace(/^budget: \d+/m, 'budget: 12'));
  const result = evospice(['evolve', config, '--out', join(folder, 'run'), '--json']);
  expect(result.status, result.stderr).toBe(0);
  const told = documentOf<Demonstration>(result);
  expect(readFileSync(told.report, 'utf8')).toContain(told.champion.program);
  return told;
}

function expectWhole({ ended, programs, champion, comparison }: Demonstration): void {
  expect(ended).toBe('finished');
  expect(programs).toBe(9);
  expect(comparison.parts.map(({ role }) => role)).toEqual(['train', 'validate']);
  for (const { tasks } of comparison.parts) {
    expect(tasks.length).toBe(3);
    for (const { rows } of tasks) {
      expect(rows.map(({ entry }) => entry).toSorted()).toEqual([champion.program, 'lm', 'de', 'random'].toSorted());
      for (const { seeds, train } of rows) {
        expect(seeds).toBe(5);
        expect(train.median).toBeGreaterThan(0);
      }
    }
  }
}

describe('the demonstration: an evolution', () => {
  test('on generated devices, shortened: champion and baselines on every task, five seeds each', () => expectWhole(shortened()));
  test.skipIf(measuredData === undefined)(`on measured devices, which are found${withoutData}`, () => {
    const { status, stderr } = evospice(['evolve', join('examples', 'demo.yaml'), '--dry-run', '--json'], { env: { EVOSPICE_DATA: measuredData } });
    expect(status, stderr).toBe(0);
  });
});

test('the demonstration: the champion needs fewer simulations than lm, and report and picture show it', () => {
  const folder = temporaryFolder('demo');
  const picture = join(folder, 'champion.svg');
  const result = evospice(['demo', '--only', 'champion,lm', '--out', join(folder, 'run'), '--picture', picture, '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { results: [{ controlTimes }], report } = documentOf<Comparison>(result);
  expect(controlTimes.control).toBe('lm');
  for (const { entry, ratio } of controlTimes.overall.filter(({ entry }) => entry === 'champion')) expect(ratio, entry).toBeGreaterThan(2);
  const page = readFileSync(report, 'utf8');
  expect(page.indexOf('Best error so far over simulations')).toBeLessThan(page.indexOf('Best mean rank first'));
  const drawn = readFileSync(picture, 'utf8');
  for (const text of ['>champion<', '>lm<', 'prefers-color-scheme:dark', 'generated-bsim4-1', 'generated-gummel-poon-1']) expect(drawn).toContain(text);
  // The one of the README comes from the whole suite.
  const shown = readFileSync(join(root, 'docs', 'images', 'champion.svg'), 'utf8');
  for (const entry of (parse(readFileSync(join(root, 'packages/cli/demo/champion.yaml'), 'utf8')) as { readonly optimizers: readonly (string | { readonly name: string })[] }).optimizers) expect(shown).toContain(`>${typeof entry === 'string' ? entry : entry.name}<`);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, measuredData, root, temporaryFolder, withoutData } from './support/cli.ts';

interface Row { readonly entry: string; readonly task: string; readonly seeds: number; readonly train: { readonly median: number | null } }
interface Demonstration {
  readonly ended: string;
  readonly programs: number;
  readonly champion: { readonly program: string };
  readonly comparison: { readonly budget: number; readonly parts: readonly { readonly role: string; readonly tasks: readonly { readonly rows: readonly Row[] }[] }[] };
  readonly report: string;
}

/** The demonstration as `npm run demo` runs it, with fewer programs and a smaller budget. */
function shortened(name: string): Demonstration {
  const folder = temporaryFolder('demo');
  const config = join(folder, `${name}.yaml`);
  const text = readFileSync(join(root, 'examples', `${name}.yaml`), 'utf8');
  writeFileSync(config, text.replace(/^programs: \d+/m, 'programs: 9').replace(/^budget: \d+/m, 'budget: 12'));
  const result = evospice(['evolve', config, '--out', join(folder, 'run'), '--json'], measuredData === undefined ? {} : { env: { EVOSPICE_DATA: measuredData } });
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

describe('the demonstration, shortened: champion and baselines on every task, five seeds each', () => {
  test('on generated devices', { timeout: 300_000 }, () => expectWhole(shortened('demo-generated')));
  test.skipIf(measuredData === undefined)(`on measured devices${withoutData}`, { timeout: 300_000 }, () => expectWhole(shortened('demo')));
});

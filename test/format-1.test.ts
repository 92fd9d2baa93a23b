import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

/** A copy of a run that the version before this one stored. */
function stored(kind: string): string {
  const folder = join(temporaryFolder('format-1'), kind);
  cpSync(join(root, 'test', 'fixtures', 'runs-format-1', kind), folder, { recursive: true });
  return folder;
}

describe('a run of format 1', () => {
  test.each([
    ['evolve', { state: 'finished', programs: 10, planned: 10 }, ['Champion', 'example-diode']],
    ['bench', { state: 'finished', runs: 8, planned: 8, title: 'Small comparison' }, ['Small comparison', 'rosenbrock-d3', 'lm']],
    ['extract', { state: 'finished', spent: 20, budget: 20 }, ['example-diode', '20 of 20 units spent', 'Stored by an earlier version']],
  ] as const)('%s is read by status and report', (kind, facts, shown) => {
    const folder = stored(kind);
    const status = evospice(['status', folder, '--json']);
    expect(status.status, status.stderr).toBe(0);
    expect(documentOf(status)).toMatchObject({ run: { folder, kind, ...facts } });
    expect(evospice(['status', folder]).stdout).toContain(folder);
    const report = evospice(['report', folder, '--json']);
    expect(report.status, report.stderr).toBe(0);
    const page = readFileSync(documentOf<{ readonly report: string }>(report).report, 'utf8');
    for (const part of shown) expect(page).toContain(part);
    expect(existsSync(join(folder, 'report.html'))).toBe(true);
  });

  test('is not gone on with, since it does not say under which conditions it was made', () => {
    const folder = stored('bench');
    const refused = evospice(['bench', join(root, 'suites', 'quick.yaml'), '--out', folder, '--json']);
    expect(documentOf(refused)).toMatchObject({ error: { code: 'RUN_FORMAT', received: 1 } });
  });

  test('of a later format is refused by everything that reads', () => {
    const folder = stored('extract');
    const database = new DatabaseSync(join(folder, 'run.sqlite'));
    database.exec("INSERT INTO facts (name, value) VALUES ('format', '3')");
    database.close();
    for (const verb of ['status', 'report']) {
      expect(documentOf(evospice([verb, folder, '--json']))).toMatchObject({ error: { code: 'RUN_FORMAT', received: 3 } });
    }
  });
});

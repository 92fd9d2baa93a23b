import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, measuredData, temporaryFolder, withoutData } from './support/cli.ts';

interface Published { readonly rms_rel_pct: number; readonly rms_log10: number }
type Errors = Readonly<Partial<Record<'train' | 'validate', { readonly relativeRms: number; readonly logRms: number } | null>>>;
type Baseline = Readonly<Record<string, { readonly train?: Published; readonly validate?: Published }>>;

const baseline: Baseline = measuredData === undefined ? {} : (JSON.parse(readFileSync(join(measuredData, 'baseline.json'), 'utf8')) as Baseline);
const tasks = Object.keys(baseline).filter((id) => !id.startsWith('p13'));

/**
 * Errors of the starting cards as published with the tasks, made with another test bench and ngspice 39.
 * The tolerance of 0.1 % of the figure covers its rounding and the minimum conductance, which shifts p01 to p03 by up to 0.08 %.
 */
describe.skipIf(measuredData === undefined)(`every measured task starts where it was published to start${withoutData}`, () => {
  test('all fifteen tasks are there, one of them for a simulator that is not', () => {
    expect(tasks.length).toBe(14);
  });

  test('as every run of an optimizer has it, and as `simulate` says it', () => {
    const stored = startErrors(tasks);
    expect([...stored.keys()].toSorted()).toEqual(tasks.toSorted());
    for (const [id, errors] of stored) expectPublished(id, errors);
    const simulated = evospice(['simulate', tasks[0]!, '--json'], { env: { EVOSPICE_DATA: measuredData } });
    expect(simulated.status, simulated.stderr).toBe(0);
    expectPublished(tasks[0]!, documentOf<{ errors: Errors }>(simulated).errors);
  });
});

/** Errors of the starting cards by task, from a benchmark of one simulation each: one process for all of them. */
function startErrors(ids: readonly string[]): ReadonlyMap<string, Errors> {
  const folder = temporaryFolder('start-errors');
  writeFileSync(join(folder, 'suite.yaml'), `optimizers: [random]\ntasks: [${ids.join(', ')}]\nseeds: [1]\nbudgets: [1]\n`);
  const result = evospice(['bench', join(folder, 'suite.yaml'), '--out', join(folder, 'run'), '--json'], { env: { EVOSPICE_DATA: measuredData } });
  expect(result.status, result.stderr).toBe(0);
  const database = new DatabaseSync(join(folder, 'run', 'run.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare("SELECT payload FROM events WHERE type = 'bench-run'").all() as { payload: string }[];
    return new Map(rows.map(({ payload }) => JSON.parse(payload) as { task: string; start: Errors }).map(({ task, start }) => [task, start]));
  } finally {
    database.close();
  }
}

function expectPublished(id: string, errors: Errors): void {
  for (const split of ['train', 'validate'] as const) {
    const published = baseline[id]?.[split];
    if (published === undefined || published.rms_rel_pct === null) continue;
    const figures = errors[split];
    expect(Math.abs((figures?.relativeRms ?? Number.NaN) * 100 / published.rms_rel_pct - 1), `${id}: ${split} relative RMS`).toBeLessThan(1e-3);
    expect(Math.abs((figures?.logRms ?? Number.NaN) - published.rms_log10), `${id}: ${split} log RMS`).toBeLessThan(1e-3 * Math.max(1, published.rms_log10));
  }
}

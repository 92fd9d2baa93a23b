import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder, type CliResult } from './support/cli.ts';

/** A folder with a task, a plugin and the configurations that use them, all of which a test may change. */
function workbench(): { readonly folder: string; readonly out: string; edit(file: string, from: string | RegExp, to: string): void } {
  const folder = temporaryFolder('conditions');
  cpSync(join(root, 'examples', 'diode'), join(folder, 'diode'), { recursive: true });
  writeFileSync(join(folder, 'plugin.mjs'), `export default {
    name: 'acme', version: '1.0.0', contract: 2,
    contributions: [{ point: 'Scorer', name: 'acme', summary: 's', options: { safeParse: (data) => ({ success: true, data }) }, inject: [],
      create: () => ({ name: 'acme', score: ({ runs }) => ({ value: 1 / (1 + runs[0].trajectory.length), parts: {} }) }) }],
  };\n`);
  writeFileSync(join(folder, 'evolve.yaml'), `
tasks: { train: [./diode] }
plugins: [./plugin.mjs]
simulator: ngspice
scorer: { name: evospice, options: { alpha: 0.3 } }
seedPrograms: [levenberg-marquardt]
reporters: []
programs: 1
budget: 30
`);
  writeFileSync(join(folder, 'suite.yaml'), 'tasks: [./diode]\nplugins: [./plugin.mjs]\nsimulator: ngspice\noptimizers: [random]\nseeds: [1]\nbudgets: [3]\nworkers: 1\n');
  return {
    folder, out: join(folder, 'run'),
    edit: (file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const changed = text.replace(from, to);
      expect(changed, `${file}: ${String(from)}`).not.toBe(text);
      writeFileSync(join(folder, file), changed);
    },
  };
}

const evolve = (folder: string, ...more: readonly string[]): CliResult => evospice(['evolve', join(folder, 'evolve.yaml'), '--out', join(folder, 'run'), '--json', ...more]);
const bench = (folder: string): CliResult => evospice(['bench', join(folder, 'suite.yaml'), '--out', join(folder, 'run'), '--json']);
const whats = (result: CliResult): unknown => documentOf<{ readonly error: { readonly code: string; readonly received: readonly { readonly what: string }[] } }>(result).error.received.map(({ what }) => what);

describe('a resumed evolution', () => {
  test('names everything that decides over scores and is not as it was', () => {
    const { folder, edit } = workbench();
    const first = evolve(folder);
    expect(first.status, first.stderr).toBe(0);
    edit('evolve.yaml', 'programs: 1', 'programs: 2');

    edit('evolve.yaml', 'alpha: 0.3', 'alpha: 1');
    edit('diode/task.yaml', 'floor: 1e-12', 'floor: 1e-9');
    edit('diode/task.yaml', 'lo: 0.254794\n', 'lo: 0.2\n');
    edit('diode/data/001-iv.csv', '4.29532e-11', '4.3e-11');
    edit('plugin.mjs', "version: '1.0.0'", "version: '1.0.1'");
    const refused = evolve(folder, '--resume');
    expect(refused.status).toBe(1);
    expect(documentOf(refused)).toMatchObject({ error: { code: 'RUN_CHANGED', message: expect.stringContaining('scorer') as string } });
    expect(whats(refused)).toEqual(expect.arrayContaining([
      'scorer', 'plugin acme', 'task example-diode: weights', 'task example-diode: parameters and bounds', 'task example-diode: measured values',
    ]));
  });

  test('is refused for code of a plugin that changed without a new version, and goes on when it is as it was', () => {
    const { folder, out, edit } = workbench();
    edit('evolve.yaml', 'scorer: { name: evospice, options: { alpha: 0.3 } }', 'scorer: acme');
    // A language model is named only inside the options of its proposer. Who writes programs may change, and is noted.
    writeFileSync(join(folder, 'model.mjs'), `export default {
      name: 'acme-models', version: '1.0.0', contract: 2,
      contributions: [{ point: 'LanguageModel', name: 'acme', summary: 's', options: { safeParse: (data) => ({ success: true, data }) }, inject: [],
        create: () => ({ name: 'acme', complete: async () => ({ text: '', model: 'acme' }) }) }],
    };\n`);
    edit('evolve.yaml', 'plugins: [./plugin.mjs]', 'plugins: [./plugin.mjs, ./model.mjs]');
    appendFileSync(join(folder, 'evolve.yaml'), 'proposers: [{ name: ast, weight: 1e9 }, { name: llm, weight: 1, options: { languageModel: acme } }]\n');
    expect(evolve(folder).status).toBe(0);
    edit('evolve.yaml', 'programs: 1', 'programs: 2');
    const before = readFileSync(join(folder, 'plugin.mjs'), 'utf8');
    appendFileSync(join(folder, 'plugin.mjs'), '// changed\n');
    const refused = evolve(folder, '--resume');
    expect(whats(refused)).toEqual(expect.arrayContaining(['scorer', 'plugin acme']));
    writeFileSync(join(folder, 'plugin.mjs'), before);
    appendFileSync(join(folder, 'model.mjs'), '// changed\n');
    const resumed = evolve(folder, '--resume');
    expect(resumed.status, resumed.stderr).toBe(0);
    const database = new DatabaseSync(join(out, 'run.sqlite'), { readOnly: true });
    const { payload } = database.prepare("SELECT payload FROM events WHERE type = 'run-resumed'").get() as { readonly payload: string };
    database.close();
    const { changed } = JSON.parse(payload) as { readonly changed: Readonly<Record<string, Record<'before' | 'now', readonly { readonly within?: object }[]>>> };
    expect(changed).toMatchObject({ programs: { before: 1, now: 2 } });
    const [was, is] = [changed['proposers']?.before[1]?.within, changed['proposers']?.now[1]?.within];
    expect(was).toEqual({ 'LanguageModel acme': { plugin: 'acme-models 1.0.0', code: expect.stringMatching(/^[0-9a-f]{64}$/u) as string } });
    expect(is).not.toEqual(was);
  });
});

describe('a benchmark that is added to', () => {
  test('names the same changes', () => {
    const { folder, edit } = workbench();
    const first = bench(folder);
    expect(first.status, first.stderr).toBe(0);
    edit('suite.yaml', 'seeds: [1]', 'seeds: [1, 2]');
    expect(bench(folder).status).toBe(0);
    edit('diode/data/001-iv.csv', '4.29532e-11', '4.3e-11');
    edit('diode/task.yaml', 'lo: 0.254794\n', 'lo: 0.2\n');
    edit('suite.yaml', 'optimizers: [random]', 'optimizers: [{ name: random, optimizer: lm }]');
    const refused = bench(folder);
    expect(refused.status).toBe(1);
    expect(whats(refused)).toEqual(expect.arrayContaining(['entry random', 'task example-diode: measured values', 'task example-diode: parameters and bounds']));
  });
});

describe('an extraction in the folder of an interrupted one', () => {
  test('begins anew under the same conditions, and is refused under others', () => {
    const { folder, out, edit } = workbench();
    const extract = (...more: readonly string[]): CliResult =>
      evospice(['extract', join(folder, 'diode'), '--optimizer', 'random', '--budget', '3', '--simulator', 'ngspice', '--out', out, '--json', ...more]);
    const whole = extract();
    expect(whole.status, whole.stderr).toBe(0);
    // What a kill before the end leaves.
    const database = new DatabaseSync(join(out, 'run.sqlite'));
    database.exec("DROP TRIGGER events_are_not_removed; DELETE FROM events WHERE type = 'result'");
    database.close();
    const refused = extract('--seed', '2');
    expect(refused.status).toBe(1);
    expect(documentOf(refused)).toMatchObject({ error: { code: 'RUN_CHANGED', received: [{ what: 'seed', before: 1, now: 2 }] } });
    edit('diode/task.yaml', 'lo: 0.254794\n', 'lo: 0.2\n');
    expect(whats(extract())).toEqual(['task example-diode: parameters and bounds']);
    edit('diode/task.yaml', 'lo: 0.2\n', 'lo: 0.254794\n');
    const again = extract();
    expect(documentOf(again)).toEqual(documentOf(whole));
    // Finished: another one may take its place.
    expect(extract('--seed', '2').status).toBe(0);
  });
});

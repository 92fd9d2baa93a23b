import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, root, startEvospice, temporaryFolder } from './support/cli.ts';

interface Evolution {
  readonly champion: { readonly program: string; readonly score: number; readonly file: string } | null;
  readonly programs: number;
  readonly report: string;
}

/** A small evolution on generated devices; one worker, so that the seed decides everything. */
function configurationIn(folder: string, changes = ''): string {
  const file = join(folder, 'evolve.yaml');
  writeFileSync(file, `
tasks:
  train:
    - generate: { family: diode, seed: 1, points: tiny }
    - generate: { family: jfet, seed: 2, points: tiny }
  validate: [{ generate: { family: bsim3, seed: 3, points: tiny } }]
baselines: [lm, random]
simulator: ngspice
programs: [levenberg-marquardt, differential-evolution, nelder-mead]
seed: 11
evaluations: 10
budget: 20
seeds: 1
workers: 1
${changes}`);
  return file;
}

/** Every stored event without its time. */
function eventsIn(folder: string): readonly { readonly type: string; readonly payload: string }[] {
  const database = new DatabaseSync(join(folder, 'run.sqlite'), { readOnly: true });
  try {
    return database.prepare('SELECT type, payload FROM events ORDER BY sequence').all() as never;
  } finally {
    database.close();
  }
}

describe('evolve', () => {
  test('one worker, one seed, one configuration: one run, also when it is killed five times', { timeout: 600_000 }, async () => {
    const [whole, killed] = [temporaryFolder('whole'), temporaryFolder('killed')];
    const config = configurationIn(whole);
    const began = performance.now();
    const result = evospice(['evolve', config, '--out', join(whole, 'run'), '--json']);
    const wholeMs = performance.now() - began;
    expect(result.status, result.stderr).toBe(0);
    const { champion, programs, report } = documentOf<Evolution>(result);
    expect(programs).toBe(10);
    expect(existsSync(report)).toBe(true);
    expect(readFileSync(champion?.file ?? '', 'utf8')).toContain('EVOLVE-BLOCK-START');

    const random = createRandom(2026);
    const out = join(killed, 'run');
    let kills = 0;
    let before = 0;
    while (kills < 5) {
      const child = startEvospice(['evolve', config, '--out', out, ...(existsSync(join(out, 'run.sqlite')) ? ['--resume'] : [])]);
      const ended = once(child, 'exit');
      // Five of these together take less than the whole run: there is always something left to kill.
      await sleep((0.04 + 0.15 * random.next()) * wholeMs);
      const alive = child.exitCode === null;
      if (alive) process.kill(-(child.pid as number), 'SIGKILL');
      await ended;
      if (!alive) break;
      kills += 1;
      if (!existsSync(join(out, 'run.sqlite'))) continue;
      const after = eventsIn(out).length;
      expect(after).toBeGreaterThanOrEqual(before);
      before = after;
    }
    expect(kills).toBe(5);
    const resumed = evospice(['evolve', config, '--out', out, '--resume', '--json']);
    expect(resumed.status, resumed.stderr).toBe(0);

    const told = (folder: string) => eventsIn(folder).filter(({ type }) => type !== 'run-resumed');
    expect(told(out)).toEqual(told(join(whole, 'run')));
    expect(documentOf<Evolution>(resumed).champion).toMatchObject({ program: champion?.program, score: champion?.score });
  });

  test('programs are lent the optimizers of the product, which do for them what they do as baselines', () => {
    const folder = temporaryFolder('lent');
    writeFileSync(join(folder, 'borrower.ts'), 'export default async function borrow(problem: any, context: any) { await context.optimizers.lm(problem, context); }\n');
    const config = join(folder, 'evolve.yaml');
    writeFileSync(config, `tasks: { train: [{ generate: { family: diode, seed: 1, points: tiny } }] }
baselines: [lm]
seedPrograms: [./borrower.ts]
programs: 1
budget: 20
workers: 1
seeds: 1
`);
    const result = evospice(['evolve', config, '--out', join(folder, 'run'), '--json']);
    expect(result.status, result.stderr).toBe(0);
    expect(documentOf<Evolution>(result).champion).toMatchObject({ program: 'p0001' });
    const cases = eventsIn(join(folder, 'run')).filter(({ type }) => type === 'case-finished').map(({ payload }) => JSON.parse(payload) as { readonly subject: string; readonly stage: string; readonly outcome: { readonly data: { readonly run: { readonly trajectory: Readonly<Record<string, unknown>> } } } });
    const trajectoryOf = (name: string) => cases.find(({ subject, stage }) => subject === name && stage !== 'trial')?.outcome.data.run.trajectory;
    // Before its first restart lm takes no chance.
    expect(trajectoryOf('p0001')).toMatchObject({ length: 20 });
    const { error, spent } = trajectoryOf('lm')!;
    expect(trajectoryOf('p0001')).toMatchObject({ error, spent });
  });

  test('a folder that holds a run is not overwritten, and one that holds none cannot be resumed', () => {
    const folder = temporaryFolder('folders');
    const config = configurationIn(folder, 'proposals: 3\n');
    writeFileSync(join(folder, 'short.yaml'), readFileSync(config, 'utf8').replace('evaluations: 10', 'evaluations: 2').replace('baselines: [lm, random]', ''));
    const short = join(folder, 'short.yaml');
    const out = join(folder, 'run');
    expect(documentOf(evospice(['evolve', short, '--out', out, '--resume', '--json']))).toMatchObject({ error: { code: 'STORE_MISSING' } });
    expect(evospice(['evolve', short, '--out', out]).status).toBe(0);
    expect(documentOf(evospice(['evolve', short, '--out', out, '--json']))).toMatchObject({ error: { code: 'STORE_EXISTS' } });
    const extracted = evospice(['extract', 'examples/diode', '--optimizer', join(out, 'champion.ts'), '--budget', '20', '--out', join(folder, 'extract'), '--json']);
    expect(extracted.status, extracted.stderr).toBe(0);
    expect(evospice(['extract', 'examples/diode', '--budget', '5', '--out', out]).stderr).toContain('USAGE_FOLDER');
  });

  test('a run is not taken up again when what decides over its scores is no longer the same', { timeout: 300_000 }, () => {
    const folder = temporaryFolder('changed');
    cpSync(join(root, 'examples', 'diode'), join(folder, 'diode'), { recursive: true });
    const config = join(folder, 'evolve.yaml');
    const text = `tasks: { train: [./diode] }
simulator: ngspice
seedPrograms: [levenberg-marquardt]
programs: 1
budget: 6
scorer: { name: evospice, options: { alpha: 0.3 } }
`;
    writeFileSync(config, text);
    const out = join(folder, 'run');
    const first = evospice(['evolve', config, '--out', out]);
    expect(first.status, first.stderr).toBe(0);
    const configuration = readFileSync(join(out, 'configuration.json'), 'utf8');
    const refusal = (changed: string): string => {
      const result = evospice(['evolve', config, '--out', out, '--resume', '--json']);
      expect(result.status, `${changed}: ${result.stdout}`).not.toBe(0);
      const { error } = documentOf<{ readonly error: { readonly code: string; readonly message: string } }>(result);
      expect(error.code, changed).toBe('RUN_CHANGED');
      return error.message;
    };
    const changing = (file: string, from: RegExp | string, to: string): string => {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      writeFileSync(path, after);
      const message = refusal(`${file}: ${to}`);
      writeFileSync(path, before);
      return message;
    };
    expect(changing('evolve.yaml', 'alpha: 0.3', 'alpha: 0.5')).toContain('scorer');
    expect(changing('diode/data/001-iv.csv', /(\d)(\r?\n)(?![\s\S]*\d\r?\n)/u, '$17$2')).toContain('measured values');
    expect(changing('diode/task.yaml', 'hi: 0.473835', 'hi: 0.48')).toContain('bounds');
    expect(changing('diode/task.yaml', /(file: data\/001-iv.csv)/u, '$1\n    weight: 3')).toContain('weights');
    expect(readFileSync(join(out, 'configuration.json'), 'utf8'), 'a refusal changes nothing').toBe(configuration);
    writeFileSync(config, text.replace('programs: 1', 'programs: 2'));
    expect(evospice(['evolve', config, '--out', out, '--resume']).status).toBe(0);
  });

  test('a run of the version before this one is still read and reported, and not gone on with', () => {
    const folder = join(temporaryFolder('format-1'), 'run');
    cpSync(join(root, 'test', 'fixtures', 'runs-format-1', 'evolve'), folder, { recursive: true });
    const { run } = documentOf<{ readonly run: Readonly<Record<string, unknown>> }>(evospice(['status', folder, '--json']));
    expect(run).toMatchObject({ kind: 'evolve', state: 'finished', programs: 10, champion: { program: 'p0005' } });
    const { report } = documentOf<{ readonly report: string }>(evospice(['report', folder, '--json']));
    const page = readFileSync(report, 'utf8');
    for (const part of ['p0005', 'Convergence', 'Fits', 'robustness', 'lm']) expect(page).toContain(part);
    const config = configurationIn(temporaryFolder('format-1-config'));
    expect(documentOf(evospice(['evolve', config, '--out', folder, '--resume', '--json']))).toMatchObject({ error: { code: 'RUN_FORMAT' } });
  });

  test('everything wrong in a configuration is named at once, with its line', () => {
    const folder = temporaryFolder('wrong');
    const config = configurationIn(folder, 'arcive: map-elites\nscorer: evospise\nvalidation: { seeds: two }\n');
    const result = evospice(['evolve', config, '--json']);
    expect(result.status).toBe(2);
    expect(documentOf<{ error: { code: string; problems: unknown[] } }>(result).error).toMatchObject({ code: 'CONFIG_INVALID', problems: [{}, {}, {}] });
    expect(result.stderr).toMatch(/evolve\.yaml:\d+: arcive: unknown key "arcive"[\s\S]*did you mean "archive"\?/);
    expect(result.stderr).toMatch(/evolve\.yaml:\d+: scorer: there is no scorer called "evospise"[\s\S]*did you mean "evospice"\?/);
    expect(result.stderr).toMatch(/evolve\.yaml:\d+: validation\.seeds: is "two"/);
  });
});

// The champion and space mapping against the classics, on the measured devices and on thirty that are drawn by the hash of the champion's text: runs suites/fewest.yaml with
// the seeds that follow from it (written into the suite), and writes the tables of docs/results.md from the stored runs. Hours on two cores.
// Options: --out runs/results, --reuse FOLDER,FOLDER (runs of earlier benchmarks under the same conditions), --workers N, --seeds N (as the suite says),
// --suite suites/fewest.yaml, --page docs/results.md, --subject champion, --program FILE (the champion's text), --control lm, --tables (nothing is run: tables of what is stored).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readBenchRecord, storedOutcome } from '../../packages/bench/src/index.ts';
import { withStoredRun } from '../../packages/runs/src/index.ts';
import { SqliteRunStore } from '../../packages/store/src/index.ts';
import { freshDevices } from './results/fresh-devices.ts';
import { pageWith, resultsText } from './results/page.ts';
import { suiteWith } from './results/suite.ts';
import { count, nameList } from './shared/table.ts';
import { root } from '../setup.mjs';

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'runs/results' }, reuse: { type: 'string' }, workers: { type: 'string' }, seeds: { type: 'string' }, suite: { type: 'string', default: 'suites/fewest.yaml' },
    page: { type: 'string', default: 'docs/results.md' }, subject: { type: 'string', default: 'champion' }, program: { type: 'string', default: 'plugins/optimizer-champion/src/champion.ts' },
    control: { type: 'string', default: 'lm' }, tables: { type: 'boolean', default: false },
  },
});
const from = (path: string): string => resolve(root, path);
const [suite, out, page, program] = [from(options.suite), from(options.out), from(options.page), from(options.program)];
const { subject, control } = options;
const text = readFileSync(program, 'utf8');
/** What there is of the champion without one of its parts; without a model's programs it is the same as without evolution (examples/champion/record.json). */
const ablations = subject === 'champion' ? { 'without evolution': 'examples/champion/seeds/space-mapping.ts' } : {};

if (!options.tables) {
  const before = readFileSync(suite, 'utf8');
  const after = suiteWith(before, { devices: freshDevices(text), subject, ablations: Object.fromEntries(Object.entries(ablations).map(([part, file]) => [part, relative(dirname(suite), from(file))])), ...(options.seeds === undefined ? {} : { seeds: count('seeds', options.seeds) }) });
  if (after !== before) {
    writeFileSync(suite, after);
    console.error(`${options.suite} has the devices of this program now`);
  }
  const reuse = nameList(options.reuse) ?? [];
  const args = [suite, '--out', out, ...(options.workers === undefined ? [] : ['--workers', options.workers]), ...(reuse.length === 0 ? [] : ['--reuse', ...reuse])];
  const { status } = spawnSync(process.execPath, [join(root, 'packages', 'cli', 'bin', 'evospice.mjs'), 'bench', ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`evospice bench ${args.join(' ')} ended with ${status}; the same command goes on`);
}

const { runs, versions } = await withStoredRun(new SqliteRunStore(), out, async ({ log }) => {
  const record = await readBenchRecord(log);
  if (record === undefined) throw new Error(`${out} holds no benchmark`);
  return { runs: (await storedOutcome(record.plan, log)).runs, versions: { ...record.simulators, ...record.versions } };
});
const hash = createHash('sha256').update(text).digest('hex');
const { text: written, groups } = resultsText({ runs, subject, control, hash, versions });
writeFileSync(page, pageWith(readFileSync(page, 'utf8'), written));
console.error(`${options.page} has the tables of ${runs.length} runs`);
console.log(JSON.stringify({
  subject, control, hash, runs: runs.length,
  groups: Object.fromEntries(groups.map(({ title, tasks, times }) => [title, {
    devices: tasks.length,
    ratio: Object.fromEntries(times.overall.filter(({ entry }) => entry === subject).map(({ factor, ratio }) => [factor, ratio])),
    lower: Object.fromEntries(times.lower.filter(({ entry }) => entry === subject).map(({ budget, entryLower, controlLower }) => [budget, [entryLower, controlLower]])),
  }])),
}));

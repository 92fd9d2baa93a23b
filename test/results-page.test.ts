import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBenchRuns } from '../packages/bench/src/index.ts';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { freshDevices } from '../tools/perf/results/fresh-devices.ts';
import { groupsOf } from '../tools/perf/results/groups.ts';
import { pageWith, resultsText } from '../tools/perf/results/page.ts';
import { suiteWith } from '../tools/perf/results/suite.ts';
import { lossLines } from '../tools/perf/results/tables.ts';
import { root } from './support/cli.ts';

const suite = readFileSync(join(root, 'suites', 'fewest.yaml'), 'utf8');

describe('devices for a frozen program', () => {
  it('are thirty of every family, all of them others for another text', () => {
    const devices = freshDevices('export default 1;\n');
    expect(devices).toHaveLength(30);
    expect(new Set(devices.map(({ family }) => family)).size).toBe(8);
    expect(freshDevices('export default 1;\n')).toEqual(devices);
    const others = freshDevices('export default 2;\n').map(({ seed }) => seed);
    expect(new Set([...devices.map(({ seed }) => seed), ...others]).size).toBe(60);
    for (const { seed } of devices) expect(seed).toBeLessThan(2 ** 31);
  });

  it('come into the suite in place of those before, beside the program and what is left without its parts', () => {
    const devices = freshDevices('a');
    const changes = { devices, subject: 'champion', ablations: { 'without archive': '../a/no-archive.ts' }, seeds: 2 };
    const text = suiteWith(suiteWith(suite, { ...changes, devices: freshDevices('b') }), changes);
    const { optimizers, tasks, seeds } = parse(text) as { optimizers: readonly unknown[]; tasks: readonly unknown[]; seeds: unknown };
    expect(optimizers.slice(0, 4)).toEqual([
      'champion', { name: 'champion without models', optimizer: 'champion', hiddenModels: ['all'] }, { name: 'champion without archive', program: '../a/no-archive.ts' },
      { name: 'champion without archive and models', program: '../a/no-archive.ts', hiddenModels: ['all'] },
    ]);
    const before = (parse(suite) as { optimizers: readonly unknown[]; tasks: readonly unknown[] });
    expect(optimizers.slice(4)).toEqual(before.optimizers.filter((entry) => !JSON.stringify(entry).includes('champion')));
    expect(tasks).toEqual([...before.tasks.filter((task) => typeof task === 'string'), ...devices.map((generate) => ({ generate }))]);
    expect(seeds).toEqual({ from: 1, count: 2 });
    expect(suiteWith(text, changes)).toBe(text);
    expect(text).toContain(suite.split('\n')[0]!);
  });
});

test('the suite that comes along has the devices of the champion as it is', () => {
  const devices = freshDevices(readFileSync(join(root, 'plugins', 'optimizer-champion', 'src', 'champion.ts'), 'utf8'));
  const { tasks } = parse(suite) as { tasks: readonly unknown[] };
  expect(tasks.filter((task) => typeof task !== 'string')).toEqual(devices.map((generate) => ({ generate })));
});

describe('the page of results', () => {
  // Half of the tasks are called as measured devices are; one entry is another one without a part.
  const runs = sampleBenchRuns({ tasks: 4, seeds: 2 })
    .map((run) => ({ ...run, task: run.task === 'sample-01' ? 'p01-a' : run.task === 'sample-02' ? 'p02-b' : run.task }))
    .map((run) => ({ ...run, entry: run.entry === 'nelder-mead' ? 'cma-es without models' : run.entry }));
  const facts = { runs, subject: 'cma-es', control: 'levenberg-marquardt', hash: 'ab'.repeat(32), versions: { ngspice: '39', evospice: null } };
  const { text, groups } = resultsText(facts);

  it('tells devices apart by whether programs were made on them', () => {
    expect(groups.map(({ title, tasks }) => [title.split(' ')[0], tasks])).toEqual([
      ['measured,', ['p01-a']], ['measured,', ['p02-b']], ['drawn', ['sample-03', 'sample-04']], ['all', ['p01-a', 'p02-b', 'sample-03', 'sample-04']],
    ]);
  });

  it('has every optimizer and device, and losses in words', () => {
    const [, , drawn] = groups;
    for (const { entry } of drawn!.overall) expect(text).toContain(entry);
    for (const task of groups.at(-1)!.tasks) expect(text).toContain(`| ${task} |`);
    const lines = groups.flatMap((group) => lossLines(group, 'cma-es'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lossLines(groups[0]!, 'cma-es')) expect(text).toContain(line);
    expect(text).toContain('abababab');
    expect(text).not.toMatch(/NaN|undefined|null/u);
  });

  it('tests the program against other optimizers, not against itself without a part', () => {
    const tested = groups.at(-1)!.tests.map(({ entry }) => entry);
    expect(tested).toContain('levenberg-marquardt');
    expect(tested).not.toContain('cma-es without models');
    expect(text.slice(text.indexOf('### Without one of its parts'))).toContain('| cma-es without models |');
    expect(groupsOf(runs, { ...facts, isVariant: () => false }).at(-1)!.tests.map(({ entry }) => entry)).toContain('cma-es without models');
  });

  it('goes between its markers, and asks for them', () => {
    const page = 'a\n<!-- results: fewest -->\nold\n<!-- end of fewest -->\nb\n';
    expect(pageWith(page, 'new\n')).toBe('a\n<!-- results: fewest -->\nnew\n<!-- end of fewest -->\nb\n');
    expect(() => pageWith('a', 'new')).toThrow('<!-- results: fewest -->');
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CONTRACT_VERSION } from '@evospice/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, evospice, root } from './support/cli.ts';

/**
 * What docs/plugins and CONTRIBUTING show, made by the reader of a page: a package outside the repository with each page's plugin and
 * test, linked to this checkout as docs/plugins/README.md says; and the fixture plugin as an installed package.
 */
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(join(root, 'docs', 'plugins')).filter((name) => name !== 'README.md').map((name) => [basename(name, '.md'), read('docs', 'plugins', name)])),
  contributing: /^## A plugin\n(.*?)^## /msu.exec(read('CONTRIBUTING.md'))![1]!,
};
const fixture = 'acme-evospice-optimizers';
const fixtureTest = `
import { registryOf, testOptimizer } from '@evospice/testkit';
import plugin from '${fixture}';
testOptimizer('coin-flip', () => registryOf(plugin).create('Optimizer', 'coin-flip'), { improvement: 1 });
`;

interface Listed {
  readonly points: readonly { readonly name: string }[];
  readonly plugins: readonly { readonly point: string; readonly name: string; readonly location: string }[];
}
interface SuiteResult {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[];
}

let project = '';
let listed: Listed;
let suites: readonly SuiteResult[] = [];

/** The blocks of a page by the name of their file: the first is the plugin, others are named right before them. */
function blocksOf(page: string): Readonly<Record<string, string>> {
  const blocks = [...page.matchAll(/(?:`([\w.]+\.ts)`[^`]*?\n\n)?^```ts\n(.*?)^```$/gmsu)];
  return Object.fromEntries(blocks.map(([, name = 'plugin.ts', code = '']) => [name, code]));
}

function run(command: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: project, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', CI: '1' }, maxBuffer: 2 ** 28 });
  return { status, output: `${stdout}\n${stderr}` };
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'evospice-pages-'));
  for (const [name, page] of Object.entries(pages)) {
    mkdirSync(join(project, name));
    for (const [file, code] of Object.entries(blocksOf(page))) writeFileSync(join(project, name, file), code);
  }
  const manifest = JSON.parse(/^```json\n(.*?)^```$/msu.exec(read('docs', 'plugins', 'README.md'))![1]!) as { devDependencies: Record<string, string> };
  const imported = new Set(Object.values(pages).flatMap((page) => [...page.matchAll(/ from '(@evospice\/[\w-]+)'/gu)].map(([, name]) => name!)));
  const folderOf = (name: string): string => name.replace(/^@evospice\/(plugin-)?/u, (_, plugin) => (plugin === undefined ? 'packages/' : 'plugins/'));
  for (const name of imported) manifest.devDependencies[name] ??= `link:../evospice/${folderOf(name)}`;
  const links = Object.entries(manifest.devDependencies).map(([name, version]) => [name, version.startsWith('link:') ? version.replace('../evospice', root) : `link:${root}/packages/testkit/node_modules/${name}`]);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ ...manifest, devDependencies: Object.fromEntries(links) }));
  const installed = run([join(root, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'), 'install', '--offline', '--ignore-workspace']);
  expect(installed.status, installed.output).toBe(0);
  cpSync(join(root, 'test', 'fixtures', 'external-plugin'), join(project, 'node_modules', fixture), { recursive: true });
  mkdirSync(join(project, 'fixture'));
  writeFileSync(join(project, 'fixture', 'plugin.test.ts'), fixtureTest);

  const answer = evospice(['plugins', 'list', '--json', ...Object.keys(pages).flatMap((name) => ['--plugin', `./${name}/plugin.ts`])], { cwd: project });
  expect(answer.status, answer.stderr).toBe(0);
  listed = documentOf<Listed>(answer);

  // One process for all pages. The plugin of program-runner.md wraps the sandbox, whose own test has the slow attacks.
  const report = join(project, 'report.json');
  const slow = '^(?!.*(without end|a flood of))';
  const tested = run([join(project, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--no-isolate', '--maxWorkers=2', '--testTimeout=60000', '-t', slow, '--reporter=json', `--outputFile=${report}`]);
  expect(tested.output).not.toContain('Unhandled');
  suites = (JSON.parse(readFileSync(report, 'utf8')) as { testResults: readonly SuiteResult[] }).testResults;
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('every extension point has a page, and every page brings a plugin for another point', () => {
  const own = Object.keys(pages).filter((name) => name !== 'contributing');
  const brought = own.map((name) => listed.plugins.filter(({ location }) => location === join(project, name, 'plugin.ts')).map(({ point }) => point));
  expect(brought.flat().toSorted()).toEqual(listed.points.map(({ name }) => name).toSorted());
  expect(brought.every(({ length }) => length === 1)).toBe(true);
  const index = read('docs', 'plugins', 'README.md');
  for (const name of own) expect(index).toMatch(new RegExp(`^\\| \\[[^|]*\\]\\(${name}\\.md\\) `, 'mu'));
});

test.each([...Object.keys(pages), 'fixture'])('the plugin of %s passes its conformance suite outside the repository', (name) => {
  const suite = suites.find((one) => one.name.endsWith(join(name, 'plugin.test.ts')));
  const failures = suite?.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]}`);
  expect(failures, suite?.message).toEqual([]);
  expect(suite?.status, suite?.message).toBe('passed');
  expect(suite?.assertionResults.filter(({ status }) => status === 'passed').length).toBeGreaterThan(2);
});

test('the suite of a page is the one of its extension point', () => {
  const points = new Map(listed.plugins.map(({ point, location }) => [location, point]));
  for (const [name, page] of Object.entries(pages)) {
    const { 'plugin.ts': plugin, 'plugin.test.ts': tested } = blocksOf(page);
    expect(plugin, name).toContain('contract: CONTRACT_VERSION');
    expect(tested, name).toContain(`test${points.get(join(project, name, 'plugin.ts'))}(`);
  }
  expect(CONTRACT_VERSION).toBe(2);
});

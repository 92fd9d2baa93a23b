import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { evospice, root, temporaryFolder } from './support/cli.ts';

const bin = join(root, 'packages', 'cli', 'bin');

/** What a module prints after `bin` has decided where the product is loaded from. */
function printedBy(code: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', pathToFileURL(join(bin, 'use-linked.mjs')).href, '--input-type=module', '--eval', code], {
    cwd: join(root, 'packages', 'cli'), encoding: 'utf8', env: { ...process.env, ...env },
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** A workspace with one input and what is linked from it. */
function workspaceIn(folder: string): { readonly input: string; readonly found: () => string } {
  const cli = join(folder, 'packages', 'cli');
  cpSync(bin, join(cli, 'bin'), { recursive: true });
  const input = join(folder, 'packages', 'one', 'dist', '.tsbuildinfo');
  for (const file of [input, join(cli, 'dist', 'linked', 'linked.json')]) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(input, '');
  utimesSync(input, 1000, 1000);
  writeFileSync(join(cli, 'dist', 'linked', 'linked.json'), JSON.stringify({ inputs: { 'packages/one/dist/.tsbuildinfo': 1_000_000 }, modules: {} }));
  const found = (): string => printedBy(`const { linked } = await import(${JSON.stringify(pathToFileURL(join(cli, 'bin', 'linked.mjs')).href)}); console.log(linked() === undefined ? 'nothing' : 'linked');`).trim();
  return { input, found };
}

test('the command and whatever imports its packages are loaded from what is linked, and with EVOSPICE_DEBUG from each module', () => {
  const where = 'console.log(import.meta.resolve("@evospice/contracts"), import.meta.resolve("zod"))';
  expect(printedBy(where).match(/packages\/cli\/dist\/linked\//gu)).toHaveLength(2);
  expect(printedBy(where, { EVOSPICE_DEBUG: '1' })).not.toContain('linked');
});

test('every plugin is the same, linked or module by module', () => {
  const [linked, apart] = [{}, { EVOSPICE_DEBUG: '1' }].map((env) => evospice(['plugins', 'list', '--json'], { env }));
  expect(linked).toEqual(apart);
  expect(linked?.status, linked?.stderr).toBe(0);
});

/** A file of what is linked, with all that is loaded before it. */
function loadedWith(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const code = readFileSync(join(root, 'packages', 'cli', 'dist', 'linked', file), 'utf8');
  found.set(file, code);
  for (const [, imported] of code.matchAll(/^(?:import|export) [^"']*?from "\.\/([^"]+)";$/gmu)) loadedWith(imported!, found);
  return found;
}

test('equations of the compact models and libraries of single plugins are not loaded with every command', () => {
  const code = [...loadedWith('packages.cli.dist.main.js').values()].join('\n');
  expect(code).toContain('// packages/extraction/dist/');
  for (const part of ['packages/compact-models/dist/families/', '/node_modules/@anthropic-ai/', '/node_modules/openai/', '/node_modules/echarts/']) {
    expect(code.includes(part), `${part} is imported by a statement somewhere; import() it where it is used`).toBe(false);
  }
});

test('what was linked before something was built anew is not used', () => {
  const { input, found } = workspaceIn(temporaryFolder('linked'));
  expect(found()).toBe('linked');
  utimesSync(input, 1001, 1001);
  expect(found()).toBe('nothing');
});

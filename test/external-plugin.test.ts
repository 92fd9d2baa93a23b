import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

/** A project outside the repository with the contracts and the fixture plugin installed, as a package manager would. */
function projectWithPlugin(): string {
  const project = temporaryFolder('project');
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, '@evospice'), { recursive: true });
  symlinkSync(join(root, 'packages', 'contracts'), join(modules, '@evospice', 'contracts'));
  symlinkSync(join(root, 'packages', 'kernel', 'node_modules', 'zod'), join(modules, 'zod'));
  cpSync(join(root, 'test', 'fixtures', 'external-plugin'), join(modules, 'acme-evospice-optimizers'), { recursive: true });
  cpSync(join(root, 'test', 'fixtures', 'external-plugin'), join(project, 'own-plugin'), { recursive: true });
  return project;
}

interface Listed {
  readonly plugins: readonly { readonly point: string; readonly name: string; readonly plugin: string; readonly location: string }[];
}

test.each([['by package name', 'acme-evospice-optimizers'], ['by path', './own-plugin']])('a plugin outside the repository is loaded %s and does its work', (_, specifier) => {
  const project = projectWithPlugin();
  const listed = evospice(['plugins', 'list', '--plugin', specifier, '--json'], { cwd: project });
  expect(listed.stderr).toBe('');
  const entry = documentOf<Listed>(listed).plugins.find(({ name }) => name === 'coin-flip');
  expect(entry).toMatchObject({ point: 'Optimizer', plugin: 'acme-evospice-optimizers' });
  expect(entry?.location).toContain(project);

  const task = join(root, 'examples', 'diode');
  const result = evospice(['extract', task, '--plugin', specifier, '--optimizer', 'coin-flip', '--options', '{"step": 0.02}', '--budget', '30', '--out', join(project, 'out'), '--simulator', 'ngspice', '--json'], { cwd: project });
  expect(result.status, result.stderr).toBe(0);
  expect(documentOf(result)).toMatchObject({ optimizer: 'coin-flip', budget: { allowed: 30 } });
});

test('a configuration names it, and a wrong option of it is refused with its place', () => {
  const project = projectWithPlugin();
  const config = join(project, 'evolve.yaml');
  writeFileSync(config, 'plugins: [./own-plugin]\ntasks:\n  train: [./nowhere]\nbaselines:\n  - name: coin-flip\n    options: {stepp: 1}\n');
  const result = evospice(['evolve', config], { cwd: project });
  expect(result.status).toBe(2);
  expect(result.stderr).toContain('evolve.yaml:6: baselines[0].options.stepp: unknown key "stepp"');
  expect(result.stderr).toContain('did you mean "step"?');
});

test('a plugin that is not there is named', () => {
  const result = evospice(['plugins', 'list', '--plugin', 'acme-nothing', '--json']);
  expect(result.status).toBe(2);
  expect(documentOf(result)).toMatchObject({ error: { code: 'PLUGIN_MISSING', received: 'acme-nothing' } });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContainerModule } from 'inversify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createKernel } from '../container/kernel.ts';
import { Clock, CONTRACT_VERSION, contribute, definePlugin, defineExtensionPoint, EvospiceError } from '@evospice/contracts';
import { loadPlugin, pluginRoot } from './loader.ts';

/** A contract of a package outside: any package may add a point. */
interface Greeter {
  greet(): string;
}
declare module '@evospice/contracts' {
  interface ExtensionPoints {
    Greeter: Greeter;
  }
}
const greeterPoint = defineExtensionPoint({ name: 'Greeter', token: Symbol.for('test.Greeter'), summary: 'greets' });

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const kernelOf = () => createKernel({ clock: { now: () => 42 }, logger: silent });
const scorer = (name: string) =>
  contribute({
    point: 'Scorer', name, summary: 'counts runs', options: z.strictObject({ alpha: z.number().default(0.3) }), inject: [Clock],
    create: ({ alpha }, clock: Clock) => ({ name: `${name}/${alpha}/${clock.now()}`, score: () => { throw new Error('not asked for here'); } }),
  });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-plugins-'));
  const plugin = (name: string) =>
    `export default { name: '${name}', version: '1.2.3', contract: ${CONTRACT_VERSION}, contributions: [{ point: 'Optimizer', name: '${name}', summary: 's', options: { safeParse: (data) => ({ success: true, data }) }, inject: [], create: () => ({ name: '${name}', optimize: async () => {} }) }] };`;
  writeFileSync(join(folder, 'file.mjs'), plugin('by-file'));
  writeFileSync(join(folder, 'shapeless.mjs'), 'export default { name: 1 };');
  writeFileSync(join(folder, 'throws.mjs'), 'throw new Error("on purpose");');
  for (const [name, manifest] of [
    ['dir', { main: 'main.mjs' }],
    ['node_modules/acme', { exports: { '.': { types: './x.d.ts', default: './main.mjs' } } }],
    ['hollow', { main: 'gone.mjs' }],
  ] as const) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name: 'x', ...manifest }));
    writeFileSync(join(folder, name, 'main.mjs'), plugin(name === 'dir' ? 'by-folder' : 'by-package'));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test('plugins are found by file, by folder and by package name, and bound under their names', async () => {
  const kernel = kernelOf();
  await kernel.load(['./file.mjs', './dir', 'acme'], join(folder, 'config.yaml'));
  expect(kernel.registry.list('Optimizer').map(({ contribution }) => contribution.name)).toEqual(['by-file', 'by-folder', 'by-package']);
  expect(kernel.registry.create('Optimizer', 'by-package').name).toBe('by-package');
  expect(kernel.registry.list()[0]?.location).toBe(join(folder, 'file.mjs'));
});

test('the code of a plugin is its package where the file is the entry of that, else the file alone', () => {
  expect(pluginRoot(join(folder, 'dir', 'main.mjs'))).toBe(join(folder, 'dir'));
  expect(pluginRoot(join(folder, 'node_modules', 'acme', 'main.mjs'))).toBe(join(folder, 'node_modules', 'acme'));
  // No package around it, another entry in the package around it, and an entry that is not there.
  for (const file of ['file.mjs', join('dir', 'other.mjs'), join('hollow', 'main.mjs')]) expect(pluginRoot(join(folder, file))).toBe(join(folder, file));
});

describe('what cannot be a plugin is refused with a code', () => {
  test.each([
    ['./nowhere', 'PLUGIN_MISSING'], ['no-such-package', 'PLUGIN_MISSING'], ['./hollow', 'PLUGIN_MISSING'],
    ['./shapeless.mjs', 'PLUGIN_SHAPE'], ['./throws.mjs', 'PLUGIN_LOAD'],
  ])('%s is %s', async (specifier, code) => {
    await expect(loadPlugin(specifier, join(folder, 'config.yaml'))).rejects.toSatisfy((error) => EvospiceError.is(error, code) && error.remedy !== undefined);
  });
});

test('options get their defaults, services are injected, and every create makes a new instance', () => {
  const kernel = kernelOf();
  const extra = Symbol.for('test.extra');
  kernel.registry.register(
    definePlugin({ name: 'a', version: '1.0.0', contract: CONTRACT_VERSION, contributions: [scorer('mean')], module: new ContainerModule(({ bind }) => { bind(extra).toConstantValue(7); }) }),
    'here',
  );
  expect(kernel.registry.create('Scorer', 'mean').name).toBe('mean/0.3/42');
  expect(kernel.registry.create('Scorer', { name: 'mean', options: { alpha: 1 } }).name).toBe('mean/1/42');
  expect(kernel.registry.create('Scorer', 'mean')).not.toBe(kernel.registry.create('Scorer', 'mean'));
  expect(kernel.container.get(extra)).toBe(7);
});

test('a wrong contract version, a name taken twice, an unknown name and wrong options are typed errors', () => {
  const kernel = kernelOf();
  const plugin = definePlugin({ name: 'a', version: '1.0.0', contract: CONTRACT_VERSION, contributions: [scorer('mean')] });
  kernel.registry.register(plugin, 'here');
  const codeOf = (action: () => unknown) => {
    try { action(); } catch (error) { return EvospiceError.is(error) ? `${error.code} ${error.remedy ?? ''}` : error; }
    return 'nothing thrown';
  };
  expect(codeOf(() => kernel.registry.register({ ...plugin, name: 'b' }, 'there'))).toContain('PLUGIN_DUPLICATE');
  expect(codeOf(() => kernel.registry.register({ ...plugin, contract: 99, contributions: [] }, 'there'))).toContain('PLUGIN_CONTRACT');
  expect(codeOf(() => kernel.registry.create('Scorer', 'maen'))).toBe('EXTENSION_UNKNOWN did you mean "mean"?');
  expect(codeOf(() => kernel.registry.create('Scorer', { name: 'mean', options: { alpha: 'x' } }))).toContain('EXTENSION_OPTIONS');
});

test('a plugin declares an extension point, and others contribute to it', () => {
  const { registry } = kernelOf();
  const polite = contribute({ point: 'Greeter', name: 'polite', summary: 'says good day', options: z.strictObject({}), create: () => ({ greet: () => 'Good day' }) });
  const plugin = definePlugin({ name: 'a', version: '1.0.0', contract: CONTRACT_VERSION, contributions: [polite] });
  expect(() => registry.register(plugin, 'here')).toThrow(expect.objectContaining({ code: 'PLUGIN_POINT', received: 'Greeter' }));
  expect(registry.list()).toEqual([]);

  registry.register({ ...plugin, name: 'declares', contributions: [], points: [greeterPoint] }, 'there');
  registry.register(plugin, 'here');
  expect(registry.points().at(-1)).toEqual(greeterPoint);
  expect(registry.create('Greeter', 'polite').greet()).toBe('Good day');
  // Two plugins may list one point, as both got it from the package that declares it; not two points of one name.
  registry.register({ ...plugin, name: 'again', contributions: [], points: [greeterPoint] }, 'elsewhere');
  const other = { ...greeterPoint, token: Symbol.for('test.OtherGreeter') };
  expect(() => registry.register({ ...plugin, name: 'other', contributions: [], points: [other] }, 'elsewhere')).toThrow(expect.objectContaining({ code: 'PLUGIN_DUPLICATE' }));
});

test('a point that nobody declares is refused with the nearest spelling', () => {
  const misspelt = { ...scorer('mean'), point: 'Scorrer' } as never;
  const plugin = definePlugin({ name: 'a', version: '1.0.0', contract: CONTRACT_VERSION, contributions: [misspelt] });
  expect(() => kernelOf().registry.register(plugin, 'here')).toThrow(expect.objectContaining({ code: 'PLUGIN_POINT', remedy: 'did you mean "Scorer"?' }));
});

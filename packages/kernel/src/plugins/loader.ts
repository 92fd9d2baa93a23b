import { existsSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { problemsOf } from '../config/problems.ts';
import { EvospiceError, type Plugin } from '@evospice/contracts';

export interface LoadedPlugin {
  readonly plugin: Plugin;
  /** File the plugin was imported from. */
  readonly location: string;
}

const isFunction = z.custom((value) => typeof value === 'function', { error: 'is not a function', params: { expected: 'a function' } });
const isSchema = z.custom((value) => typeof value === 'function' || typeof (value as { safeParse?: unknown } | null)?.safeParse === 'function', {
  error: 'is not a zod schema',
  params: { expected: 'a zod schema, or a function that makes one' },
});

/** What a plugin module's default export must look like; anything else is refused before it is bound. */
const pluginSchema = z.object({
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/, 'is not a semantic version'),
  contract: z.number().int(),
  points: z.array(z.object({ name: z.string().min(1), token: z.symbol(), summary: z.string().min(1) })).optional(),
  contributions: z.array(
    z.object({
      point: z.string(),
      name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in lower case with dashes'),
      summary: z.string().min(1),
      options: isSchema,
      inject: z.array(z.unknown()),
      create: isFunction,
    }),
  ),
});

/**
 * Finds, imports and checks one plugin.
 * @param specifier package name, or a path that starts with `.` or `/`: a module, or a folder with a package.json
 * @param from file or folder to resolve from
 * @throws EvospiceError `PLUGIN_MISSING`, `PLUGIN_LOAD` (its module threw), `PLUGIN_SHAPE` (no plugin in its default export)
 */
export async function loadPlugin(specifier: string, from: string): Promise<LoadedPlugin> {
  const base = existsSync(from) && statSync(from).isDirectory() ? from : dirname(from);
  const location = isAbsolute(specifier) || specifier.startsWith('.') ? fileOfPath(resolve(base, specifier), specifier) : fileOfPackage(specifier, base);
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(location).href)) as { default?: unknown };
  } catch (cause) {
    throw new EvospiceError('PLUGIN_LOAD', `plugin "${specifier}" could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, {
      received: specifier,
      expected: 'a module that can be imported',
      remedy: 'run the module alone with node to see where it fails; its own dependencies must be installed beside it',
      file: location,
      cause,
    });
  }
  const parsed = pluginSchema.safeParse(module.default);
  if (!parsed.success) {
    const problems = problemsOf(parsed.error, module.default, pluginSchema);
    throw new EvospiceError('PLUGIN_SHAPE', `"${specifier}" is not an Evospice plugin: ${problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`, {
      received: module.default === undefined ? 'no default export' : problems.map(({ path, found }) => `${path}: ${found}`).join('; '),
      expected: 'a default export made with definePlugin({ name, version, contract, contributions })',
      remedy: 'see docs/plugins/README.md',
      file: location,
    });
  }
  return { plugin: module.default as Plugin, location };
}

/**
 * What belongs to a plugin's code: the folder of its package where the file is the entry of that, else the file alone.
 * @param location file the plugin was imported from
 */
export function pluginRoot(location: string): string {
  const manifest = manifestAbove(dirname(location));
  if (manifest === undefined) return location;
  try {
    return entryOf(manifest, location) === location ? dirname(manifest) : location;
  } catch (error) {
    // The package around the file has no entry, so the file is not it.
    if (!EvospiceError.is(error, 'PLUGIN_MISSING')) throw error;
    return location;
  }
}

function manifestAbove(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) return manifest;
  return dirname(folder) === folder ? undefined : manifestAbove(dirname(folder));
}

function fileOfPath(path: string, specifier: string): string {
  if (!existsSync(path)) throw missing(specifier, `no such file or folder: ${path}`);
  if (!statSync(path).isDirectory()) return path;
  const manifest = join(path, 'package.json');
  if (!existsSync(manifest)) throw missing(specifier, `the folder ${path} has no package.json`);
  return entryOf(manifest, specifier);
}

function fileOfPackage(name: string, base: string): string {
  let manifest: string | undefined;
  try {
    manifest = findPackageJSON(name, pathToFileURL(join(base, 'evospice.config')));
  } catch (cause) {
    throw missing(name, `no package "${name}" is installed where ${base} would find it`, cause);
  }
  if (manifest === undefined) throw missing(name, `no package "${name}" is installed where ${base} would find it`);
  return entryOf(manifest, name);
}

/** Entry module of a package: `exports["."]` (string, or its `default`/`import`/`node` condition), then `main`, then index.js. */
function entryOf(manifest: string, specifier: string): string {
  const { exports, main } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports?: unknown; main?: string };
  const entry = targetOf(exports) ?? main ?? 'index.js';
  const file = join(dirname(manifest), entry);
  if (!existsSync(file)) throw missing(specifier, `${manifest} names ${entry}, which is not there`);
  return file;
}

function targetOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const map = exports as Record<string, unknown>;
  if ('.' in map) return targetOf(map['.']);
  return ['node', 'import', 'default'].map((condition) => targetOf(map[condition])).find((target) => target !== undefined);
}

function missing(specifier: string, why: string, cause?: unknown): EvospiceError {
  return new EvospiceError('PLUGIN_MISSING', `plugin "${specifier}" was not found: ${why}`, {
    received: specifier,
    expected: 'the name of an installed package, or a path beginning with ./ or /',
    remedy: 'install it beside the configuration file, or correct the entry under "plugins"',
    ...(cause === undefined ? {} : { cause }),
  });
}

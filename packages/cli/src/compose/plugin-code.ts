import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExtensionPointName, ExtensionRegistry, Json, RegisteredContribution, ResolvedSelection } from '@evospice/contracts';
import { choicesWithin, pluginRoot, type Kernel } from '@evospice/kernel';
import { codeHash, type Conditions } from '@evospice/runs';

/** Hashes of plugins' code by where it lies, each computed once per process. */
const hashes = new Map<string, Promise<string>>();

/**
 * A choice of an implementation as it decides over a run: its name with every option, and the plugin that brings it with its version and a
 * hash of its code; the same of every choice inside its options, at any depth, under `within`.
 */
export async function choiceCondition({ registry }: Kernel, point: ExtensionPointName, selection: ResolvedSelection): Promise<Json> {
  const { name, options } = selection;
  const within = await codeWithin(registry, point, selection);
  return { name, options: options as Json, ...(await versionOf(registry.find(point, name))), ...(Object.keys(within).length === 0 ? {} : { within }) };
}

async function codeWithin(registry: ExtensionRegistry, point: ExtensionPointName, selection: ResolvedSelection): Promise<Record<string, Json>> {
  const found: Record<string, Json> = {};
  for (const choice of choicesWithin(registry, point, selection)) {
    found[`${choice.point} ${choice.name}`] = await versionOf(registry.find(choice.point, choice.name));
    Object.assign(found, await codeWithin(registry, choice.point, choice));
  }
  return found;
}

/** The same of several choices, by what a reader would call them. */
export async function choiceConditions(kernel: Kernel, choices: Readonly<Record<string, readonly [ExtensionPointName, ResolvedSelection]>>): Promise<Conditions> {
  const entries = await Promise.all(Object.entries(choices).map(async ([what, [point, selection]]) => [what, await choiceCondition(kernel, point, selection)] as const));
  return Object.fromEntries(entries);
}

/** Where a search begins, as it decides over a run: with what finds the minimum of the compact model; nothing for the start card. */
export async function startCondition(kernel: Kernel, start: 'model' | undefined): Promise<Conditions> {
  if (start === undefined) return {};
  return { start: { from: start, ...((await choiceCondition(kernel, 'Optimizer', kernel.registry.resolve('Optimizer', 'lm'))) as object) } };
}

/** Points whose implementations show a run, store it or spread it, but do not decide what comes of it; or whose choice may change. */
const undecisive: ReadonlySet<string> = new Set(['Reporter', 'Executor', 'RunStore', 'RunKind', 'Command', 'Proposer', 'LanguageModel', 'EmbeddingModel', 'ParentSelector']);

/**
 * Plugins that were loaded besides the built-in ones, as what they bring may be chosen at any depth of an option.
 * @param apart points whose implementations are compared one by one: a plugin with nothing else is left out
 */
export async function pluginConditions({ registry, loaded }: Kernel, apart: readonly string[] = []): Promise<Conditions> {
  const deciding = registry.list().filter(({ location, contribution: { point } }) => loaded.includes(location) && !undecisive.has(point) && !apart.includes(point));
  const plugins = new Map(deciding.map((entry) => [entry.plugin.name, entry]));
  const entries = await Promise.all([...plugins].map(async ([name, entry]) => [`plugin ${name}`, await versionOf(entry)] as const));
  return Object.fromEntries(entries);
}

/** Packages that an extraction runs through, whatever was chosen, each with the package that depends on it. */
const core: Readonly<Record<string, string>> = {
  '@evospice/extraction': '@evospice/cli',
  ...Object.fromEntries(['device', 'testbench', 'toolbox', 'compact-models'].map((name) => [`@evospice/${name}`, '@evospice/extraction'])),
  '@evospice/readers': '@evospice/device',
  '@evospice/optimizer-kit': '@evospice/plugin-optimizers-least-squares',
};

/** Hashes of their code. */
export async function coreCondition(): Promise<Record<string, string>> {
  const entries = await Promise.all(Object.entries(core).map(async ([name, dependent]) => {
    const from = findPackageJSON(dependent, import.meta.url);
    const manifest = from === undefined ? undefined : findPackageJSON(name, pathToFileURL(from));
    return [name, manifest === undefined ? 'absent' : await hashAt(codeFolder(manifest))] as const;
  }));
  return Object.fromEntries(entries);
}

async function versionOf(entry: RegisteredContribution): Promise<Record<string, Json>> {
  const { plugin } = entry;
  return { plugin: `${plugin.name} ${plugin.version}`, code: await codeOf(entry) };
}

function codeOf({ plugin, location }: RegisteredContribution): Promise<string> {
  return hashAt(builtInRoot(plugin.name, location) ?? pluginRoot(location));
}

function hashAt(root: string): Promise<string> {
  const known = hashes.get(root) ?? codeHash(root);
  hashes.set(root, known);
  return known;
}

/** Of a built-in plugin, its package as built, or as source where it runs from that. */
function builtInRoot(name: string, location: string): string | undefined {
  const manifest = existsSync(location) ? undefined : findPackageJSON(name, import.meta.url);
  return manifest === undefined ? undefined : codeFolder(manifest);
}

function codeFolder(manifest: string): string {
  return join(dirname(manifest), import.meta.url.endsWith('.ts') ? 'src' : 'dist');
}

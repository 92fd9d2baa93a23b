import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import type { BuildOptions } from 'esbuild';
import { keepBundle, keptBundle } from './kept-bundle.ts';
import type { GuestSearch } from './searches.ts';

const bundles = new Map<string, Promise<string>>();

/**
 * The guest's runtime with the toolbox and optimizers as one script that binds `evospiceGuest`. Made once per list of
 * optimizers, and again where something it is made from has changed.
 * @throws EvospiceError `SANDBOX_BUNDLE`.
 */
export function bundleGuest(searches: readonly GuestSearch[]): Promise<string> {
  const entry = entryOf(searches);
  const bundle = bundles.get(entry) ?? makeBundle(entry);
  bundles.set(entry, bundle);
  return bundle;
}

const fromSource = import.meta.url.endsWith('.ts');
const folder = fileURLToPath(new URL('.', import.meta.url));
/** What the bundler calls the module that is not a file. */
const entryName = 'guest.js';

/** A module that hands the optimizers to the runtime. */
function entryOf(searches: readonly GuestSearch[]): string {
  const modules = [...new Set(searches.map(({ module }) => module))];
  const imports = modules.map((module, index) => `import { searches as searches${index} } from ${JSON.stringify(fileURLToPath(module))};`);
  const entries = searches.map(({ name, module, options }) =>
    `${JSON.stringify(name)}: { search: searches${modules.indexOf(module)}[${JSON.stringify(name)}], options: ${JSON.stringify(options)} },`);
  return [
    `import { createGuest as create } from ${JSON.stringify(fromSource ? './guest-entry.ts' : './guest-entry.js')};`,
    ...imports, 'const searches = {', ...entries, '};', 'export const createGuest = (send) => create(send, searches);',
  ].join('\n');
}

const settings = {
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'evospiceGuest',
  // The isolate has neither Node's modules nor a browser's.
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: fromSource ? ['@evospice/source', 'module'] : ['module'],
  target: 'es2024',
  minifyWhitespace: true,
  // Strict code hands no function and no `this` to whoever inspects the stack.
  banner: { js: '"use strict";' },
  legalComments: 'none',
  logLevel: 'silent',
  tsconfigRaw: {},
  // What is not used of a module without side effects falls away; what is left over is refused below.
  external: ['node:*'],
  metafile: true,
  absWorkingDir: folder,
} satisfies BuildOptions;

async function makeBundle(entry: string): Promise<string> {
  const kept = keptBundle(entry, settings);
  if (kept !== undefined) return kept;
  try {
    // Loaded where it is needed only.
    const { build } = await import('esbuild');
    const { metafile, outputFiles } = await build({ ...settings, stdin: { contents: entry, resolveDir: folder, sourcefile: entryName } });
    refuseExternal(Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)));
    const { text } = outputFiles[0]!;
    keepBundle(entry, settings, text, Object.keys(metafile.inputs).filter((path) => path !== entryName).map((path) => resolve(folder, path)));
    return text;
  } catch (error) {
    if (EvospiceError.is(error)) throw error;
    throw new EvospiceError('SANDBOX_BUNDLE', 'toolbox and optimizers could not be bundled for the sandbox', {
      expected: 'a built or source checkout, and modules of searches without Node dependencies', remedy: 'run the build', cause: error,
    });
  }
}

function refuseExternal(modules: readonly string[]): void {
  if (modules.length === 0) return;
  throw new EvospiceError('SANDBOX_BUNDLE', 'a module of searches needs modules of Node, which a sandbox does not have', {
    received: modules, expected: 'no dependency on Node', remedy: 'leave the module out of the contribution of its optimizers',
  });
}

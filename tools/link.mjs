// Writes `packages/cli/dist/linked`: the built command line with everything it imports as a few files; see packages/cli/bin/use-linked.mjs.
// Usage: node tools/link.mjs    (does nothing where it is up to date)
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { changed, linked } from '../packages/cli/bin/linked.mjs';
import { sourcesOf, workspaceOf } from './workspace.mjs';

const root = dirname(import.meta.dirname);
const cli = '@evospice/cli';
const target = join(root, 'packages', 'cli', 'dist', 'linked');

/** Finds a native program beside itself, so it stays where it is. */
const apart = /^esbuild$/u;
/** What plugins import besides the packages of the workspace. */
const shared = ['zod'];

/** Vitest calls it before tests that start the command. In a process of its own: Vitest's module runner has no `import.meta.resolve`. */
export function setup() {
  if (linked() === undefined) execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
}

/** Makes it anew where something was built or installed since. */
async function link() {
  if (linked() !== undefined) return;
  const packages = neededBy(cli);
  const inputs = Object.fromEntries(['node_modules/.pnpm/lock.yaml', ...packages.map(({ folder }) => `${folder}/dist/.tsbuildinfo`)].map((path) => [path, changed(path)]));
  const entries = [...packages.flatMap(entriesOf), ...shared.map((name) => fileURLToPath(import.meta.resolve(name)))];
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((file) => [relative(root, file).replaceAll(/[\\/]/gu, '.').replace(/\.js$/u, ''), file])),
    platform: 'node',
    // A package that imports itself stays whole; nothing is to be done about it.
    checks: { ineffectiveDynamicImport: false },
    plugins: [{
      name: 'places',
      resolveId: {
        filter: { id: apart },
        async handler(name, importer) {
          return { id: relative(target, (await this.resolve(name, importer, { skipSelf: true })).id), external: true };
        },
      },
      transform: {
        filter: { code: 'import.meta.url', id: /[\\/]dist[\\/]/u },
        // Modules find workers, programs and manifests beside themselves, so each goes on to say where it was built.
        handler: (code, id) => (id.startsWith(root) && !id.includes('node_modules')
          ? code.replaceAll('import.meta.url', `new URL(${JSON.stringify(relative(target, id))}, import.meta.url).href`)
          : undefined),
      },
    }],
  });
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  // All that every command loads is one file: the fewer files, the faster. What is imported where it is needed only, such as the compact
  // models, stays apart: half of all the code.
  const always = new Set();
  const inProduct = (id, bundled) => {
    if (always.size === 0) addImported(join(root, 'packages', 'cli', 'dist', 'main.js'), bundled, always);
    return always.has(id) ? 'product' : null;
  };
  const { output } = await bundle.write({ dir: fresh, entryFileNames: '[name].js', codeSplitting: { groups: [{ name: inProduct, debugName: 'product', minShareCount: 2 }] } });
  const modules = Object.fromEntries(output.flatMap((file) => (file.type === 'chunk' && file.isEntry ? [[relative(root, file.facadeModuleId), file.fileName]] : [])));
  writeFileSync(join(fresh, 'linked.json'), `${JSON.stringify({ inputs, modules }, null, 2)}\n`);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}

/** Adds a module and all that it imports by statements. */
function addImported(id, bundled, found) {
  if (found.has(id)) return;
  found.add(id);
  for (const imported of bundled.getModuleInfo(id)?.importedIds ?? []) addImported(imported, bundled, found);
}

/** A package of the workspace and all that it needs of it. */
function neededBy(name) {
  const workspace = new Map(workspaceOf(root).map((entry) => [entry.name, entry]));
  const found = new Set();
  const add = (each) => {
    if (!workspace.has(each) || found.has(each)) return;
    found.add(each);
    Object.keys(workspace.get(each).manifest.dependencies ?? {}).forEach(add);
  };
  add(name);
  return [...found].map((each) => workspace.get(each));
}

/** What is loaded by name or by URL: the entry of a package, and the modules that its jobs run in. */
function entriesOf({ folder, name }) {
  const [source, built] = ['src', 'dist'].map((part) => join(root, folder, part));
  const workers = sourcesOf(source).filter((file) => !/\.test\.ts$|[\\/]testing[\\/]/u.test(file)).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bsiblingModule\('([^']+)', import\.meta\.url\)/gu)]
      .map(([, path]) => join(built, relative(source, resolve(dirname(file), `${path}.js`))))
      // The comment that says how to call it names a module too.
      .filter((module) => existsSync(module)));
  return [join(built, name === cli ? 'main.js' : 'index.js'), ...workers];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await link();

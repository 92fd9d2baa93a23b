// Writes the lists that follow from the folders themselves, so that a new package or plugin needs its folder alone:
// references between projects, the plugins of the command line, and their place in its manifest.
// Usage: node tools/generate-lists.mjs [--check]    (--check writes nothing, and fails when a list is not as it should be)
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { sourcesOf, workspaceOf } from './workspace.mjs';

const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const workspace = workspaceOf(root);
const folderOf = new Map(workspace.map(({ name, folder }) => [name, folder]));
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const read = (file) => readFileSync(join(root, file), 'utf8');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const wanted = new Map();

// References between projects: of the workspace to all of them, of each to what its manifest says it needs.
const references = (paths) => paths.toSorted(byName).map((path) => ({ path }));
wanted.set('tsconfig.json', json({ ...JSON.parse(read('tsconfig.json')), references: references(workspace.map(({ folder }) => folder)) }));

// The command line comes with every plugin there is.
const cli = workspace.find(({ name }) => name === '@evospice/cli');
const plugins = workspace.filter(({ folder }) => folder.startsWith('plugins/'));
const dependencies = Object.fromEntries(
  [...Object.entries(cli.manifest.dependencies).filter(([name]) => !name.startsWith('@evospice/plugin-')), ...plugins.map(({ name }) => [name, 'workspace:*'])]
    .toSorted(([a], [b]) => byName(a, b)),
);
wanted.set(`${cli.folder}/package.json`, json({ ...cli.manifest, dependencies }));

for (const { folder, name, manifest } of workspace) {
  const file = `${folder}/tsconfig.json`;
  const needed = Object.keys(name === cli.name ? dependencies : (manifest.dependencies ?? {})).filter((each) => folderOf.has(each));
  wanted.set(file, json({ ...JSON.parse(read(file)), references: references(needed.map((each) => relative(folder, folderOf.get(each)))) }));
}

// Packages may hold a plugin too: an exported constant made with `definePlugin`.
const imports = [
  ...workspace.filter(({ folder }) => folder.startsWith('packages/')).flatMap(({ folder, name }) =>
    sourcesOf(join(root, folder, 'src')).flatMap((file) => {
      const constant = /^export const (\w+)(?:: Plugin)? = definePlugin\(/mu.exec(readFileSync(file, 'utf8'))?.[1];
      return constant === undefined || file.endsWith('.test.ts') ? [] : [{ name, constant, clause: `{ ${constant} }` }];
    })),
  ...plugins.map(({ folder, name }) => {
    const constant = basename(folder).replaceAll(/-(\w)/gu, (_, letter) => letter.toUpperCase());
    return { name, constant, clause: constant };
  }),
];
wanted.set(`${cli.folder}/src/compose/builtin-plugins.ts`, `// Written by tools/generate-lists.mjs.
import type { Plugin } from '@evospice/contracts';
${imports.map(({ name, clause }) => `import ${clause} from '${name}';`).join('\n')}

/** Everything that is there without being asked for. */
export const builtinPlugins: readonly Plugin[] = [
${imports.map(({ constant }) => `  ${constant},`).join('\n')}
];
`);

const stale = [...wanted].filter(([file, text]) => read(file) !== text);
if (!check) for (const [file, text] of stale) writeFileSync(join(root, file), text);
if (stale.length > 0) console.error(`${check ? 'not up to date' : 'written'}: ${stale.map(([file]) => file).join(', ')}`);
if (check && stale.length > 0) {
  console.error('what to do: node tools/generate-lists.mjs, then install');
  process.exitCode = 1;
}

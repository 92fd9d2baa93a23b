// Checks the boundaries between packages and plugins, from the imports themselves and from the manifests.
// Usage: node tools/check-workspace.mjs [FOLDER]    (the folder holds packages/ and plugins/; default: this workspace)
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';
import { floors } from './floors.mjs';

const root = resolve(process.argv[2] ?? '.');
const folders = ['packages', 'plugins'].filter((name) => existsSync(join(root, name)));
const { forbidden, options } = configuration;
const tsConfig = { fileName: resolve('tsconfig.base.json') };
const { output } = await cruise(folders, { ...options, tsConfig, baseDir: root, ruleSet: { forbidden }, validate: true });

const problems = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
if (output.summary.totalCruised === 0) problems.push('no module was read: the check itself is broken');

const floorOf = new Map(floors.flatMap((names, floor) => names.map((name) => [`@evospice/${name}`, floor])));
for (const folder of folders) {
  for (const name of readdirSync(join(root, folder))) {
    const file = join(root, folder, name, 'package.json');
    if (!existsSync(file)) continue;
    const { name: own, dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    const floor = floorOf.get(own);
    if (folder === 'packages' && floor === undefined) problems.push(`floor-missing: ${own} is on no floor; add it to tools/floors.mjs`);
    for (const dependency of Object.keys(dependencies).filter((entry) => entry.startsWith('@evospice/'))) {
      const below = floorOf.get(dependency);
      if (folder === 'plugins' && below === undefined) problems.push(`manifest: ${own} depends on ${dependency}, another plugin`);
      if (folder === 'packages' && below !== undefined && below >= floor) problems.push(`manifest: ${own} depends on ${dependency}, which is not below it`);
    }
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`\n${problems.length} boundary problem(s) in ${output.summary.totalCruised} modules`);
  process.exit(1);
}
console.log(`boundaries hold: ${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised} imports`);

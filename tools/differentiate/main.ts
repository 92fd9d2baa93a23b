// Writes generated.ts beside every equations.ts of packages/compact-models/src/families and, for its tests, src/testing; and beside it
// generated-text.ts, which is the same as text.
// Usage: node tools/differentiate/main.ts [--check] [FAMILY …]    (--check writes nothing, and fails when a file is not as it should be)
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { generate } from './family.ts';
import { Modules } from './modules.ts';
import { textModule } from './script.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folders = ['families', 'testing'].map((each) => join(root, 'packages', 'compact-models', 'src', each));
const check = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'));
let stale = 0;
for (const family of folders.flatMap((folder) => readdirSync(folder).toSorted().map((name) => join(folder, name)))) {
  const equations = join(family, 'equations.ts');
  if (!existsSync(equations) || (wanted.length > 0 && !wanted.includes(basename(family)))) continue;
  const file = join(family, 'generated.ts');
  const text = generate(new Modules(), equations);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const short = join(family, 'generated-text.ts');
  if (text === before && existsSync(short)) continue;
  if (check) {
    console.error(`${relative(root, file)} is not what tools/differentiate writes: run npm run differentiate`);
    stale++;
  } else {
    writeFileSync(file, text);
    writeFileSync(short, await textModule(file));
    console.log(`${relative(root, file)}: ${(text.length / 1024).toFixed(0)} kB`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;

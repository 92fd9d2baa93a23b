// Writes generated.ts beside every equations.ts of packages/compact-models/src/families and, for its tests, src/testing.
// Usage: node tools/differentiate/main.ts [--check | --print] [FAMILY …]
//   --check writes nothing, and fails when a file is not as it should be; --print shows the derivatives as a reader would want them
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { generate } from './family.ts';
import { generatedModule } from './generated-module.ts';
import { Modules } from './modules.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folders = ['families', 'testing'].map((each) => join(root, 'packages', 'compact-models', 'src', each));
const [check, print] = ['--check', '--print'].map((each) => process.argv.includes(each));
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'));
let stale = 0;
for (const family of folders.flatMap((folder) => readdirSync(folder).toSorted().map((name) => join(folder, name)))) {
  const equations = join(family, 'equations.ts');
  if (!existsSync(equations) || (wanted.length > 0 && !wanted.includes(basename(family)))) continue;
  const derivatives = generate(new Modules(), equations);
  if (print) {
    console.log(derivatives);
    continue;
  }
  const file = join(family, 'generated.ts');
  const text = await generatedModule(derivatives);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) {
    console.error(`${relative(root, file)} is not what tools/differentiate writes: run npm run differentiate`);
    stale++;
  } else {
    writeFileSync(file, text);
    console.log(`${relative(root, file)}: ${(text.length / 1024).toFixed(0)} kB`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;

// Writes packages/compact-models/src/families/*/generated.ts from equations.ts beside it.
// Usage: node tools/differentiate/main.ts [--check] [FAMILY …]    (--check writes nothing, and fails when a file is not as it should be)
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { generate } from './family.ts';
import { Modules } from './modules.ts';

const root = resolve(import.meta.dirname, '..', '..');
const families = join(root, 'packages', 'compact-models', 'src', 'families');
const check = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'));
let stale = 0;
for (const family of wanted.length > 0 ? wanted : readdirSync(families).toSorted()) {
  const equations = join(families, family, 'equations.ts');
  if (!existsSync(equations)) continue;
  const file = join(families, family, 'generated.ts');
  const text = generate(new Modules(), equations);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (text === before) continue;
  if (check) {
    console.error(`${relative(root, file)} is not what tools/differentiate writes: run npm run differentiate`);
    stale++;
  } else {
    writeFileSync(file, text);
    console.log(`${relative(root, file)}: ${(text.length / 1024).toFixed(0)} kB`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;

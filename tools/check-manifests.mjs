// Checks that every manifest says what its sources import, and nothing else.
// Usage: node tools/check-manifests.mjs [FOLDER]    (the folder holds packages/ and plugins/; default: this workspace)
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { sourcesOf, workspaceOf } from './workspace.mjs';

const root = resolve(process.argv[2] ?? resolve(import.meta.dirname, '..'));
const problems = [];
const workspace = workspaceOf(root);
// Programs that tests write as text import what is not there; what no manifest names is the compiler's business.
const known = new Set(workspace.flatMap(({ name, manifest }) => [name, ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })]));

for (const { folder, name, manifest: { dependencies = {}, devDependencies = {}, optionalDependencies = {}, peerDependencies = {} } } of workspace) {
  const run = { ...dependencies, ...optionalDependencies, ...peerDependencies };
  const inProduct = new Set();
  const inTests = new Set();
  for (const file of sourcesOf(join(root, folder))) {
    const used = /\.test\.ts$|[\\/]testing[\\/]/u.test(file) ? inTests : inProduct;
    for (const imported of importsOf(readFileSync(file, 'utf8'))) used.add(imported);
  }
  inProduct.delete(name);
  inTests.delete(name);
  for (const one of inProduct) if (known.has(one) && !(one in run)) problems.push(`${folder}: imports ${one}, which is not among its dependencies`);
  for (const one of inTests) if (known.has(one) && !(one in run) && !(one in devDependencies)) problems.push(`${folder}: a test imports ${one}, which is not among its dependencies`);
  for (const one of Object.keys(run)) {
    if (!inProduct.has(one)) problems.push(`${folder}: does not import its dependency ${one}${inTests.has(one) ? ', but a test does: it belongs under devDependencies' : ''}`);
  }
  // Every package has a test runner, also one that has no test of its own yet.
  for (const one of Object.keys(devDependencies)) {
    if (one !== 'vitest' && !one.startsWith('@types/') && !inTests.has(one)) problems.push(`${folder}: no test imports ${one} of devDependencies`);
  }
}

/** Names of the packages that a text imports, statically, dynamically or by resolving. */
function importsOf(text) {
  const statements = [
    ...text.matchAll(/^import ['"]([^'"]+)['"]/gmu),
    ...text.matchAll(/^(?:import|export|\}).*\bfrom ['"]([^'"]+)['"]/gmu),
    ...text.matchAll(/\b(?:import|require|require\.resolve|import\.meta\.resolve|\.resolve)\(\s*['"]([^'"]+)['"]/gu),
  ];
  return statements
    .map(([, specifier]) => specifier)
    .filter((specifier) => /^(?:@[\w-]+\/)?[a-z]/u.test(specifier) && !specifier.includes(':') && !isBuiltin(specifier) && !specifier.startsWith('/'))
    .map((specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/'));
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`\n${problems.length} problem(s) in manifests`);
  process.exit(1);
}
console.log('manifests say what is imported');

// The packages and plugins of this workspace, by what is in their folders.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every package and plugin of the folder `root`, sorted by folder: `{ folder, name, manifest }`. */
export function workspaceOf(root) {
  return ['packages', 'plugins']
    .filter((kind) => existsSync(join(root, kind)))
    .flatMap((kind) => readdirSync(join(root, kind)).toSorted().map((name) => `${kind}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      return { folder, name: manifest.name, manifest };
    });
}

const skipped = new Set(['node_modules', 'dist', 'fixtures']);

/** Source files below a folder, as paths; what is built or installed is left out. */
export function sourcesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesOf(path);
      return /\.m?[jt]s$/u.test(entry.name) ? [path] : [];
    })
    .toSorted();
}

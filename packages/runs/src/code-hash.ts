import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Not code of the package itself. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git', 'coverage']);

/**
 * Hash of code as it lies on the disk: of one file, or of all files of a folder but what it depends on, type declarations, source
 * maps and build records. Names enter as paths inside the folder, so that a copy elsewhere has the same hash.
 * @returns SHA-256, 64 hexadecimal digits
 */
export async function codeHash(path: string): Promise<string> {
  const files = (await stat(path)).isDirectory() ? await filesBelow(path) : [path];
  const hash = createHash('sha256');
  for (const file of files) {
    const content = createHash('sha256').update(await readFile(file)).digest('hex');
    hash.update(`${relative(path, file).split(sep).join('/')} ${content}\n`);
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !passedOver.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !/\.(d\.ts|map|tsbuildinfo)$/u.test(entry.name) ? [path] : [];
  }));
  return nested.flat();
}

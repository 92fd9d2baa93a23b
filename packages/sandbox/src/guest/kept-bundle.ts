import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside what is installed for this package: as safe as its code, and no part of it. */
const ownFolder = fileURLToPath(new URL('../../node_modules/.cache/guests/', import.meta.url));

/** Bundles kept at most, each some megabytes. */
const mostKept = 8;

/**
 * A bundle that an earlier process made of the same entry, where nothing that it was made from has changed since.
 * @param entry text of the module that was bundled
 * @param options everything else that decides what the bundle is
 */
export function keptBundle(entry: string, options: unknown, folder = ownFolder): string | undefined {
  try {
    const text = readFileSync(join(folder, nameOf(entry, options)), 'utf8');
    const end = text.indexOf('\n');
    const inputs = JSON.parse(text.slice(0, end)) as Record<string, string>;
    return Object.entries(inputs).every(([path, state]) => stateOf(path) === state) ? text.slice(end + 1) : undefined;
  } catch {
    return undefined; // Absent, or cut short: it is made again.
  }
}

/**
 * Keeps a bundle for later processes, where the disk allows it.
 * @param inputs absolute paths of all that it was made from
 */
export function keepBundle(entry: string, options: unknown, bundle: string, inputs: readonly string[], folder = ownFolder): void {
  const name = nameOf(entry, options);
  const unfinished = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return; // A folder that cannot be written to costs time only.
  }
  try {
    writeFileSync(unfinished, `${JSON.stringify(Object.fromEntries(inputs.map((path) => [path, stateOf(path)])))}\n${bundle}`);
    renameSync(unfinished, join(folder, name));
    const others = readdirSync(folder).filter((other) => other !== name).map((other) => ({ other, time: statSync(join(folder, other)).mtimeMs }));
    for (const { other } of others.sort((a, b) => b.time - a.time).slice(mostKept - 1)) rmSync(join(folder, other), { force: true });
  } catch {
    rmSync(unfinished, { force: true }); // A full disk: the same.
  }
}

function nameOf(entry: string, options: unknown): string {
  return createHash('sha256').update(JSON.stringify([entry, options])).digest('hex').slice(0, 32);
}

/** @throws Error for a file that is not there. */
function stateOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
}

import { existsSync, readFileSync, statSync } from 'node:fs';

const workspace = new URL('../../../', import.meta.url);

/** Where `tools/link.mjs` writes the product as a few files. */
export const folder = new URL('../dist/linked/', import.meta.url);

/** URL of a module or folder, by its path in the workspace. */
export const placeOf = (path) => new URL(path, workspace);

/** When a file of the workspace was changed, ms; 0 where it is not there. */
export const changed = (path) => statSync(placeOf(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * What `dist/linked` holds, by paths in the workspace.
 * @typedef {object} Linked
 * @property {Record<string, number>} inputs when what it was made from was changed, ms
 * @property {Record<string, string>} modules name of the file that has the exports of a module
 */

/** @returns {Linked | undefined} nothing where it was not made, or was made from something else than is there now */
export function linked() {
  const list = new URL('linked.json', folder);
  if (!existsSync(list)) return undefined;
  /** @type {Linked} */
  const found = JSON.parse(readFileSync(list, 'utf8'));
  return Object.entries(found.inputs).every(([path, time]) => changed(path) === time) ? found : undefined;
}

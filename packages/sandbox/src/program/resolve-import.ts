import { posix } from 'node:path';
import type { ProgramText } from '@evospice/contracts';

/** True for a file that can be a module of a program. */
export function isModule(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

/**
 * The file of a program that an import means: a relative path to it, with its ending, without it, or with `.js` for `.ts`.
 * @returns undefined for anything else, packages and files outside included
 */
export function resolveImport({ files }: ProgramText, from: string, specifier: string): string | undefined {
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, `${path}.ts`, `${path}.js`, path.replace(/\.js$/, '.ts')].find((file) => Object.hasOwn(files, file) && isModule(file));
}

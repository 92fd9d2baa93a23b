import { EvospiceError, type ProgramText } from '@evospice/contracts';

/** Most files of a program. */
export const mostFiles = 64;
/** Longest path, in characters. */
const longestPath = 200;
/** Longest file, in characters: champions are a hundred times shorter. */
export const largestSource = 128 * 1024;
/** Longest program over all its files, in characters. */
export const largestProgram = 512 * 1024;

/** Letters, digits, `_`, `-` and `.`; no part begins with a dot, so that `..` and hidden files are out. */
const pathPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * Checks entry, paths and sizes, so that the files can be written below any folder and held in memory.
 * @throws EvospiceError `PROGRAM_FILES` when the entry is missing, a path is absolute, leaves the folder or has other characters than
 *   letters, digits, `.`, `_`, `-` and `/`, two paths differ only in case or one is a folder of another, or there is too much of anything
 */
export function checkFiles({ entry, files }: ProgramText): void {
  const paths = Object.keys(files);
  if (!Object.hasOwn(files, entry)) refuse(`the entry "${entry}" is not among the files`, entry, `one of ${paths.join(', ') || 'the files'}`);
  if (paths.length > mostFiles) refuse(`the program has ${paths.length} files`, paths.length, `at most ${mostFiles} files`);
  for (const path of paths) checkPath(path);
  refuseClashes(paths);
  let total = 0;
  for (const path of paths) {
    const { length } = files[path] ?? '';
    total += length;
    if (length > largestSource) refuse(`${path} has ${length} characters`, length, `at most ${largestSource} characters in a file`);
  }
  if (total > largestProgram) refuse(`the program has ${total} characters`, total, `at most ${largestProgram} characters in all files`);
}

function checkPath(path: string): void {
  if (path.length > longestPath) refuse(`a path has ${path.length} characters`, path.slice(0, longestPath), `at most ${longestPath} characters`);
  if (!pathPattern.test(path) || path === '__proto__') {
    refuse(`the path ${JSON.stringify(path)} cannot be used`, path, 'a relative path such as lib/steps.ts of letters, digits, ".", "_", "-" and "/"');
  }
}

function refuseClashes(paths: readonly string[]): void {
  const folded = new Set<string>();
  for (const path of paths) {
    const name = path.toLowerCase();
    if (folded.has(name)) refuse(`two paths differ only in case: ${path}`, path, 'paths that differ on every file system');
    folded.add(name);
  }
  for (const path of folded) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      if (folded.has(folder)) refuse(`${folder} is a file and a folder`, path, 'files that can lie in one folder');
    }
  }
}

function refuse(message: string, received: unknown, expected: string): never {
  throw new EvospiceError('PROGRAM_FILES', message, { received, expected, remedy: 'correct the files of the program' });
}

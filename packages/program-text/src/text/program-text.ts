import type { ProgramText } from '@evospice/contracts';

/** A program of one file. @param entry path of the file, whose ending says what language it is */
export function singleFile(source: string, entry = 'program.ts'): ProgramText {
  return { entry, files: { [entry]: source } };
}

/** Text of the entry file. */
export function mainSource({ entry, files }: ProgramText): string {
  return files[entry] ?? '';
}

/** Paths of all files: the entry first, the others in alphabetical order. */
export function filePaths({ entry, files }: ProgramText): readonly string[] {
  return [entry, ...Object.keys(files).filter((path) => path !== entry).sort()];
}

/** The text of all files, for readers: that of the only file as it is, or each file below a line with its path. */
export function allSource(program: ProgramText): string {
  const paths = filePaths(program);
  if (paths.length === 1) return mainSource(program);
  return paths.map((path) => `==> ${path} <==\n${program.files[path] ?? ''}`).join('\n');
}

/** True when both have the same entry and the same files, letter for letter. */
export function sameText(one: ProgramText, other: ProgramText): boolean {
  const paths = Object.keys(one.files);
  return one.entry === other.entry && paths.length === Object.keys(other.files).length && paths.every((path) => one.files[path] === other.files[path]);
}

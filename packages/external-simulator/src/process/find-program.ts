import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * Full path of a command, as the shell would find it; undefined when there is none.
 * @param path the folders to look in, as PATH has them
 */
export function findProgram(command: string, path: string = process.env['PATH'] ?? ''): string | undefined {
  const candidates = command.includes('/')
    ? [resolve(command)]
    : path.split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, command));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return statSync(candidate).isFile();
    } catch {
      return false;
    }
  });
}

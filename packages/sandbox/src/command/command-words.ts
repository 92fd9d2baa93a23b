import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

/** A command with absolute paths, and the files of ours that it needs. */
export interface CommandWords {
  readonly words: readonly string[];
  /** Files beside the configuration that it names. */
  readonly files: readonly string[];
}

/**
 * Words that begin with `./` or `../` are files beside the configuration.
 * @throws EvospiceError `CONFIG_COMMAND` when there is no such file
 */
export function commandWords(command: readonly string[], base: string): CommandWords {
  const words = command.map((word) => (/^\.\.?\//.test(word) ? resolve(base, word) : word));
  const files = words.filter((word, index) => word !== command[index]);
  const missing = files.find((file) => !existsSync(file));
  if (missing === undefined) return { words, files };
  throw new EvospiceError('CONFIG_COMMAND', `the command ${command.join(' ')} names a file that is not there`, {
    received: missing, expected: 'a file relative to the configuration', remedy: 'check the path',
  });
}

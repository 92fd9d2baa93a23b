import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { checkFiles, sameText } from '@evospice/program-text';
import type { CommandProposerOptions } from './options.ts';
import { matchingFiles, textAt } from './safe-files.ts';

/** A child as an agent left it. */
export interface Taken extends ProgramText {
  /** Files that are new, changed or gone. */
  readonly changed: number;
}

/**
 * Takes the program out of an agent's folder: the files of its parent as they are now, and new ones as the options say. Whether it keeps to the evolve blocks is for the cascade to say.
 * @throws EvospiceError `PROPOSAL_FAILED` when nothing was changed, the entry is gone, or a file cannot be taken
 */
export async function takeChild(folder: string, parent: ProgramText, { take, limits }: Pick<CommandProposerOptions, 'take' | 'limits'>): Promise<Taken> {
  const paths = [...new Set([...Object.keys(parent.files), ...await matchingFiles(folder, take)])];
  const files: Record<string, string> = {};
  for (const path of paths) {
    const text = await textAt(folder, path, limits.fileBytes);
    if (text !== undefined) files[path] = text;
  }
  const count = Object.keys(files).length;
  if (count > limits.files) throw new EvospiceError('PROPOSAL_FAILED', `the agent left ${count} files of the program`, { received: count, expected: `at most ${limits.files} (limits.files)` });
  if (files[parent.entry] === undefined) throw new EvospiceError('PROPOSAL_FAILED', `the agent removed ${parent.entry}, the entry of the program`, { expected: 'a changed program with the same entry' });
  const child = { entry: parent.entry, files };
  if (sameText(child, parent)) throw new EvospiceError('PROPOSAL_FAILED', 'the agent changed nothing', { expected: 'a changed program', remedy: 'see what it said in `evospice export RUN`, or give it more time' });
  checkedFiles(child);
  return { ...child, changed: paths.filter((path) => files[path] !== parent.files[path]).length };
}

function checkedFiles(child: ProgramText): void {
  try {
    checkFiles(child);
  } catch (cause) {
    if (!EvospiceError.is(cause)) throw cause;
    throw new EvospiceError('PROPOSAL_FAILED', `what the agent left cannot be taken: ${cause.message}`, { cause });
  }
}

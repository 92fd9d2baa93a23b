import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EvospiceError, type EvaluatedProgram, type ProgramText } from '@evospice/contracts';
import { homeFolder, inspirationFolder, promptFile, usageFile } from './names.ts';

export interface WorkMaterial {
  readonly parent: ProgramText;
  readonly prompt: string;
  readonly inspirations: readonly EvaluatedProgram[];
}

/**
 * A folder with what an agent works on, for the time of its work; removed after it, whatever comes of it.
 * @throws EvospiceError `PROPOSAL_FAILED` for a program with a file of a name that is taken here
 */
export async function inWorkFolder<T>({ parent, prompt, inspirations }: WorkMaterial, work: (folder: string) => Promise<T>): Promise<T> {
  const taken = Object.keys(parent.files).find((path) => [promptFile, usageFile, inspirationFolder, homeFolder].includes(path.split('/')[0]!));
  if (taken !== undefined) throw new EvospiceError('PROPOSAL_FAILED', `the program has a file ${taken}, where agents find other things`, { received: taken });
  const folder = await mkdtemp(join(tmpdir(), 'evospice-agent-'));
  try {
    await mkdir(join(folder, homeFolder));
    await writeAll(folder, parent.files);
    for (const { program } of inspirations) await writeAll(join(folder, inspirationFolder, program.id), program.files);
    await writeFile(join(folder, promptFile), prompt);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function writeAll(folder: string, files: ProgramText['files']): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

import { dirname, resolve } from 'node:path';
import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { readRun } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import type { EvolutionConfiguration } from './evolution-configuration.ts';
import { withEvolution } from './stored-evolution.ts';

/**
 * The best elites of other runs, run by run, the best first.
 * @param file configuration file, from whose folder paths are looked up
 * @throws EvospiceError `CONFIG_PROGRAM` for a run without elites; what opening a stored run throws
 */
export async function warmStartPrograms(kernel: Kernel, { warmStart, store }: EvolutionConfiguration, file: string): Promise<readonly ProgramText[]> {
  const seeds: ProgramText[] = [];
  for (const { run, top } of warmStart) {
    const folder = resolve(dirname(file), run);
    const { elites, programs } = await withEvolution(kernel, { folder, store }, ({ log }) => readRun(log));
    if (elites.length === 0) {
      throw new EvospiceError('CONFIG_PROGRAM', `warmStart: the run in ${folder} has no elites`, { file, received: run, expected: 'an evolution in which a program was judged' });
    }
    for (const { id } of elites.toSorted((a, b) => b.objective - a.objective).slice(0, top)) {
      const program = programs.get(id)?.program;
      if (program !== undefined) seeds.push({ entry: program.entry, files: program.files });
    }
  }
  return seeds;
}

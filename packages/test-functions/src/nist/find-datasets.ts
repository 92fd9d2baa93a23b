import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDataset } from './parse-dataset.ts';
import { regressionProblem, type RegressionProblem } from './regression-problem.ts';

export interface FoundDatasets {
  /** Folder the files lie in; null when none was found. */
  readonly location: string | null;
  /** Folders looked at, in order. */
  readonly searched: readonly string[];
  /** Sorted by name. */
  readonly problems: readonly RegressionProblem[];
}

/** `packages/test-functions/src/nist` and its like in `dist` lie four folders below the workspace. */
const workspace = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/**
 * Looks for the files of the NIST StRD nonlinear regression archive (`*.dat`) on this machine: in the folder that the
 * environment variable `EVOSPICE_NIST` names, else in `../shared/data/nist-strd` beside the workspace or the working folder.
 * @throws EvospiceError `DATASET_FORMAT`, `DATASET_UNKNOWN` for a file that is there and cannot be used.
 */
export async function findDatasets(): Promise<FoundDatasets> {
  const { EVOSPICE_NIST } = process.env;
  const beside = [workspace, process.cwd()].map((root) => resolve(root, '../shared/data/nist-strd'));
  const searched = EVOSPICE_NIST === undefined || EVOSPICE_NIST === '' ? [...new Set(beside)] : [resolve(EVOSPICE_NIST)];
  for (const location of searched) {
    const names = (await readdir(location).catch(() => [])).filter((name) => name.endsWith('.dat')).sort();
    if (names.length === 0) continue;
    const texts = await Promise.all(names.map((name) => readFile(join(location, name), 'utf8')));
    return { location, searched, problems: texts.map((text) => regressionProblem(parseDataset(text))) };
  }
  return { location: null, searched, problems: [] };
}

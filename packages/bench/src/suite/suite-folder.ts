import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defined } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { stringify } from 'yaml';
import { seedList } from '../settings/bench-settings.ts';
import type { ResolvedEntry } from './bench-entries.ts';
import type { BenchSuite } from './bench-suite.ts';
import type { LocatedTask } from './bench-tasks.ts';

/** File of a benchmark's folder that holds the suite as resolved. */
export const SUITE_FILE = 'suite.yaml';

type ProgramEntry = Extract<ResolvedEntry, { kind: 'program' }>;

export interface ResolvedSuite {
  readonly suite: BenchSuite;
  readonly title: string;
  readonly entries: readonly ResolvedEntry[];
  readonly tasks: readonly LocatedTask[];
}

/** The suite with every default written out: a suite file that gives the same runs again, programs lying beside it. */
export function suiteDocument({ suite, title, entries, tasks }: ResolvedSuite): Record<string, unknown> {
  const { plugins, simulator, rules, runner, executor, store, reporters, resources, budgets, metric, workers, control, targets, limits, hiddenModels, timeLimit } = suite;
  return {
    name: title,
    ...(plugins.length === 0 ? {} : { plugins }),
    optimizers: entries.map((entry) => (entry.kind === 'optimizer'
      ? { name: entry.name, optimizer: entry.selection, ...ownOf(entry) }
      : { name: entry.name, program: programFile(entry), ...ownOf(entry) })),
    tasks: tasks.map(({ reference }) => reference),
    simulator, runner, executor, store, reporters,
    ...(rules.length === 0 ? {} : { rules }),
    ...(Object.keys(resources.licences).length === 0 ? {} : { resources: { licences: resources.licences } }),
    seeds: seedList(suite.seeds), budgets, metric,
    ...(workers === undefined ? {} : { workers }),
    ...(control === undefined ? {} : { control }),
    ...(targets === undefined ? {} : { targets }),
    limits,
    ...(hiddenModels.length === 0 ? {} : { hiddenModels }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
  };
}

/** The same as the text of a file, with where its programs come from. */
export function suiteText(resolved: ResolvedSuite): string {
  const comments = programsOf(resolved).map((entry) => `# ${entry.name}: ${entry.from}, sha256 ${entry.hash}\n`);
  return `${comments.join('')}${stringify(suiteDocument(resolved), { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

/** Names of what {@link writeSuite} writes. */
export function suiteFiles(entries: readonly ResolvedEntry[]): readonly string[] {
  return [...programsOf({ entries }).map(programFile), SUITE_FILE];
}

/** Writes `suite.yaml` and the programs it names. */
export async function writeSuite(folder: string, resolved: ResolvedSuite): Promise<string> {
  const programs = programsOf(resolved);
  if (programs.length > 0) await mkdir(join(folder, 'programs'), { recursive: true });
  for (const entry of programs) await writeFile(join(folder, programFile(entry)), mainSource(entry.program));
  const file = join(folder, SUITE_FILE);
  await writeFile(file, suiteText(resolved));
  return file;
}

const ownOf = ({ start, hiddenModels }: ResolvedEntry): object => defined({ start, hiddenModels });

function programsOf({ entries }: Pick<ResolvedSuite, 'entries'>): readonly ProgramEntry[] {
  return entries.filter((entry) => entry.kind === 'program');
}

/** Its number keeps apart names that differ in signs only. */
function programFile({ name, hash }: ProgramEntry): string {
  return `programs/${name.replaceAll(/[^\w.-]+/g, '-')}-${hash.slice(0, 8)}.ts`;
}

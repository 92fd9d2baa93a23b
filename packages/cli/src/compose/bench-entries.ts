import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readRun } from '@evospice/evolution';
import { EvospiceError, type ProgramText, type ResolvedSelection } from '@evospice/contracts';
import { type ConfigurationDocument, type Kernel } from '@evospice/kernel';
import { allSource } from '@evospice/program-text';
import { contentHash, type Conditions } from '@evospice/runs';
import { checkProgram } from '@evospice/sandbox';
import { entryName, type BenchSuite, type BenchSuiteEntry } from './bench-suite.ts';
import { choiceCondition } from './plugin-code.ts';
import { programFrom } from './programs.ts';
import { besideFile } from './tasks.ts';

/** An entry with everything that is needed to run it, as it goes to worker processes: plain data. */
export type ResolvedEntry = { readonly name: string } & (
  | { readonly kind: 'optimizer'; readonly selection: ResolvedSelection }
  | { readonly kind: 'program'; readonly program: ProgramText; readonly hash: string; /** Where it was found, for the record. */ readonly from: string }
);

/**
 * Reads every program that a suite names.
 * @throws EvospiceError `CONFIG_PROGRAM`, also for a program that does not parse, and `CONFIG_CHAMPION`, both with file and line.
 */
export async function resolveEntries(kernel: Kernel, suite: BenchSuite, document: ConfigurationDocument): Promise<readonly ResolvedEntry[]> {
  const entries: ResolvedEntry[] = [];
  for (const [index, entry] of suite.optimizers.entries()) entries.push(await resolveEntry(kernel, entry, new Place(document, index)));
  return entries;
}

/** What decides over an entry's runs: kept, to be compared when runs are added. */
export async function entryConditions(kernel: Kernel, entries: readonly ResolvedEntry[]): Promise<Conditions> {
  const conditions = await Promise.all(entries.map(async (entry) => [
    `entry ${entry.name}`, entry.kind === 'program' ? { program: entry.hash } : await choiceCondition(kernel, 'Optimizer', entry.selection),
  ] as const));
  return Object.fromEntries(conditions);
}

async function resolveEntry(kernel: Kernel, entry: BenchSuiteEntry, place: Place): Promise<ResolvedEntry> {
  const name = entryName(entry);
  if (typeof entry === 'string') return { name, kind: 'optimizer', selection: kernel.registry.resolve('Optimizer', entry) };
  if (entry.optimizer !== undefined) return { name, kind: 'optimizer', selection: entry.optimizer };
  const { program, from } = entry.program === undefined ? await championOf(kernel, String(entry.champion), place) : await programAt(entry.program, place);
  return { name, kind: 'program', program, hash: contentHash(allSource(program)), from };
}

interface FoundProgram {
  readonly program: ProgramText;
  readonly from: string;
}

async function programAt(reference: string, place: Place): Promise<FoundProgram> {
  const path = besideFile(reference, place.document.file);
  if (!existsSync(path)) throw place.error('CONFIG_PROGRAM', 'program', `there is no program ${reference}`, reference, 'a file with an optimizer as its default export');
  const { program } = await programFrom(path);
  try {
    checkProgram(program);
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    const { expected, remedy, message, line } = error;
    throw new EvospiceError('CONFIG_PROGRAM', `${place.name('program')}: ${message.replace(/^line \d+: /u, '')}`, {
      file: path, cause: error, received: error.code,
      ...(expected === undefined ? {} : { expected }), ...(remedy === undefined ? {} : { remedy }), ...(line === undefined ? {} : { line }),
    });
  }
  return { program, from: basename(path) };
}

/** The best program of a stored evolution, which stays as it is even if the evolution goes on. */
async function championOf(kernel: Kernel, reference: string, place: Place): Promise<FoundProgram> {
  const folder = besideFile(reference, place.document.file);
  const store = kernel.registry.create('RunStore', 'sqlite');
  if (!(await store.exists(folder))) throw place.error('CONFIG_CHAMPION', 'champion', `${reference} holds no run`, reference, 'the folder of an evolution');
  const log = await store.open(folder, 'read');
  try {
    const kind = await log.fact('kind');
    const champion = kind === 'evolve' ? (await readRun(log)).champion : null;
    if (champion === null) throw place.error('CONFIG_CHAMPION', 'champion', `${reference} has no champion`, kind ?? null, 'an evolution that has judged a program');
    const { id, hash, entry, files } = champion.program;
    if (Object.keys(files).length > 1) {
      throw place.error('CONFIG_CHAMPION', 'champion', `the champion of ${reference} has several files`, Object.keys(files), 'a program of one file');
    }
    return { program: { entry, files }, from: `${reference}, program ${id} (${hash.slice(0, 12)})` };
  } finally {
    await log.close();
  }
}

/** One entry's place in the suite file. */
class Place {
  readonly document: ConfigurationDocument;
  readonly #index: number;

  constructor(document: ConfigurationDocument, index: number) {
    this.document = document;
    this.#index = index;
  }

  name(key: string): string {
    return `optimizers[${this.#index}].${key}`;
  }

  error(code: string, key: string, message: string, received: unknown, expected: string): EvospiceError {
    const line = this.document.lineOf(['optimizers', this.#index, key]);
    return new EvospiceError(code, `${this.name(key)}: ${message}`, {
      file: this.document.file, received, expected, remedy: 'check the path: it is relative to the suite file', ...(line === undefined ? {} : { line }),
    });
  }
}

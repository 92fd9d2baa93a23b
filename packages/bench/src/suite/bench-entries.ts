import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { defined, EvospiceError, type ExtensionRegistry, type Program, type ProgramText, type ResolvedSelection, type RunLog } from '@evospice/contracts';
import type { ConfigurationDocument } from '@evospice/kernel';
import { besideFile } from '@evospice/device';
import { readProgram } from '@evospice/problem-kit';
import { allSource } from '@evospice/program-text';
import { contentHash } from '@evospice/runs';
import { checkProgram } from '@evospice/sandbox';
import { entryName, type BenchSuite, type BenchSuiteEntry } from './bench-suite.ts';

/** An entry with everything that is needed to run it, as it goes to worker processes: plain data. */
export type ResolvedEntry = {
  readonly name: string;
  /** Its search begins at the minimum of the compact model; at the start card when left out. */
  readonly start?: 'model';
  /** Families of compact models that it does without, besides the suite's. */
  readonly hiddenModels?: readonly string[];
} & (
  | { readonly kind: 'optimizer'; readonly selection: ResolvedSelection }
  | { readonly kind: 'program'; readonly program: ProgramText; readonly hash: string; /** Where it was found, for the record. */ readonly from: string }
);

/** What entries are made from besides the suite. */
export interface EntryServices {
  readonly registry: ExtensionRegistry;
  /** Best program of a stored evolution, if it has one. */
  readonly championOf: (log: RunLog) => Promise<Program | undefined>;
}

/**
 * Reads every program that a suite names.
 * @throws EvospiceError `CONFIG_PROGRAM`, also for a program that does not parse, and `CONFIG_CHAMPION`, both with file and line.
 */
export async function resolveEntries(services: EntryServices, suite: BenchSuite, document: ConfigurationDocument): Promise<readonly ResolvedEntry[]> {
  const entries: ResolvedEntry[] = [];
  for (const [index, entry] of suite.optimizers.entries()) entries.push(await resolveEntry(services, entry, new Place(document, index)));
  return entries;
}

async function resolveEntry(services: EntryServices, entry: BenchSuiteEntry, place: Place): Promise<ResolvedEntry> {
  const name = entryName(entry);
  if (typeof entry === 'string') return { name, kind: 'optimizer', selection: services.registry.resolve('Optimizer', entry) };
  const own = { ...(entry.hiddenModels.length === 0 ? {} : { hiddenModels: entry.hiddenModels }), ...(entry.start === 'model' ? { start: entry.start } : {}) };
  if (entry.optimizer !== undefined) return { name, ...own, kind: 'optimizer', selection: entry.optimizer };
  const { program, from } = entry.program === undefined ? await championIn(services, String(entry.champion), place) : programAt(entry.program, place);
  return { name, ...own, kind: 'program', program, hash: contentHash(allSource(program)), from };
}

interface FoundProgram {
  readonly program: ProgramText;
  readonly from: string;
}

function programAt(reference: string, place: Place): FoundProgram {
  const path = besideFile(reference, place.document.file);
  if (!existsSync(path)) throw place.error('CONFIG_PROGRAM', 'program', `there is no program ${reference}`, reference, 'a file with an optimizer as its default export');
  const program = readProgram(path, '');
  try {
    checkProgram(program);
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    const { expected, remedy, message, line } = error;
    throw new EvospiceError('CONFIG_PROGRAM', `${place.name('program')}: ${message.replace(/^line \d+: /u, '')}`, {
      file: path, cause: error, received: error.code, ...defined({ expected, remedy, line }),
    });
  }
  return { program, from: basename(path) };
}

/** The best program of a stored evolution, which stays as it is even if the evolution goes on. */
async function championIn({ registry, championOf }: EntryServices, reference: string, place: Place): Promise<FoundProgram> {
  const folder = besideFile(reference, place.document.file);
  const store = registry.create('RunStore', 'sqlite');
  if (!(await store.exists(folder))) throw place.error('CONFIG_CHAMPION', 'champion', `${reference} holds no run`, reference, 'the folder of an evolution');
  const log = await store.open(folder, 'read');
  try {
    const kind = await log.fact('kind');
    const champion = kind === 'evolve' ? await championOf(log) : undefined;
    if (champion === undefined) throw place.error('CONFIG_CHAMPION', 'champion', `${reference} has no champion`, kind ?? null, 'an evolution that has judged a program');
    const { id, hash, entry, files } = champion;
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
      file: this.document.file, received, expected, remedy: 'check the path: it is relative to the suite file', ...defined({ line }),
    });
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, defined, EvospiceError, type SimulationFailure } from '@evospice/contracts';
import { readWaveforms } from '@evospice/waveforms';
import type { Job, ResultPlace, SimulatorAdapter, WrittenRun } from '../adapter/adapter.ts';
import { runProgram } from '../process/run-program.ts';
import type { Slots } from '../process/slots.ts';
import type { WorkFolder } from '../process/work-folder.ts';
import { explain, judgeRun } from '../results/judge-run.ts';
import { takeVectors, type DeckVector } from '../results/take-vectors.ts';

/** Everything a run needs besides its jobs. */
export interface RunSetting {
  readonly adapter: SimulatorAdapter;
  readonly program: string;
  /** Arguments the user adds, in front. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Time for each candidate of a run, ms. */
  readonly deadlineMs: number;
  readonly folder: WorkFolder;
  readonly slots: Slots;
}

export type JobResult =
  | { readonly ok: true; readonly vectors: readonly DeckVector[] }
  | { readonly ok: false; readonly failure: SimulationFailure };

export interface RunReport {
  /** One a job, in order. */
  readonly results: readonly JobResult[];
  readonly log: string;
  /** True when the program did not understand what it was given. */
  readonly netlistRefused: boolean;
}

/** Writes, runs and reads one run of jobs of one deck. Never rejects for what the program does. */
export async function runJobs(setting: RunSetting, jobs: readonly Job[], signal?: AbortSignal): Promise<RunReport> {
  return await setting.slots.use(async () => {
    if (signal?.aborted === true) return reportAll(jobs, { code: 'CANCELLED', message: 'the caller cancelled' }, '');
    const { adapter } = setting;
    const run = adapter.write(jobs);
    const folder = setting.folder.next();
    try {
      for (const [name, text] of Object.entries(run.files)) writeFileSync(join(folder, name), text);
      const end = await runProgram({
        program: setting.program, arguments: [...setting.arguments, ...run.arguments], folder, environment: setting.environment,
        deadlineMs: setting.deadlineMs * jobs.length, disposable: !setting.folder.kept,
      }, signal);
      const log = [end.output, ...(run.logs ?? []).map((name) => readText(join(folder, name)))].join('\n');
      const verdict = judgeRun(end, log, adapter.messages, adapter.title);
      if (verdict.kind === 'bad') return reportAll(jobs, verdict.failure, log, verdict.netlistRefused);
      return { results: readResults(setting, jobs, run, folder, log), log, netlistRefused: false };
    } finally {
      setting.folder.discard(folder);
    }
  });
}

function reportAll(jobs: readonly Job[], failure: SimulationFailure, log: string, netlistRefused = false): RunReport {
  return { results: jobs.map(() => ({ ok: false, failure })), log, netlistRefused };
}

function readResults(setting: RunSetting, jobs: readonly Job[], run: WrittenRun, folder: string, log: string): readonly JobResult[] {
  const cache = new Map<string, ReturnType<typeof readWaveforms> | EvospiceError>();
  return jobs.map((job, index) => {
    const result = readResult(job, run.results[index], folder, cache, setting.adapter.title);
    if (result.ok) return result;
    // What the program said is a better reason than what is missing. Damaged files stay damaged files.
    const why = result.what === 'damaged' ? undefined : explain(log, setting.adapter.messages, result.what === 'absent');
    const { point } = result.failure;
    return { ok: false, failure: { ...(why ?? result.failure), ...(why?.code === 'NOT_CONVERGED' ? defined({ point }) : {}) } };
  });
}

type ReadResult = { readonly ok: true; readonly vectors: readonly DeckVector[] } | { readonly ok: false; readonly failure: SimulationFailure; readonly what: 'absent' | 'damaged' | 'incomplete' };

function readResult(
  job: Job, place: ResultPlace | undefined, folder: string, cache: Map<string, ReturnType<typeof readWaveforms> | EvospiceError>, title: string,
): ReadResult {
  const names = place?.files ?? [];
  const file = names.find((name) => cache.has(name) || readBytes(join(folder, name)) !== undefined);
  if (file === undefined) return broken(`${title} left no ${names.join(' or ')}`, 'absent');
  const read = cache.get(file) ?? readFile(folder, file, (place as ResultPlace).format);
  cache.set(file, read);
  if (EvospiceError.is(read)) return broken(`the results of ${title} cannot be read: ${read.message} [${read.code}]`, 'damaged');
  const plot = read.plots[place?.plot ?? 0];
  if (plot === undefined) return broken(`${file} of ${title} holds ${counted(read.plots.length, 'plot')}, not the one numbered ${place?.plot ?? 0}`, 'incomplete');
  const taken = takeVectors(job.deck, plot);
  if (taken.kind === 'taken') return { ok: true, vectors: taken.vectors };
  if (taken.kind === 'wrong') return broken(`the results of ${title} do not fit: ${taken.message}`, 'incomplete');
  return { ok: false, what: 'incomplete', failure: { code: 'NOT_CONVERGED', message: taken.message, ...defined({ point: taken.point }) } };
}

function broken(message: string, what: 'absent' | 'damaged' | 'incomplete'): ReadResult {
  return { ok: false, what, failure: { code: 'CRASHED', message } };
}

function readFile(folder: string, file: string, format: ResultPlace['format']): ReturnType<typeof readWaveforms> | EvospiceError {
  try {
    return readWaveforms(readBytes(join(folder, file)) as Uint8Array, { file, format });
  } catch (error) {
    if (EvospiceError.is(error)) return error;
    throw error;
  }
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Not written: its absence is the message.
    return undefined;
  }
}

function readText(path: string): string {
  return Buffer.from(readBytes(path) ?? new Uint8Array()).toString('latin1');
}

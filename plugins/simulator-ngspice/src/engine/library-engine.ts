import { spawn, type ChildProcess } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/kernel';
import { EngineGone, endOf, type Engine, type EngineAnswer, type EngineRequest, type EngineSource, type RunAnswer } from './engine.ts';
import { LIBRARY_REMEDY, findLibrary } from './library-file.ts';
import { FrameReader, PIPE, frameHead, type LibraryAnswer } from './library-protocol.ts';
import { makeScratchFolder, removeScratchFolder } from './scratch-folder.ts';

const fromSource = import.meta.url.endsWith('.ts');
const childFile = fileURLToPath(new URL(fromSource ? './library-child.ts' : './library-child.js', import.meta.url));

/** The shell removes the folder when the child ends by itself, which it does also when this process was killed. */
const script = 'folder=$1; shift; cd "$folder" || exit 1; "$@"; cd / && rm -rf "$folder"';
/** Memory above which the process should be replaced: it begins with some 90 MB and grows by 10 kB a simulation. */
const MOST_MEMORY_MB = 400;
const STDERR_KEPT = 4000;

interface Pending {
  readonly request: EngineRequest;
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: EngineGone) => void;
}

/** The ngspice library in a process of its own. */
export class LibraryEngine implements Engine {
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #pipe: Duplex;
  readonly #frames = new FrameReader();
  readonly #ended: Promise<void>;
  #stderr = '';
  #pending: Pending | undefined;
  #end: EngineGone | undefined;
  #memoryMb = 0;

  /** @param alarmSeconds after which the child ends a request by itself, if nobody else does */
  constructor(library: string, alarmSeconds: number) {
    this.#folder = makeScratchFolder();
    const words = [process.execPath, ...(fromSource ? ['--conditions=@evospice/source'] : []), childFile, library, String(Math.ceil(alarmSeconds))];
    const { NODE_OPTIONS: _, ...environment } = process.env;
    this.#child = spawn('/bin/sh', ['-c', script, 'sh', this.#folder, ...words], {
      // A group of its own, so that ending it ends the shell and the child together.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      // OpenMP threads that wait actively make a loaded machine crawl; ngspice keeps a history in its home.
      env: { ...environment, HOME: this.#folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' },
    });
    (this.#child.stderr as Readable).setEncoding('utf8').on('data', (chunk: string) => { this.#stderr = (this.#stderr + chunk).slice(-STDERR_KEPT); });
    this.#pipe = this.#child.stdio[PIPE] as Duplex;
    this.#pipe.on('data', (chunk: Buffer) => { this.#read(chunk); });
    // A write to a process that has just died fails here; its end is what is reported.
    this.#pipe.on('error', (error) => { this.#stderr += `\n${error.message}\n`; });
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => { this.#gone(new EngineGone('died', this.#stderr, error.message)); resolve(); });
      this.#child.on('close', (code, signal) => { this.#gone(new EngineGone('died', this.#stderr, signal ?? `code ${String(code)}`)); resolve(); });
    });
  }

  get worn(): boolean {
    return this.#memoryMb > MOST_MEMORY_MB;
  }

  execute(request: EngineRequest, stop?: AbortSignal): Promise<EngineAnswer> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const { promise, resolve, reject } = Promise.withResolvers<EngineAnswer>();
    const onStop = (): void => {
      this.#gone(new EngineGone(stop === undefined ? 'cancelled' : endOf(stop), this.#stderr));
      this.#kill();
    };
    if (stop?.aborted === true) onStop();
    if (this.#end !== undefined) return Promise.reject(this.#end);
    stop?.addEventListener('abort', onStop, { once: true });
    const settled = (): void => { stop?.removeEventListener('abort', onStop); };
    this.#pending = { request, resolve: (answer) => { settled(); resolve(answer); }, reject: (error) => { settled(); reject(error); } };
    this.#pipe.write(frameHead(JSON.stringify(request), 0));
    return promise;
  }

  async release(): Promise<void> {
    this.#gone(new EngineGone('cancelled', this.#stderr));
    this.#kill();
    await this.#ended;
    removeScratchFolder(this.#folder);
  }

  #read(chunk: Buffer): void {
    for (const { text, numbers } of this.#frames.read(chunk)) {
      const answer = JSON.parse(text) as LibraryAnswer;
      if (answer.memoryMb > 0) this.#memoryMb = answer.memoryMb;
      if (answer.died) {
        this.#gone(new EngineGone('died', [answer.log, ...answer.runs.map((run) => run.log)].join('')));
        return;
      }
      const pending = this.#pending;
      this.#pending = undefined;
      pending?.resolve({ log: answer.log, runs: runsOf(pending.request, answer, numbers) });
    }
  }

  #gone(error: EngineGone): void {
    this.#end ??= error;
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.reject(error);
  }

  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It ended between the check and the signal.
    }
  }
}

/** One buffer a run, so that keeping one vector does not keep those of other candidates. */
function runsOf({ runs = [] }: EngineRequest, answer: LibraryAnswer, numbers: Uint8Array): readonly RunAnswer[] {
  let at = 0;
  return runs.map(({ vectors, rows }, index) => {
    const { log, complete } = answer.runs[index] as LibraryAnswer['runs'][number];
    if (!complete) return { log, vectors: undefined };
    const bytes = new Uint8Array(vectors.length * rows * Float64Array.BYTES_PER_ELEMENT);
    bytes.set(numbers.subarray(at, at + bytes.length));
    at += bytes.length;
    return { log, vectors: vectors.map((_, vector) => new Float64Array(bytes.buffer, vector * rows * Float64Array.BYTES_PER_ELEMENT, rows)) };
  });
}

/** Starts processes with the library. */
export class LibraryEngineSource implements EngineSource {
  readonly #wanted: string;
  readonly #alarmSeconds: number;

  constructor(wanted: string, alarmSeconds: number) {
    this.#wanted = wanted;
    this.#alarmSeconds = alarmSeconds;
  }

  async start(): Promise<LibraryEngine & { readonly version: string; readonly location: string }> {
    const location = findLibrary(this.#wanted);
    if (location === undefined) {
      throw new EvospiceError('SIMULATOR_MISSING', 'there is no ngspice library', {
        met: this.#wanted, expected: 'the path of libngspice, or "auto" with the library in a usual folder', remedy: LIBRARY_REMEDY,
      });
    }
    const engine = new LibraryEngine(location, this.#alarmSeconds);
    try {
      const { log } = await engine.execute({ commands: ['version'] });
      const version = /ngspice-(\S+)/.exec(log)?.[1];
      if (version === undefined) throw new Error('it does not print while a command runs, so its errors would go unseen');
      return Object.assign(engine, { version, location });
    } catch (error) {
      await engine.release();
      throw new EvospiceError('SIMULATOR_MISSING', `the ngspice library ${location} does not run: ${error instanceof Error ? error.message : String(error)}`, {
        met: error instanceof EngineGone ? error.log.slice(-500) : undefined, expected: 'a library of ngspice 39 or newer, and the package koffi',
        remedy: `${LIBRARY_REMEDY}, install the packages of Evospice again, or set prefer: process`, cause: error,
      });
    }
  }
}

import { spawn } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import { ChildEngine } from './child-engine.ts';
import { EngineGone, type EngineRequest, type EngineSource, type RunAnswer } from './engine.ts';
import { LIBRARY_REMEDY, findLibrary } from './library-file.ts';
import { FrameReader, PIPE, frameHead, type LibraryAnswer } from './library-protocol.ts';

const fromSource = import.meta.url.endsWith('.ts');
const childFile = fileURLToPath(new URL(fromSource ? './library-child.ts' : './library-child.js', import.meta.url));

/** The shell removes the folder when the child ends by itself, which it does also when this process was killed. */
const script = 'folder=$1; shift; cd "$folder" || exit 1; "$@"; cd / && rm -rf "$folder"';
/** Memory above which the process should be replaced: it begins with some 90 MB and grows by 10 kB a simulation. */
const MOST_MEMORY_MB = 400;
const STDERR_KEPT = 4000;

/** The ngspice library in a process of its own. */
class LibraryEngine extends ChildEngine {
  readonly #pipe: Duplex;
  readonly #frames = new FrameReader();
  #stderr = '';
  #memoryMb = 0;

  /** @param alarmSeconds after which the child ends a request by itself, if nobody else does */
  constructor(library: string, alarmSeconds: number) {
    const words = [process.execPath, ...(fromSource ? ['--conditions=@evospice/source'] : []), childFile, library, String(Math.ceil(alarmSeconds))];
    const { NODE_OPTIONS: _, ...environment } = process.env;
    super((folder) => spawn('/bin/sh', ['-c', script, 'sh', folder, ...words], {
      // A group of its own, so that ending it ends the shell and the child together.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      // OpenMP threads that wait actively make a loaded machine crawl; ngspice keeps a history in its home.
      env: { ...environment, HOME: folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' },
    }));
    (this.child.stderr as Readable).setEncoding('utf8').on('data', (chunk: string) => { this.#stderr = (this.#stderr + chunk).slice(-STDERR_KEPT); });
    this.#pipe = this.child.stdio[PIPE] as Duplex;
    this.#pipe.on('data', (chunk: Buffer) => { this.#read(chunk); });
    // A write to a process that has just died fails here; its end is what is reported.
    this.#pipe.on('error', (error) => { this.#stderr += `\n${error.message}\n`; });
  }

  get worn(): boolean {
    return this.#memoryMb > MOST_MEMORY_MB;
  }

  protected override said(): string {
    return this.#stderr;
  }

  protected override send(request: EngineRequest): void {
    this.#pipe.write(frameHead(JSON.stringify(request), 0));
  }

  #read(chunk: Buffer): void {
    for (const { text, numbers } of this.#frames.read(chunk)) {
      const answer = JSON.parse(text) as LibraryAnswer;
      if (answer.memoryMb > 0) this.#memoryMb = answer.memoryMb;
      if (answer.died) {
        this.gone(new EngineGone('died', [answer.log, ...answer.runs.map((run) => run.log)].join('')));
        return;
      }
      const pending = this.take();
      pending?.resolve({ log: answer.log, runs: runsOf(pending.request, answer, numbers) });
    }
  }
}

/** One buffer a run, so that keeping one vector does not keep those of other candidates. */
function runsOf({ runs = [] }: EngineRequest, answer: LibraryAnswer, numbers: Uint8Array): readonly RunAnswer[] {
  let at = 0;
  return runs.map(({ vectors, rows }, index) => {
    const { log, complete, reached } = answer.runs[index] as LibraryAnswer['runs'][number];
    if (!complete) return { log, reached, vectors: undefined };
    const bytes = new Uint8Array(vectors.length * rows * Float64Array.BYTES_PER_ELEMENT);
    bytes.set(numbers.subarray(at, at + bytes.length));
    at += bytes.length;
    return { log, reached, vectors: vectors.map((_, vector) => new Float64Array(bytes.buffer, vector * rows * Float64Array.BYTES_PER_ELEMENT, rows)) };
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
        received: this.#wanted, expected: 'the path of libngspice, or "auto" with the library in a usual folder', remedy: LIBRARY_REMEDY,
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
        received: error instanceof EngineGone ? error.log.slice(-500) : undefined, expected: 'a library of ngspice 39 or newer, and the package koffi',
        remedy: `${LIBRARY_REMEDY}, install the packages of Evospice again, or set prefer: process`, cause: error,
      });
    }
  }
}

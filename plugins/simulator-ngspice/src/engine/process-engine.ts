import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { EvospiceError } from '@evospice/kernel';
import { EngineGone, FIRST_COMMANDS, endOf, type Engine, type EngineAnswer, type EngineRequest, type EngineSource } from './engine.ts';
import { INSTALL_REMEDY, findProgram } from './ngspice-program.ts';
import { rawFileOf, readAnswer, scriptOf } from './raw-runs.ts';
import { makeScratchFolder, removeScratchFolder } from './scratch-folder.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * The shell joins both output streams in order, and removes the folder when ngspice ends by itself, which it does at the
 * end of its standard input: also when this process was killed.
 */
const script = 'cd "$2" || exit 1; "$1" -p 2>&1; cd / && rm -rf "$2"';

interface Pending {
  readonly request: EngineRequest;
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: EngineGone) => void;
}

/** A live `ngspice -p` that reads commands from a pipe. */
export class ProcessEngine implements Engine {
  readonly #folder: string;
  readonly #child: Child;
  readonly #ended: Promise<void>;
  #mark = 0;
  #output = '';
  #pending: Pending | undefined;
  #end: EngineGone | undefined;

  constructor(program: string) {
    this.#folder = makeScratchFolder();
    this.#child = spawn('/bin/sh', ['-c', script, 'sh', program, this.#folder], {
      // A group of its own, so that ending it ends the shell and ngspice together.
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      // A private home: ngspice keeps a history there that slows later starts. OpenMP threads that wait actively
      // make a loaded machine crawl.
      env: { ...process.env, HOME: this.#folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' },
    });
    this.#child.stdout.setEncoding('latin1');
    this.#child.stdout.on('data', (chunk: string) => { this.#read(chunk); });
    // A write to a process that has just died fails here; its end is what is reported.
    this.#child.stdin.on('error', (error) => { this.#output += `\n${error.message}\n`; });
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => { this.#gone(new EngineGone('died', this.#output, error.message)); resolve(); });
      this.#child.on('close', (code, signal) => { this.#gone(new EngineGone('died', this.#output, signal ?? `code ${String(code)}`)); resolve(); });
    });
  }

  execute(request: EngineRequest, stop?: AbortSignal): Promise<EngineAnswer> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const { promise, resolve, reject } = Promise.withResolvers<EngineAnswer>();
    const onStop = (): void => {
      this.#gone(new EngineGone(stop === undefined ? 'cancelled' : endOf(stop), this.#output));
      this.#kill();
    };
    if (stop?.aborted === true) onStop();
    if (this.#end !== undefined) return Promise.reject(this.#end);
    stop?.addEventListener('abort', onStop, { once: true });
    const settled = (): void => { stop?.removeEventListener('abort', onStop); };
    this.#pending = { request, resolve: (answer) => { settled(); resolve(answer); }, reject: (error) => { settled(); reject(error); } };
    for (const [name, text] of Object.entries(request.files ?? {})) writeFileSync(join(this.#folder, name), text);
    this.#output = '';
    this.#mark += 1;
    this.#child.stdin.write(`${scriptOf(request).join('\n')}\necho ${this.#markText()}\n`);
    return promise;
  }

  async release(): Promise<void> {
    this.#gone(new EngineGone('cancelled', this.#output));
    this.#kill();
    await this.#ended;
    removeScratchFolder(this.#folder);
  }

  #markText(): string {
    return `evospice-mark-${this.#mark}`;
  }

  #read(chunk: string): void {
    this.#output += chunk;
    const mark = `${this.#markText()}\n`;
    // Only the end can hold the mark: it is the last thing a script prints.
    if (!this.#output.endsWith(mark)) return;
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    pending.resolve(readAnswer(pending.request, this.#output.slice(0, -mark.length), (run) => this.#takeRaw(run)));
  }

  #takeRaw(run: number): Uint8Array | undefined {
    const path = join(this.#folder, rawFileOf(run));
    try {
      const bytes = readFileSync(path);
      unlinkSync(path);
      return bytes;
    } catch {
      // Nothing was written: the analyses failed, and the log says why.
      return undefined;
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

/** Starts native processes. */
export class ProcessEngineSource implements EngineSource {
  readonly #command: string;

  constructor(command: string) {
    this.#command = command;
  }

  async start(): Promise<Engine> {
    const program = findProgram(this.#command);
    if (program === undefined) {
      throw new EvospiceError('SIMULATOR_MISSING', `there is no program "${this.#command}"`, {
        met: this.#command, expected: 'the path of ngspice, or a command on PATH', remedy: INSTALL_REMEDY,
      });
    }
    const engine = new ProcessEngine(program);
    try {
      // Its complaints on starting (no display, no start-up file) end here and are not taken for a circuit's.
      await engine.execute({ commands: FIRST_COMMANDS });
      return engine;
    } catch (error) {
      await engine.release();
      throw new EvospiceError('SIMULATOR_MISSING', `${program} does not run: ${error instanceof Error ? error.message : String(error)}`, {
        met: error instanceof EngineGone ? error.log.slice(-500) : undefined, expected: 'an ngspice that reads commands from a pipe', remedy: INSTALL_REMEDY, cause: error,
      });
    }
  }
}

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { EvospiceError } from '@evospice/contracts';
import { ChildEngine } from './child-engine.ts';
import { EngineGone, FIRST_COMMANDS, type Engine, type EngineRequest, type EngineSource } from './engine.ts';
import { INSTALL_REMEDY, findProgram } from './ngspice-program.ts';
import { rawFileOf, readAnswer, scriptOf } from './raw-runs.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * The shell joins both output streams in order, and removes the folder when ngspice ends by itself, which it does at the
 * end of its standard input: also when this process was killed.
 */
const script = 'cd "$2" || exit 1; "$1" -p 2>&1; cd / && rm -rf "$2"';

/** A live `ngspice -p` that reads commands from a pipe. */
class ProcessEngine extends ChildEngine<Child> {
  #mark = 0;
  #output = '';

  constructor(program: string) {
    super((folder) => spawn('/bin/sh', ['-c', script, 'sh', program, folder], {
      // A group of its own, so that ending it ends the shell and ngspice together.
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      // A private home: ngspice keeps a history there that slows later starts. OpenMP threads that wait actively
      // make a loaded machine crawl.
      env: { ...process.env, HOME: folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' },
    }));
    this.child.stdout.setEncoding('latin1');
    this.child.stdout.on('data', (chunk: string) => { this.#read(chunk); });
    // A write to a process that has just died fails here; its end is what is reported.
    this.child.stdin.on('error', (error) => { this.#output += `\n${error.message}\n`; });
  }

  protected override said(): string {
    return this.#output;
  }

  protected override send(request: EngineRequest): void {
    for (const [name, text] of Object.entries(request.files ?? {})) writeFileSync(join(this.folder, name), text);
    this.#output = '';
    this.#mark += 1;
    this.child.stdin.write(`${scriptOf(request).join('\n')}\necho ${this.#markText()}\n`);
  }

  #markText(): string {
    return `evospice-mark-${this.#mark}`;
  }

  #read(chunk: string): void {
    this.#output += chunk;
    const mark = `${this.#markText()}\n`;
    // Only the end can hold the mark: it is the last thing a script prints.
    if (!this.#output.endsWith(mark)) return;
    const pending = this.take();
    if (pending === undefined) return;
    pending.resolve(readAnswer(pending.request, this.#output.slice(0, -mark.length), (run) => this.#takeRaw(run)));
  }

  #takeRaw(run: number): Uint8Array | undefined {
    const path = join(this.folder, rawFileOf(run));
    try {
      const bytes = readFileSync(path);
      unlinkSync(path);
      return bytes;
    } catch {
      // Nothing was written: the analyses failed, and the log says why.
      return undefined;
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
        received: this.#command, expected: 'the path of ngspice, or a command on PATH', remedy: INSTALL_REMEDY,
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
        received: error instanceof EngineGone ? error.log.slice(-500) : undefined, expected: 'an ngspice that reads commands from a pipe', remedy: INSTALL_REMEDY, cause: error,
      });
    }
  }
}

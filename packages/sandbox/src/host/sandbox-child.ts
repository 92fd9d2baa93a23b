import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Socket } from 'node:net';
import { longestGuestLine, type HostVerb } from '../child/frames.ts';
import { createLineReader } from '../child/line-reader.ts';
import { confinementOf, type ChildFiles } from '../isolation/child-files.ts';
import type { IsolationLayers } from '../isolation/layers.ts';

/** Most characters kept of what a child writes to standard error. */
const longestComplaint = 8000;

/** How a child came to its end. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote to standard error. */
  readonly complaint: string;
}

export interface ChildListener {
  line(line: string): void;
  /** A line longer than any the runtime sends. */
  overflow(): void;
  exit(exit: ChildExit): void;
}

/** A sandboxed child process, reached only through its standard streams. Runs one program, then is discarded. */
export class SandboxChild {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #exited: Promise<void>;
  #exit: ChildExit | undefined;
  #listener: ChildListener | undefined;
  #complaint = '';

  constructor(layers: IsolationLayers, files: ChildFiles, memoryMb: number) {
    const [command, ...words] = [...layers.command(confinementOf(files, memoryMb)), files.node, ...files.nodeOptions, files.script, files.addon];
    this.#process = spawn(command!, words, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that everything in it can be killed at once.
      detached: true,
      cwd: '/',
      env: { TZ: 'UTC', LC_ALL: 'C' },
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#exited = promise;
    const gone = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (this.#exit !== undefined) return;
      this.#exit = { code, signal, complaint: this.#complaint };
      this.#listener?.exit(this.#exit);
      resolve();
    };
    this.#process.on('error', (error) => {
      this.#complaint += error.message;
      gone(null, null);
    });
    this.#process.on('close', gone);
    // A child that dies with lines on their way to it is reported by `close`.
    this.#process.stdin.on('error', () => undefined);
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(0, longestComplaint);
    });
    this.#process.stdout.setEncoding('utf8').on('data', createLineReader(longestGuestLine, (line) => this.#listener?.line(line), () => this.#listener?.overflow()));
  }

  get alive(): boolean {
    return this.#exit === undefined;
  }

  /** From now on lines and the end go there. The child says nothing unasked, so none is lost before. */
  listen(listener: ChildListener): void {
    this.#listener = listener;
    if (this.#exit !== undefined) listener.exit(this.#exit);
  }

  send(verb: HostVerb, json: string): void {
    if (this.alive) this.#process.stdin.write(`${verb} ${json}\n`);
  }

  /** Lets this process end while the child only waits. */
  unref(): void {
    this.#process.unref();
    for (const stream of this.#streams()) stream.unref();
  }

  ref(): void {
    this.#process.ref();
    for (const stream of this.#streams()) stream.ref();
  }

  /** Kills the whole process group; resolves when it is gone. Safe to call twice. */
  async kill(): Promise<void> {
    const { pid } = this.#process;
    if (pid !== undefined && this.alive) {
      this.ref();
      try {
        process.kill(-pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    await this.#exited;
  }

  #streams(): readonly Socket[] {
    return [this.#process.stdin, this.#process.stdout, this.#process.stderr] as unknown as readonly Socket[];
  }
}

import { spawn } from 'node:child_process';
import { killMarked, processesOf } from './processes.ts';
import { systemPath } from './system-paths.ts';

/** Characters kept of standard error. */
const longestComplaint = 8000;

/** Variable that tells what a process belongs to. */
const markName = 'EVOSPICE_PROCESS';
let runs = 0;

/** Between two counts of processes. */
const watchMilliseconds = 500;

export interface ProcessRequest {
  readonly words: readonly string[];
  readonly folder: string;
  readonly stdin: string;
  readonly milliseconds: number;
  /** Characters of standard output. */
  readonly longestOutput: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly mostProcesses?: number;
  readonly signal?: AbortSignal;
}

export interface ProcessEnd {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  /** Its beginning. */
  readonly stderr: string;
  /** Why the host killed it, if it did. */
  readonly killed?: 'deadline' | 'output' | 'processes' | 'cancelled';
}

/**
 * Runs a process in a group of its own; the whole group is killed when the process ends, and at a limit, and with a limit of processes also those that left it.
 * Never rejects.
 */
export async function runProcess({ words, folder, stdin, milliseconds, longestOutput, environment = {}, mostProcesses, signal }: ProcessRequest): Promise<ProcessEnd> {
  const [command = '', ...rest] = words;
  runs += 1;
  const mark = `${process.pid}-${runs}`;
  const child = spawn(command, rest, { cwd: folder, detached: true, stdio: 'pipe', env: { PATH: systemPath, TZ: 'UTC', LC_ALL: 'C.UTF-8', HOME: folder, [markName]: mark, ...environment } });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  let [stdout, stderr] = ['', ''];
  let killed: ProcessEnd['killed'];
  const killGroup = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  /** What left the group is out of reach of the first signal where processes have no namespace of their own, and may hold streams open. */
  const killAll = (): void => {
    killGroup();
    if (mostProcesses !== undefined) killMarked(markName, mark);
  };
  const kill = (why: NonNullable<ProcessEnd['killed']>): void => {
    killed ??= why;
    killAll();
  };
  const timer = setTimeout(() => kill('deadline'), milliseconds);
  const watch = mostProcesses === undefined ? undefined : setInterval(() => { if (processesOf(child.pid) > mostProcesses) kill('processes'); }, watchMilliseconds);
  const cancel = (): void => kill('cancelled');
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted === true) cancel();
  child.on('error', (error) => {
    stderr += error.message;
    resolve(null);
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout.length + text.length > longestOutput) kill('output');
    else stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr = (stderr + text).slice(0, longestComplaint); });
  // A process that ends without reading its input is not a fault here.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  // What it started may still hold its streams open.
  child.on('exit', killAll);
  child.on('close', (code) => resolve(code));
  const code = await promise;
  clearTimeout(timer);
  clearInterval(watch);
  signal?.removeEventListener('abort', cancel);
  return { code, stdout, stderr, ...(killed === undefined ? {} : { killed }) };
}

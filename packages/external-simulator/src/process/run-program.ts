import { spawn } from 'node:child_process';

export interface ProgramCall {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Time after which the program and all it started are ended, ms. */
  readonly deadlineMs: number;
  /** Whether to remove the folder if this process dies while the program runs. */
  readonly disposable: boolean;
}

export interface ProgramEnd {
  readonly how: 'exited' | 'signalled' | 'deadline' | 'cancelled' | 'not started';
  /** Exit code, where it exited. */
  readonly code?: number;
  /** Both output streams, as they came; the last million characters. */
  readonly output: string;
  /** For people: `exit code 1`, `signal SIGSEGV`. */
  readonly detail: string;
}

/**
 * Runs the program in a process group of its own, beside a watcher that reads from this process: when this process dies, even
 * by SIGKILL, the read ends and the watcher ends the group, so that no licence stays held by a run that has lost its caller.
 */
const script = [
  'folder=$1; shift',
  '"$@" 3<&- </dev/null & child=$!',
  '( read -r _ <&3; if [ -n "$folder" ]; then cd /; rm -rf "$folder"; fi; kill -9 0 ) >/dev/null 2>&1 & watcher=$!',
  'wait "$child"; code=$?',
  'kill -9 "$watcher" 2>/dev/null',
  'exit "$code"',
].join('\n');

const OUTPUT_KEPT = 1_000_000;

/** Runs a program to its end, its deadline or the signal. Never rejects. */
export function runProgram(call: ProgramCall, signal?: AbortSignal): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve({ how: 'cancelled', output: '', detail: 'cancelled before it started' });
      return;
    }
    const child = spawn('/bin/sh', ['-c', `exec 3<&0\n${script}`, 'sh', call.disposable ? call.folder : '', call.program, ...call.arguments], {
      cwd: call.folder, env: { ...call.environment, PWD: call.folder }, detached: true, stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    let stopped: 'deadline' | 'cancelled' | undefined;
    let failure: Error | undefined;
    const read = (chunk: string): void => { output = (output + chunk).slice(-OUTPUT_KEPT); };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('latin1');
      stream.on('data', read);
    }
    // The pipe carries nothing; it breaks when the group ends, and that is not news.
    child.stdin.on('error', () => undefined);
    const stop = (reason: 'deadline' | 'cancelled'): void => {
      stopped ??= reason;
      endGroup(child.pid);
    };
    const timer = setTimeout(() => { stop('deadline'); }, call.deadlineMs);
    const onAbort = (): void => { stop('cancelled'); };
    signal?.addEventListener('abort', onAbort, { once: true });
    child.on('error', (error) => { failure = error; });
    // Whatever the program left running in its group ends with it, and lets go of the streams.
    child.on('exit', () => { endGroup(child.pid); });
    child.on('close', (code, killer) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(endOf(code, killer, stopped, failure, output));
    });
  });
}

function endOf(code: number | null, killer: NodeJS.Signals | null, stopped: 'deadline' | 'cancelled' | undefined, failure: Error | undefined, output: string): ProgramEnd {
  if (stopped !== undefined) return { how: stopped, output, detail: stopped };
  if (failure !== undefined) return { how: 'not started', output, detail: failure.message };
  if (killer !== null) return { how: 'signalled', output, detail: `signal ${killer}` };
  // What a shell makes of a child that could not be started, and of one that a signal ended.
  if (code === 126 || code === 127) return { how: 'not started', output, detail: output.trim().split('\n').at(-1) ?? 'not started' };
  if (code !== null && code > 128 && code < 160) return { how: 'signalled', output, detail: `signal ${code - 128}` };
  return { how: 'exited', code: code ?? 1, output, detail: `exit code ${String(code)}` };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from every other, also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, as the system words it; empty where the system does not tell. */
  readonly start: string;
  /** Host, boot and process-number space: two processes see each other's numbers only when it is the same. */
  readonly place: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: startOf(process.pid) ?? '', place: ownPlace() };
}

/**
 * Whether the process still runs. Undefined when that cannot be told from here, because it lives in another container or on another
 * boot of the machine; then its heartbeat has to tell.
 */
export function isAlive(identity: ProcessIdentity, place: string): boolean | undefined {
  if (identity.place !== place) return undefined;
  const start = startOf(identity.pid);
  if (start === null) return false;
  return start === '' || identity.start === '' || start === identity.start;
}

/** Start of a process; null if no such process exists or it is a zombie; empty when it cannot be told. */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') return linuxStart(pid);
  if (!answers(pid)) return null;
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // `ps` fails when the process has gone in the meantime, or is not there itself: the process's number decides.
    return answers(pid) ? '' : null;
  }
}

/** Field 22 of `/proc/<pid>/stat`: start in clock ticks since boot (proc(5)). The name before it may hold spaces and parentheses. */
function linuxStart(pid: number): string | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ESRCH: it went between opening and reading.
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  // A zombie holds nothing any more: it waits for its parent to ask how it ended.
  return state === 'Z' || state === 'X' ? null : fields[19]!;
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ownPlace(): string {
  if (process.platform !== 'linux') return hostname();
  return [hostname(), readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim(), readlinkSync('/proc/self/ns/pid')].join(' ');
}

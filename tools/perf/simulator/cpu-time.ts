import { readFileSync } from 'node:fs';

/** Clock ticks a second of /proc: 100 on every Linux that Node runs on. */
const MS_A_TICK = 10;

interface Times { readonly own: number; readonly reaped: number }

/** CPU time in ms of a process, and of its children that have ended and were waited for (proc(5), fields 14 to 17). */
function timesOf(pid: number | 'self'): Times {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];
  const [user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) * MS_A_TICK, reaped: (reapedUser + reapedSystem) * MS_A_TICK };
}

/** All processes that descend from this one. */
export function descendants(pid: number = process.pid): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter((word) => word !== '').map(Number);
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    // It ended while we looked; its time is its parent's from now on.
    return [];
  }
}

/** CPU time in ms of this process with all its threads and descendants, living or gone. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  let sum = (user + system) / 1000 + timesOf('self').reaped;
  for (const pid of descendants()) {
    try {
      const { own, reaped } = timesOf(pid);
      sum += own + reaped;
    } catch {
      // As above.
    }
  }
  return sum;
}

/** Resident memory in MB of this process and its descendants. */
export function memoryMb(): number {
  const pages = [process.pid, ...descendants()].map((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    } catch {
      return 0;
    }
  });
  return (pages.reduce((sum, count) => sum + count, 0) * 4096) / 2 ** 20;
}

import { readdirSync, readFileSync } from 'node:fs';

/** How many processes there are of a group and of what its leader started; 0 where there is no `/proc`. */
export function processesOf(leader: number | undefined): number {
  if (leader === undefined) return 0;
  const parents = new Map<number, { readonly parent: number; readonly group: number }>();
  for (const name of namesIn('/proc')) {
    // The name of the program is in brackets and may hold anything: state, parent and group are behind it.
    const [, parent, group] = textOf(`/proc/${name}/stat`).replace(/^.*\) /su, '').split(' ').map(Number);
    if (parent !== undefined && group !== undefined) parents.set(Number(name), { parent, group });
  }
  const belongs = (pid: number, depth = 0): boolean => {
    const one = parents.get(pid);
    return one !== undefined && depth < parents.size && (pid === leader || one.group === leader || belongs(one.parent, depth + 1));
  };
  return [...parents.keys()].filter((pid) => belongs(pid)).length;
}

/** Times that marked processes are looked for: one that is killed may have started another just before. */
const rounds = 5;

/** Kills every process with this variable in its environment, whatever group or parent it has. */
export function killMarked(name: string, value: string): void {
  for (let round = 0; round < rounds; round += 1) {
    const marked = namesIn('/proc').filter((pid) => textOf(`/proc/${pid}/environ`).split('\0').includes(`${name}=${value}`));
    if (marked.length === 0) return;
    for (const pid of marked) kill(Number(pid));
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/u.test(name));
  } catch {
    // Other systems than Linux have no such folder.
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}

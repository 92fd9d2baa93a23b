import type { ChildFiles } from './child-files.ts';
import { findExecutable } from './find-executable.ts';

/** A way to start a child: what stands before Node on the command line. */
export interface IsolationLayers {
  /** Layers in words, strongest statement first. */
  readonly parts: readonly string[];
  command(files: ChildFiles, memoryMb: number): readonly string[];
}

/** User and group without rights of their own. */
const nobody = '65534';

/** Address space that Node and one more isolate reserve as data before a program has allocated anything, in MB. */
const reservedMb = 1200;

function limits(prlimit: string | undefined, memoryMb: number): readonly string[] {
  if (prlimit === undefined) return [];
  // The isolate's own limit is looked at between collections only: twice its size lets it speak first.
  const data = (reservedMb + 2 * memoryMb) * 1024 * 1024;
  return [prlimit, `--data=${data}`, '--core=0', '--fsize=0', '--nofile=256', '--'];
}

function bubblewrap(bwrap: string, files: ChildFiles, userNamespace: boolean): readonly string[] {
  const readable = [files.node, files.folder, files.packageFile, files.addon, ...files.libraries];
  return [
    bwrap, '--unshare-all', ...(userNamespace ? ['--unshare-user', '--uid', nobody, '--gid', nobody] : []),
    '--die-with-parent', '--cap-drop', 'ALL', '--clearenv', '--hostname', 'sandbox',
    ...readable.flatMap((path) => ['--ro-bind', path, path]),
    '--remount-ro', '/', '--chdir', '/', '--',
  ];
}

/** Without bubblewrap: no way to gain rights, death with the parent, and for root another user. */
function unprivileged(setpriv: string, asNobody: boolean): readonly string[] {
  const user = asNobody ? ['--reuid', nobody, '--regid', nobody, '--clear-groups', '--inh-caps=-all', '--bounding-set=-all'] : [];
  return [setpriv, ...user, '--no-new-privs', '--pdeathsig', 'KILL', '--'];
}

export type IsolationChoice = 'auto' | 'bubblewrap' | 'process';

/** Ways to start a child on this machine, strongest first; whether they work shows when one is tried. */
export function candidateLayers(choice: IsolationChoice): readonly IsolationLayers[] {
  const prlimit = findExecutable('prlimit');
  const walls = candidateWalls(choice);
  // Some machines allow no limit to be set: a wall alone is better than none.
  const caps = prlimit === undefined ? [undefined] : [prlimit, undefined];
  return caps.flatMap((cap) => walls.map(({ parts, wall }): IsolationLayers => ({
    parts: cap === undefined ? parts : [...parts, 'prlimit'],
    command: (files, memoryMb) => [...limits(cap, memoryMb), ...wall(files)],
  })));
}

interface Wall {
  readonly parts: readonly string[];
  wall(files: ChildFiles): readonly string[];
}

function candidateWalls(choice: IsolationChoice): readonly Wall[] {
  const bwrap = choice === 'process' ? undefined : findExecutable('bwrap');
  const setpriv = choice === 'bubblewrap' ? undefined : findExecutable('setpriv');
  const isRoot = process.getuid?.() === 0;
  return [
    ...(bwrap === undefined ? [] : [true, false].map((userNamespace): Wall => ({
      parts: ['bubblewrap'], wall: (files) => bubblewrap(bwrap, files, userNamespace),
    }))),
    ...(setpriv === undefined ? [] : (isRoot ? [true, false] : [false]).map((asNobody): Wall => ({
      parts: [asNobody ? 'user nobody' : 'no new privileges'], wall: () => unprivileged(setpriv, asNobody),
    }))),
    ...(choice === 'bubblewrap' ? [] : [{ parts: [], wall: () => [] }]),
  ];
}

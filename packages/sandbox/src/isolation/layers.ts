import which from 'which';

/** What a confined process may use. */
export interface Confinement {
  /** Paths that exist for it, read-only. */
  readonly readable: readonly string[];
  /** Folder that it starts in and may write to; it starts in an empty root when left out. */
  readonly folder?: string;
  /** True for programs of the system, which look for `/proc`, `/dev`, `/tmp` and the links of the root. */
  readonly system?: boolean;
  /** True where it may reach other machines; names and certificates are then readable for it. */
  readonly network?: boolean;
  /** Memory that it may have as data, in MB. */
  readonly dataMb: number;
  /** Largest file that it may write, in MB. */
  readonly fileMb: number;
}

/** A way to start a process: what comes before it on the command line. */
export interface IsolationLayers {
  /** Layers in words, strongest first. */
  readonly parts: readonly string[];
  command(confinement: Confinement): readonly string[];
}

/** User and group without rights of their own. */
export const nobody = '65534';

const megabyte = 1024 * 1024;

function limits(prlimit: string | undefined, { dataMb, fileMb }: Confinement): readonly string[] {
  if (prlimit === undefined) return [];
  return [prlimit, `--data=${dataMb * megabyte}`, '--core=0', `--fsize=${fileMb * megabyte}`, '--nofile=256', '--'];
}

/** What programs look names and certificates up in. */
const networkSettings = ['/etc/resolv.conf', '/etc/hosts', '/etc/nsswitch.conf', '/etc/ssl', '/etc/ca-certificates', '/etc/pki'];

function bubblewrap(bwrap: string, { readable, folder, system = false, network = false }: Confinement, userNamespace: boolean): readonly string[] {
  return [
    bwrap, '--unshare-all', ...(network ? ['--share-net'] : []), ...(userNamespace ? ['--unshare-user', '--uid', nobody, '--gid', nobody] : []),
    '--die-with-parent', '--cap-drop', 'ALL', '--hostname', 'sandbox',
    ...(system ? ['--proc', '/proc', '--dev', '/dev', '--size', String(64 * megabyte), '--tmpfs', '/tmp'] : ['--clearenv']),
    ...readable.flatMap((path) => ['--ro-bind', path, path]),
    ...(network ? networkSettings.flatMap((path) => ['--ro-bind-try', path, path]) : []),
    ...(folder === undefined ? ['--remount-ro', '/', '--chdir', '/'] : ['--bind', folder, folder, '--remount-ro', '/', '--chdir', folder]),
    '--',
  ];
}

/** Without bubblewrap: the process cannot gain rights, dies with its parent, and is another user where its parent is root. */
function unprivileged(setpriv: string, asNobody: boolean): readonly string[] {
  const user = asNobody ? ['--reuid', nobody, '--regid', nobody, '--clear-groups', '--inh-caps=-all', '--bounding-set=-all'] : [];
  return [setpriv, ...user, '--no-new-privs', '--pdeathsig', 'KILL', '--'];
}

export type IsolationChoice = 'auto' | 'bubblewrap' | 'process';

/** Ways to start a process on this machine, strongest first; whether one works shows when it is tried. */
export function candidateLayers(choice: IsolationChoice): readonly IsolationLayers[] {
  const prlimit = find('prlimit');
  const walls = candidateWalls(choice);
  // Some machines allow no limit to be set: a wall alone is better than none.
  const caps = prlimit === undefined ? [undefined] : [prlimit, undefined];
  return caps.flatMap((cap) => walls.map(({ parts, wall }): IsolationLayers => ({
    parts: cap === undefined ? parts : [...parts, 'prlimit'],
    command: (confinement) => [...limits(cap, confinement), ...wall(confinement)],
  })));
}

interface Wall {
  readonly parts: readonly string[];
  wall(confinement: Confinement): readonly string[];
}

function candidateWalls(choice: IsolationChoice): readonly Wall[] {
  const bwrap = choice === 'process' ? undefined : find('bwrap');
  const setpriv = choice === 'bubblewrap' ? undefined : find('setpriv');
  const isRoot = process.getuid?.() === 0;
  return [
    ...(bwrap === undefined ? [] : [true, false].map((userNamespace): Wall => ({
      parts: ['bubblewrap'], wall: (confinement) => bubblewrap(bwrap, confinement, userNamespace),
    }))),
    ...(setpriv === undefined ? [] : (isRoot ? [true, false] : [false]).map((asNobody): Wall => ({
      parts: [asNobody ? 'user nobody' : 'no new privileges'], wall: () => unprivileged(setpriv, asNobody),
    }))),
    ...(choice === 'bubblewrap' ? [] : [{ parts: [], wall: () => [] }]),
  ];
}

function find(name: string): string | undefined {
  return which.sync(name, { nothrow: true }) ?? undefined;
}

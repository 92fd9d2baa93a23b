import { lchown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defined, EvospiceError } from '@evospice/contracts';
import { candidateLayers, nobody, type Confinement, type IsolationChoice, type IsolationLayers } from '../isolation/layers.ts';
import { runProcess, type ProcessEnd } from './run-process.ts';
import { systemPaths } from './system-paths.ts';

/** A command to run behind the sandbox's outer walls. */
export interface ConfinedCommand {
  /** Program, looked up in `/usr/local/bin`, `/usr/bin` and `/bin` unless it is a path, and its arguments. */
  readonly command: readonly string[];
  /** The folder it starts in and may write to; it is given to another user where that is one of the walls. */
  readonly folder: string;
  /** Further files and folders that it may read. */
  readonly readable?: readonly string[];
  readonly stdin?: string;
  /** Variables of its environment, beside a plain `PATH`, `HOME`, `TZ` and `LC_ALL`, which it may replace. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lets it reach other machines. Without bubblewrap nothing keeps it from that. */
  readonly network?: boolean;
  readonly limits: {
    /** Wall-clock seconds; then it is killed with all that it started. */
    readonly wallSeconds: number;
    /** Data of each of its processes, in MB; enforced where `prlimit` is there. */
    readonly memoryMb: number;
    /** Characters kept of its standard output; more than that ends it. Default 4 Mi. */
    readonly outputCharacters?: number;
    /** Processes that it may have at once; more than that ends it. Counted every half second, on Linux. */
    readonly processes?: number;
  };
  readonly signal?: AbortSignal;
}

export interface ConfinedEnd extends ProcessEnd {
  /** What kept it in, such as `own process group + bubblewrap + prlimit`. */
  readonly isolation: string;
}

/** Largest file a command may write, in MB. */
const largestFileMb = 64;

/** A start that takes longer says nothing about the walls. */
const probeSeconds = 20;

/**
 * Runs commands in any language behind the outer walls of the sandbox: bubblewrap (no network, no other processes, no files but those
 * named and the system's programs) or, where that does not work, an unprivileged user without new rights; limits of memory and files in
 * either case. Which walls work here is found out once.
 */
export class CommandRunner {
  readonly #choice: IsolationChoice;
  #layers: Promise<IsolationLayers> | undefined;

  constructor(choice: IsolationChoice = 'auto') {
    this.#choice = choice;
  }

  /** What keeps commands in, in words. @throws EvospiceError `SANDBOX_START`. */
  async describe(): Promise<string> {
    return ['own process group', ...(await this.#chosen()).parts].join(' + ');
  }

  /**
   * Runs one command to its end, whatever that is.
   * @throws EvospiceError `SANDBOX_START` when no way works here
   */
  async run({ command, folder, readable = [], stdin = '', environment = {}, network = false, limits, signal }: ConfinedCommand): Promise<ConfinedEnd> {
    const layers = await this.#chosen();
    if (layers.parts.includes('user nobody')) await giveAway(folder);
    const confinement: Confinement = { readable: [...systemPaths(), ...readable], folder, system: true, network, dataMb: limits.memoryMb, fileMb: largestFileMb };
    const words = [...layers.command(confinement), ...command];
    const end = await runProcess({
      words, folder, stdin, environment, milliseconds: limits.wallSeconds * 1000, longestOutput: limits.outputCharacters ?? 4 * 1024 * 1024, ...defined({ signal, mostProcesses: limits.processes }),
    });
    return { ...end, isolation: await this.describe() };
  }

  #chosen(): Promise<IsolationLayers> {
    this.#layers ??= this.#choose();
    this.#layers.catch(() => { this.#layers = undefined; }); // A later call tries again.
    return this.#layers;
  }

  async #choose(): Promise<IsolationLayers> {
    const failures: string[] = [];
    for (const layers of candidateLayers(this.#choice)) {
      const words = [...layers.command({ readable: systemPaths(), system: true, dataMb: 512, fileMb: 1 }), 'true'];
      const { code, stderr } = await runProcess({ words, folder: '/', stdin: '', milliseconds: probeSeconds * 1000, longestOutput: 1000 });
      if (code === 0) return layers;
      failures.push(`${layers.parts[0] ?? 'plain'}: ${stderr.trim().slice(0, 200)}`);
    }
    throw new EvospiceError('SANDBOX_START', `no command can be confined: ${failures.length === 0 ? 'bubblewrap is not installed' : failures.join('; ')}`, {
      received: failures, expected: 'bubblewrap that may create namespaces', remedy: 'install bubblewrap (apt-get install bubblewrap), or allow `isolation: auto`',
    });
  }
}

/** Makes the unprivileged user the owner of a folder and all that is in it. */
async function giveAway(folder: string): Promise<void> {
  const inside = await readdir(folder, { recursive: true });
  for (const path of [folder, ...inside.map((name) => join(folder, name))]) await lchown(path, Number(nobody), Number(nobody));
}

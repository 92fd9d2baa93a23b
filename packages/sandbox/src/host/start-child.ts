import { EvospiceError } from '@evospice/contracts';
import { bundleGuest } from '../guest/bundle-guest.ts';
import type { GuestSearch } from '../guest/searches.ts';
import { findChildFiles, type ChildFiles } from '../isolation/child-files.ts';
import { candidateLayers, type IsolationChoice, type IsolationLayers } from '../isolation/layers.ts';
import { parseGuestMessage } from './guest-message.ts';
import { SandboxChild } from './sandbox-child.ts';

/** A child whose isolate stands ready for a program. */
export interface ReadyChild {
  readonly child: SandboxChild;
  /** What keeps it in, in words. */
  readonly isolation: string;
  readonly memoryMb: number;
}

/** Longest time a child may take to start, on a machine that is very busy. */
const startSeconds = 30;

interface Chosen {
  readonly layers: IsolationLayers;
  readonly description: string;
}

/** Starts children in the strongest way that works here; which one that is, is found out once. */
export class ChildStarter {
  readonly #choice: IsolationChoice;
  readonly #files: ChildFiles;
  readonly #searches: () => readonly GuestSearch[];
  #chosen: Promise<Chosen> | undefined;

  /**
   * @param searches optimizers that programs may call, asked for at each start
   * @throws EvospiceError `SANDBOX_MISSING`.
   */
  constructor(choice: IsolationChoice, files: ChildFiles = findChildFiles(), searches: () => readonly GuestSearch[] = () => []) {
    this.#choice = choice;
    this.#files = files;
    this.#searches = searches;
  }

  /** @throws EvospiceError `SANDBOX_START` when no way works, `SANDBOX_BUNDLE`. */
  async start(memoryMb: number): Promise<ReadyChild> {
    if (this.#chosen === undefined) {
      const first = this.#tryAll(memoryMb);
      this.#chosen = first.then(({ chosen }) => chosen);
      this.#chosen.catch(() => { this.#chosen = undefined; }); // Reported by `first`; a later call tries again.
      return (await first).ready;
    }
    const { layers, description } = await this.#chosen;
    return { child: await this.#launch(layers, memoryMb), isolation: description, memoryMb };
  }

  /** What keeps children in, in words; starts one when that is not known yet. */
  async describe(): Promise<string> {
    if (this.#chosen !== undefined) return (await this.#chosen).description;
    const { child, isolation } = await this.start(64);
    await child.kill();
    return isolation;
  }

  async #launch(layers: IsolationLayers, memoryMb: number): Promise<SandboxChild> {
    return launch(layers, this.#files, { bundle: await bundleGuest(this.#searches()), memoryMb });
  }

  async #tryAll(memoryMb: number): Promise<{ readonly chosen: Chosen; readonly ready: ReadyChild }> {
    const failures: string[] = [];
    const all = candidateLayers(this.#choice);
    for (const layers of all) {
      try {
        const child = await this.#launch(layers, memoryMb);
        const description = describe(layers, this.#choice, failures);
        return { chosen: { layers, description }, ready: { child, isolation: description, memoryMb } };
      } catch (error) {
        if (!EvospiceError.is(error, 'SANDBOX_START')) throw error;
        failures.push(`${layers.parts[0] ?? 'plain'}: ${error.message}`);
      }
    }
    throw new EvospiceError('SANDBOX_START', `no sandbox could be started: ${failures.length === 0 ? 'bubblewrap is not installed' : failures.join('; ')}`, {
      received: failures,
      expected: this.#choice === 'bubblewrap' ? 'bubblewrap that may create namespaces' : 'a child process with isolated-vm',
      remedy: this.#choice === 'bubblewrap' ? 'install bubblewrap (apt-get install bubblewrap), or allow `isolation: auto`' : 'run the set-up again',
    });
  }
}

function describe(layers: IsolationLayers, choice: IsolationChoice, failures: readonly string[]): string {
  const parts = ['child process', 'isolated-vm', 'Node permissions', ...layers.parts].join(' + ');
  if (layers.parts.includes('bubblewrap')) return parts;
  const tried = failures.some((failure) => failure.startsWith('bubblewrap'));
  return `${parts} (without bubblewrap: ${choice === 'process' ? 'left out by configuration' : tried ? 'it does not work here' : 'not installed'})`;
}

/** @throws EvospiceError `SANDBOX_START` when the child is not ready in time. */
async function launch(layers: IsolationLayers, files: ChildFiles, { bundle, memoryMb }: { readonly bundle: string; readonly memoryMb: number }): Promise<SandboxChild> {
  const child = new SandboxChild(layers, files, memoryMb);
  child.send('load', JSON.stringify({ bundle, memoryMb }));
  return untilReady(child, startSeconds);
}

/**
 * The child once it says that its isolate is ready; killed when it does not.
 * @throws EvospiceError `SANDBOX_START`.
 */
async function untilReady(child: SandboxChild, seconds: number): Promise<SandboxChild> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refuse = (received: string): void => reject(new EvospiceError('SANDBOX_START', `the sandbox did not start: ${received.trim().slice(0, 500)}`, {
    received, expected: 'a child that says it is ready', remedy: 'see `evospice doctor`',
  }));
  const timer = setTimeout(() => refuse(`not ready after ${seconds} s`), seconds * 1000);
  child.listen({
    line: (line) => (parseGuestMessage(line)?.type === 'ready' ? resolve() : refuse(`it said ${line.slice(0, 200)}`)),
    overflow: () => refuse('it said too much'),
    exit: ({ code, signal, complaint }) => refuse(`${complaint || 'no message'} (exit code ${code}, signal ${signal})`),
  });
  try {
    await promise;
    return child;
  } catch (error) {
    await child.kill();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The child with an isolate made afresh; undefined, and killed, where it cannot within that time: its program may have left work behind. */
export async function renewed(ready: ReadyChild, seconds: number): Promise<ReadyChild | undefined> {
  ready.child.send('renew', '{}');
  return untilReady(ready.child, seconds).then(() => ready, () => undefined); // The next program starts a child of its own.
}

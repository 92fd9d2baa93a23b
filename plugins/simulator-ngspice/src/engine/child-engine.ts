import type { ChildProcess } from 'node:child_process';
import { EngineGone, endOf, type Engine, type EngineAnswer, type EngineRequest } from './engine.ts';
import { makeScratchFolder, removeScratchFolder } from './scratch-folder.ts';

export interface PendingRequest {
  readonly request: EngineRequest;
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: EngineGone) => void;
}

/** A process with ngspice in it, in a folder of its own: what it is asked, and how it ends. How it is talked to is for subclasses. */
export abstract class ChildEngine<Child extends ChildProcess = ChildProcess> implements Engine {
  protected readonly folder: string;
  protected readonly child: Child;
  readonly #ended: Promise<void>;
  #pending: PendingRequest | undefined;
  #end: EngineGone | undefined;

  /** @param start starts the leader of a process group of its own; it removes the folder when it ends by itself */
  constructor(start: (folder: string) => Child) {
    this.folder = makeScratchFolder();
    this.child = start(this.folder);
    this.#ended = new Promise((resolve) => {
      this.child.on('error', (error) => { this.gone(new EngineGone('died', this.said(), error.message)); resolve(); });
      this.child.on('close', (code, signal) => { this.gone(new EngineGone('died', this.said(), signal ?? `code ${String(code)}`)); resolve(); });
    });
  }

  execute(request: EngineRequest, stop?: AbortSignal): Promise<EngineAnswer> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const { promise, resolve, reject } = Promise.withResolvers<EngineAnswer>();
    const onStop = (): void => {
      this.gone(new EngineGone(stop === undefined ? 'cancelled' : endOf(stop), this.said()));
      this.#kill();
    };
    if (stop?.aborted === true) onStop();
    if (this.#end !== undefined) return Promise.reject(this.#end);
    stop?.addEventListener('abort', onStop, { once: true });
    const settled = (): void => { stop?.removeEventListener('abort', onStop); };
    this.#pending = { request, resolve: (answer) => { settled(); resolve(answer); }, reject: (error) => { settled(); reject(error); } };
    this.send(request);
    return promise;
  }

  async release(): Promise<void> {
    this.gone(new EngineGone('cancelled', this.said()));
    this.#kill();
    await this.#ended;
    removeScratchFolder(this.folder);
  }

  /** What it printed so far, for messages. */
  protected abstract said(): string;

  protected abstract send(request: EngineRequest): void;

  /** The request that waits for an answer, which the caller now gives. */
  protected take(): PendingRequest | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }

  /** It answers nothing from now on. */
  protected gone(error: EngineGone): void {
    this.#end ??= error;
    this.take()?.reject(error);
  }

  #kill(): void {
    const { pid } = this.child;
    if (pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It ended between the check and the signal.
    }
  }
}

import { Worker } from 'node:worker_threads';
import { createBirpc, type BirpcReturn } from 'birpc';
import { EvospiceError } from '@evospice/contracts';
import { EngineGone, endOf, type Engine, type EngineAnswer, type EngineRequest } from './engine.ts';
import type { WasmWorkerFunctions } from './wasm-protocol.ts';

type Channel = BirpcReturn<WasmWorkerFunctions, Record<string, never>>;

const fromSource = import.meta.url.endsWith('.ts');
const workerUrl = new URL(fromSource ? './wasm-worker.ts' : './wasm-worker.js', import.meta.url);

/** ngspice as WebAssembly in a worker thread. Starting one takes half a second, and its first two seconds are slow. */
export class WasmEngine implements Engine {
  readonly version: string;
  readonly location: string;
  readonly #worker: Worker;
  readonly #channel: Channel;
  readonly #gone = Promise.withResolvers<never>();
  #end: EngineGone | undefined;

  private constructor(worker: Worker, channel: Channel, facts: { readonly version: string; readonly location: string }) {
    this.#worker = worker;
    this.#channel = channel;
    this.version = facts.version;
    this.location = facts.location;
    this.#gone.promise.catch(() => {
      // Reported to whoever waits for an answer; an idle worker's end concerns nobody.
    });
    worker.on('error', (error) => { this.#die(new EngineGone('died', '', error instanceof Error ? error.message : String(error))); });
    worker.on('exit', (code) => { this.#die(new EngineGone('died', '', `exit code ${code}`)); });
  }

  /** @throws EvospiceError `SIMULATOR_MISSING` when the package is not there or does not load. */
  static async start(): Promise<WasmEngine> {
    const worker = new Worker(workerUrl, {
      execArgv: fromSource ? ['--conditions=@evospice/source'] : [], stdout: true, stderr: true, env: {},
    });
    const channel: Channel = createBirpc<WasmWorkerFunctions, Record<string, never>>({}, {
      post: (message) => { worker.postMessage(message); },
      on: (listener) => { worker.on('message', listener); },
      // Deadlines are set by who asks, and a worker that dies is seen through its events.
      timeout: -1,
    });
    const { promise: failed, reject } = Promise.withResolvers<never>();
    worker.once('error', reject);
    worker.once('exit', (code) => { reject(new Error(`the worker ended with code ${code}`)); });
    failed.catch(() => {
      // Only matters while starting.
    });
    try {
      const facts = await Promise.race([channel.start(), failed]);
      return new WasmEngine(worker, channel, facts);
    } catch (error) {
      await worker.terminate();
      throw new EvospiceError('SIMULATOR_MISSING', `ngspice as WebAssembly did not start: ${error instanceof Error ? error.message : String(error)}`, {
        expected: 'the package eecircuit-engine', remedy: 'install the packages of Evospice again', cause: error,
      });
    }
  }

  get alive(): boolean {
    return this.#end === undefined;
  }

  async execute(request: EngineRequest, stop?: AbortSignal): Promise<EngineAnswer> {
    if (this.#end !== undefined) throw this.#end;
    const onStop = (): void => {
      if (stop !== undefined) this.#die(new EngineGone(endOf(stop), ''));
    };
    if (stop?.aborted === true) onStop();
    stop?.addEventListener('abort', onStop, { once: true });
    try {
      const answer = await Promise.race([this.#channel.execute(request), this.#gone.promise]);
      if (!answer.died) return answer;
      this.#die(new EngineGone('died', answer.log));
      return await this.#gone.promise;
    } finally {
      stop?.removeEventListener('abort', onStop);
    }
  }

  /** Whether its thread keeps this process running. */
  hold(held: boolean): void {
    if (held) this.#worker.ref();
    else this.#worker.unref();
  }

  async release(): Promise<void> {
    this.#die(new EngineGone('cancelled', ''));
    await this.#worker.terminate();
  }

  #die(end: EngineGone): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#gone.reject(end);
    this.#channel.$close();
    void this.#worker.terminate();
  }
}

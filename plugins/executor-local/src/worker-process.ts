import { fork, type ChildProcess } from 'node:child_process';
import { EvospiceError, siblingModule, type Job, type Json, type Logger, type WorkSource } from '@evospice/contracts';
import { cancelled, overdue, type RunOptions } from './local-job-queue.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Time that a process has to end a job or itself, ms. */
const PATIENCE = 5000;

type Answer = Exclude<FromWorker, { readonly type: 'log' }>;

/** A child process that has loaded a source and runs one job at a time. Whatever it prints goes to standard error. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;
  #pending: PromiseWithResolvers<Answer> | undefined;
  #ended: string | undefined;

  /** @throws EvospiceError `EXECUTOR_WORKER` when the process does not come up; what loading or setting up the module threw in it */
  static async start(source: WorkSource, execArgv: readonly string[], log: Logger): Promise<WorkerProcess> {
    const worker = new WorkerProcess(execArgv, log);
    try {
      await worker.#ask({ type: 'open', source });
      return worker;
    } catch (error) {
      await worker.close();
      throw error;
    }
  }

  private constructor(execArgv: readonly string[], log: Logger) {
    this.#child = fork(new URL(siblingModule('./worker', import.meta.url)), [], { execArgv: [...execArgv], stdio: ['ignore', 2, 2, 'ipc'], serialization: 'advanced' });
    this.#child.on('message', (message: FromWorker) => {
      if (message.type === 'log') log[message.level](message.message, message.fields as Record<string, unknown> | undefined);
      else this.#pending?.resolve(message);
    });
    this.#gone = new Promise((resolve) => {
      const end = (how: string): void => {
        this.#ended ??= how;
        this.#pending?.reject(this.#died());
        resolve();
      };
      this.#child.once('error', (error) => end(error.message));
      this.#child.once('exit', (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
  }

  /** False once the process is gone, or is being killed. */
  get alive(): boolean {
    return this.#ended === undefined;
  }

  async run(job: Job, { signal, limitSeconds }: RunOptions): Promise<Json> {
    let impatient: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      this.#tell({ type: 'cancel' });
      impatient = setTimeout(() => this.#kill(cancelled(job, signal)), PATIENCE);
    };
    signal.addEventListener('abort', cancel, { once: true });
    const guard = limitSeconds === undefined ? undefined : setTimeout(() => this.#kill(overdue(job, limitSeconds)), limitSeconds * 1000);
    try {
      const answer = await this.#ask({ type: 'run', job });
      if (signal.aborted) throw cancelled(job, signal);
      if (answer.type === 'finished') return answer.answer;
      throw new EvospiceError('EXECUTOR_WORKER', 'a worker process answered out of turn', { received: answer.type });
    } catch (error) {
      throw signal.aborted && this.alive ? cancelled(job, signal) : error;
    } finally {
      clearTimeout(guard);
      clearTimeout(impatient);
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Ends the process, by force if need be; safe to call twice. */
  async close(): Promise<void> {
    if (this.#ended === undefined) this.#tell({ type: 'close' });
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    await this.#gone;
    clearTimeout(kill);
  }

  async #ask(message: ToWorker): Promise<Answer> {
    if (this.#ended !== undefined) throw this.#died();
    const pending = (this.#pending = Promise.withResolvers<Answer>());
    this.#tell(message);
    try {
      const answer = await pending.promise;
      if (answer.type === 'failed') throw EvospiceError.fromJSON(answer.error);
      return answer;
    } finally {
      this.#pending = undefined;
    }
  }

  /** A process that is gone says so itself. */
  #tell(message: ToWorker): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #kill(reason: EvospiceError): void {
    this.#ended ??= reason.message;
    this.#pending?.reject(reason);
    this.#child.kill('SIGKILL');
  }

  #died(): EvospiceError {
    return new EvospiceError('EXECUTOR_WORKER', `a worker process ended unexpectedly: ${this.#ended}`, {
      received: this.#ended, expected: 'a process that lives until it is told to end', remedy: 'run the same again, with fewer workers if memory was short',
    });
  }
}

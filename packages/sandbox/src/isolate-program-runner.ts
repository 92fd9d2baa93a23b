import { defined, EvospiceError, type ProgramAnswer, type ProgramCall, type ProgramFailure, type ProgramLimits, type ProgramOutcome, type ProgramRunner } from '@evospice/contracts';
import { CallService } from './host/call-service.ts';
import { ChildPool } from './host/child-pool.ts';
import { ExtractionService } from './host/extraction-service.ts';
import { ProgramSession, type SessionEnd, type SessionRequest } from './host/program-session.ts';
import { ChildStarter } from './host/start-child.ts';
import type { GuestSearch } from './guest/searches.ts';
import type { IsolationChoice } from './isolation/layers.ts';
import { prepareProgram, type PreparedProgram } from './program/prepare-program.ts';

export interface IsolateProgramRunnerOptions {
  /** Children kept ready, about 65 MB each. Default 1. */
  readonly warm?: number;
  /** `auto` takes the strongest that works, `bubblewrap` insists on it, `process` leaves it out. Default `auto`. */
  readonly isolation?: IsolationChoice;
  /** Optimizers that programs may call as `context.optimizers`; none by default. */
  readonly searches?: () => readonly GuestSearch[];
}

type RunRequest = Parameters<ProgramRunner['run']>[0];

/**
 * Runs programs in an isolate of a child process of their own. Calls of the host are answered one at a time in order,
 * so that a program makes the same calls whenever it gets the same answers.
 * `run` and `call` reject only for what is not the program's doing: `SANDBOX_*`, `RUNNER_REQUEST`, or a failure of the host
 * (of `context.simulate` other than `BUDGET_EXHAUSTED` and `EXTRACTION_REQUEST`).
 */
export class IsolateProgramRunner implements ProgramRunner {
  readonly name = 'isolate';
  readonly #starter: ChildStarter;
  readonly #pool: ChildPool;

  constructor(options: IsolateProgramRunnerOptions = {}, starter = new ChildStarter(options.isolation ?? 'auto', undefined, options.searches)) {
    this.#starter = starter;
    this.#pool = new ChildPool((memoryMb) => starter.start(memoryMb), options.warm ?? 1);
  }

  async run({ program, problem, context, seed, limits }: RunRequest): Promise<ProgramOutcome> {
    refuseMalformed(seed, limits);
    const { status, failure, log, isolation, cpuSeconds } = await this.#session(() => prepareProgram(program, 'optimizer'), {
      function: 'default', service: new ExtractionService(problem, context, seed), limits, signal: context.signal,
    });
    return { status, ...defined({ failure, cpuSeconds }), isolation, log };
  }

  async call(request: ProgramCall): Promise<ProgramAnswer> {
    const { program, limits, seed, signal = new AbortController().signal } = request;
    refuseMalformed(seed, limits);
    const { failure, value, log, isolation } = await this.#session(() => prepareProgram(program, 'module'), {
      function: request.function ?? 'default', service: new CallService(request), limits, signal,
    });
    return failure === undefined ? { status: 'completed', value: value ?? null, isolation, log } : { status: 'failed', failure, isolation, log };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #session(prepare: () => PreparedProgram, request: Omit<SessionRequest, 'prepared'>): Promise<SessionEnd & { readonly isolation: string }> {
    let prepared: PreparedProgram;
    try {
      prepared = prepare();
    } catch (error) {
      if (!EvospiceError.is(error) || (error.code !== 'PROGRAM_SYNTAX' && error.code !== 'PROGRAM_FILES')) throw error;
      const { code, message, file, line } = error;
      return this.#unstarted({ code, message, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) });
    }
    if (request.signal.aborted) return this.#unstarted({ code: 'PROGRAM_CANCELLED', message: 'cancelled by the caller' });
    const ready = await this.#pool.take(request.limits.memoryMb, prepared);
    let end: SessionEnd | undefined;
    try {
      end = await new ProgramSession(ready.child, { ...request, prepared }).run();
      return { ...end, isolation: ready.isolation };
    } finally {
      if (end === undefined || end.status === 'failed') await ready.child.kill();
      else this.#pool.giveBack(ready, prepared);
    }
  }

  async #unstarted(failure: ProgramFailure): Promise<SessionEnd & { readonly isolation: string }> {
    return { status: 'failed', failure, isolation: await this.#starter.describe(), log: [] };
  }
}

/** A timer cannot be set for longer. */
const longestWallSeconds = 2_147_483;

function refuseMalformed(seed: number, { wallSeconds, memoryMb }: ProgramLimits): void {
  const refuse = (what: string, received: number, expected: string): never => {
    throw new EvospiceError('RUNNER_REQUEST', `${what} ${received} cannot be used`, { received, expected, remedy: `correct ${what}` });
  };
  if (!Number.isSafeInteger(seed)) refuse('seed', seed, 'a safe integer');
  if (!(wallSeconds > 0 && wallSeconds <= longestWallSeconds)) refuse('wallSeconds', wallSeconds, `seconds in (0, ${longestWallSeconds}]`);
  if (!Number.isInteger(memoryMb) || memoryMb < 16 || memoryMb > 65_536) refuse('memoryMb', memoryMb, 'whole megabytes in [16, 65536]');
}

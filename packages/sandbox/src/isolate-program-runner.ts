import { EvospiceError, type ProgramOutcome, type ProgramRunner } from '@evospice/contracts';
import { ChildPool } from './host/child-pool.ts';
import { ProgramSession } from './host/program-session.ts';
import { ChildStarter } from './host/start-child.ts';
import type { IsolationChoice } from './isolation/layers.ts';
import { prepareProgram, type PreparedProgram } from './program/prepare-program.ts';

export interface IsolateProgramRunnerOptions {
  /** Children kept ready, about 65 MB each. Default 1. */
  readonly warm?: number;
  /** `auto` takes the strongest that works, `bubblewrap` insists on it, `process` leaves it out. Default `auto`. */
  readonly isolation?: IsolationChoice;
}

type Request = Parameters<ProgramRunner['run']>[0];

/**
 * Runs programs in an isolate of a child process of their own. Calls of `simulate` are answered one at a time in order,
 * so that a program makes the same calls whenever it gets the same answers.
 * `run` rejects only for what is no program's doing: `SANDBOX_*`, `RUNNER_REQUEST`, or a failure of `context.simulate`
 * other than `BUDGET_EXHAUSTED` and `EXTRACTION_REQUEST`.
 */
export class IsolateProgramRunner implements ProgramRunner {
  readonly name = 'isolate';
  readonly #starter: ChildStarter;
  readonly #pool: ChildPool;

  constructor(options: IsolateProgramRunnerOptions = {}, starter = new ChildStarter(options.isolation ?? 'auto')) {
    this.#starter = starter;
    this.#pool = new ChildPool((memoryMb) => starter.start(memoryMb), options.warm ?? 1);
  }

  async run(request: Request): Promise<ProgramOutcome> {
    refuseMalformed(request);
    const { program, problem, context, seed, limits } = request;
    let prepared: PreparedProgram;
    try {
      prepared = prepareProgram(program);
    } catch (error) {
      if (!EvospiceError.is(error) || (error.code !== 'PROGRAM_SYNTAX' && error.code !== 'PROGRAM_FILES')) throw error;
      const { code, message, line } = error;
      return this.#unstarted({ code, message, ...(line === undefined ? {} : { line }) });
    }
    if (context.signal.aborted) return this.#unstarted({ code: 'PROGRAM_CANCELLED', message: 'cancelled by the caller' });
    const { child, isolation } = await this.#pool.take(limits.memoryMb);
    try {
      return await new ProgramSession(child, isolation, { javascript: prepared.javascript, problem, context, seed, limits }).run();
    } finally {
      await child.kill();
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #unstarted(failure: NonNullable<ProgramOutcome['failure']>): Promise<ProgramOutcome> {
    return { status: 'failed', failure, isolation: await this.#starter.describe(), log: [] };
  }
}

/** A timer cannot be set for longer. */
const longestWallSeconds = 2_147_483;

function refuseMalformed({ seed, limits: { wallSeconds, memoryMb } }: Request): void {
  const refuse = (what: string, received: number, expected: string): never => {
    throw new EvospiceError('RUNNER_REQUEST', `${what} ${received} cannot be used`, { received, expected, remedy: `correct ${what}` });
  };
  if (!Number.isSafeInteger(seed)) refuse('seed', seed, 'a safe integer');
  if (!(wallSeconds > 0 && wallSeconds <= longestWallSeconds)) refuse('wallSeconds', wallSeconds, `seconds in (0, ${longestWallSeconds}]`);
  if (!Number.isInteger(memoryMb) || memoryMb < 16 || memoryMb > 65_536) refuse('memoryMb', memoryMb, 'whole megabytes in [16, 65536]');
}

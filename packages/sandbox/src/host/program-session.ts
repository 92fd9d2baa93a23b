import {
  EvospiceError, defined, type ExtractionProblem, type OptimizerContext, type ProgramFailureCode, type ProgramLimits, type ProgramOutcome,
} from '@evospice/contracts';
import { longestLogLine, longestMessage, mostLogLines, mostPendingCalls, programFile } from '../child/frames.ts';
import { Countdown } from './countdown.ts';
import { parseGuestMessage, type EndedMessage, type SimulateMessage } from './guest-message.ts';
import type { ChildExit, SandboxChild } from './sandbox-child.ts';

export interface ProgramRequest {
  readonly javascript: string;
  readonly problem: ExtractionProblem;
  readonly context: OptimizerContext;
  readonly seed: number;
  readonly limits: ProgramLimits;
}

/** Calls that cost nothing (refused, empty, unpayable ones) before the program counts as flooding the host. */
const mostFreeCalls = 10_000;

/** One simulation may take this many times what the program may take for its own work, licences waited for included. */
const patience = 10;

type Ending = Pick<ProgramOutcome, 'status' | 'failure'>;

/** One program in one child: carries its calls to the context, watches its limits and says how it ended. */
export class ProgramSession {
  readonly #child: SandboxChild;
  readonly #request: ProgramRequest;
  readonly #isolation: string;
  readonly #log: string[] = [];
  readonly #outcome = Promise.withResolvers<Ending>();
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #exhausted = false;
  #free = 0;
  #over = false;
  #countdown: Countdown | undefined;

  constructor(child: SandboxChild, isolation: string, request: ProgramRequest) {
    this.#child = child;
    this.#isolation = isolation;
    this.#request = request;
  }

  /** @throws whatever `context.simulate` failed with, unless it is a matter of the program. */
  async run(): Promise<ProgramOutcome> {
    const { context, limits, javascript, problem, seed } = this.#request;
    const cancel = (): void => this.#fail('PROGRAM_CANCELLED', 'cancelled by the caller');
    this.#countdown = new Countdown(limits.wallSeconds * 1000, () => this.#fail('PROGRAM_DEADLINE', `did not end within ${limits.wallSeconds} s of its own work`));
    context.signal.addEventListener('abort', cancel, { once: true });
    try {
      if (context.signal.aborted) cancel();
      this.#child.listen({ line: (line) => this.#receive(line), overflow: () => this.#abuse('sent a message without end'), exit: (exit) => this.#died(exit) });
      this.#child.send('program', JSON.stringify(javascript));
      this.#child.send('start', JSON.stringify({ problem, seed, budget: this.#budget() }));
      const ending = await this.#outcome.promise;
      return { ...ending, isolation: this.#isolation, log: this.#log };
    } finally {
      this.#countdown.pause();
      context.signal.removeEventListener('abort', cancel);
    }
  }

  #receive(line: string): void {
    if (this.#over) return;
    const message = parseGuestMessage(line);
    switch (message?.type) {
      case 'log':
        if (this.#log.length > mostLogLines || message.text.length > longestLogLine + 1) return this.#abuse('logged more than its runtime lets through');
        this.#log.push(message.text);
        this.#request.context.log(message.text);
        return;
      case 'simulate':
        this.#waiting += 1;
        if (this.#waiting > mostPendingCalls) return this.#abuse('made too many calls without waiting for their answers');
        return this.#enqueue(() => this.#simulate(message));
      case 'ended':
        // A program that returns has still made the calls before it; a killed one has not.
        if (message.reason === 'returned' || message.reason === 'threw' || message.reason === 'budget') return this.#enqueue(async () => this.#ended(message));
        return this.#ended(message);
      default:
        return this.#abuse('sent a malformed message');
    }
  }

  /** One call at a time, in order: how calls overlap must not change what a program sees. */
  #enqueue(action: () => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      if (!this.#over) await action();
    }).catch((error: unknown) => {
      this.#over = true;
      this.#outcome.reject(error);
    });
  }

  async #simulate({ id, candidates, curves, every }: SimulateMessage): Promise<void> {
    const { context } = this.#request;
    const before = context.budget.spent;
    let answer: object;
    try {
      answer = { evaluations: await this.#hostTime(() => context.simulate(candidates, defined({ curves, every }))) };
    } catch (error) {
      // Neither is the program's fault; anything else is the host's and ends the run as what it is.
      if (context.signal.aborted) return this.#fail('PROGRAM_CANCELLED', 'cancelled by the caller');
      if (!EvospiceError.is(error, 'BUDGET_EXHAUSTED') && !EvospiceError.is(error, 'EXTRACTION_REQUEST')) throw error;
      if (error.code === 'BUDGET_EXHAUSTED') this.#exhausted = true;
      answer = { error: { code: error.code, message: error.message.slice(0, longestMessage) } };
    }
    this.#waiting -= 1;
    if (context.budget.spent === before) this.#free += 1;
    if (this.#free > mostFreeCalls) return this.#abuse(`made ${this.#free} calls that simulate nothing`);
    this.#child.send('reply', JSON.stringify({ id, ...answer, budget: this.#budget() }));
  }

  /** Simulating, and waiting for a licence to simulate, is not the program's own work; but it may not hang for ever. */
  async #hostTime<T>(work: () => Promise<T>): Promise<T> {
    const seconds = patience * this.#request.limits.wallSeconds;
    const hang = new Countdown(seconds * 1000, () => this.#fail('PROGRAM_DEADLINE', `waited ${seconds} s for one simulation`));
    this.#countdown?.pause();
    try {
      return await work();
    } finally {
      hang.pause();
      if (!this.#over) this.#countdown?.resume();
    }
  }

  #ended({ reason, name, message, stack }: EndedMessage): void {
    if (reason === 'abuse') return this.#abuse(message);
    if (reason === 'memory') return this.#fail('PROGRAM_MEMORY', this.#memoryMessage());
    // However the program dressed it up: the budget is what ended it.
    if (this.#exhausted && reason !== 'syntax') return this.#settle({ status: 'budget' });
    if (reason === 'returned') return this.#settle({ status: 'completed' });
    if (reason === 'budget') return this.#abuse('said that the budget is gone, which it is not');
    const said = name === '' || name === 'Error' ? message : `${name}: ${message}`;
    const line = lineOf(stack);
    if (name === 'RangeError' && message === 'Array buffer allocation failed') return this.#fail('PROGRAM_MEMORY', this.#memoryMessage(), line);
    this.#fail(reason === 'syntax' ? 'PROGRAM_SYNTAX' : 'PROGRAM_ERROR', said, line ?? lineOf(message));
  }

  #died({ code, signal, complaint }: ChildExit): void {
    if (/out of memory|out-of-memory|Last few GCs|Allocation failed|bad_alloc/i.test(complaint)) return this.#fail('PROGRAM_MEMORY', this.#memoryMessage());
    this.#fail('PROGRAM_CRASHED', `its process died (exit code ${code}, signal ${signal}): ${complaint.trim().slice(0, longestMessage) || 'no message'}`);
  }

  #memoryMessage(): string {
    return `needed more than ${this.#request.limits.memoryMb} MB`;
  }

  #abuse(message: string): void {
    this.#fail('PROGRAM_ABUSE', message);
  }

  #fail(code: ProgramFailureCode, message: string, line?: number): void {
    this.#settle({ status: 'failed', failure: { code, message: message.slice(0, longestMessage), ...(line === undefined ? {} : { line }) } });
  }

  #settle(ending: Ending): void {
    if (this.#over) return;
    this.#over = true;
    this.#outcome.resolve(ending);
  }

  #budget(): object {
    const { allowed, spent, remaining } = this.#request.context.budget;
    return { allowed, spent, remaining };
  }
}

const place = new RegExp(`${programFile.replace('.', '\\.')}:(\\d+)`);

/** Line of the topmost frame inside the program. */
function lineOf(stack: string): number | undefined {
  const line = Number(place.exec(stack)?.[1]);
  return Number.isSafeInteger(line) && line > 0 ? line : undefined;
}

import { defined, type Json, type ProgramFailure, type ProgramFailureCode, type ProgramLimits } from '@evospice/contracts';
import { longestLogLine, longestMessage, mostLogLines, mostPendingCalls, programFolder } from '../child/frames.ts';
import type { PreparedProgram } from '../program/prepare-program.ts';
import { Countdown } from './countdown.ts';
import { parseGuestMessage, type EndedMessage } from './guest-message.ts';
import type { HostService } from './host-service.ts';
import type { ChildExit, SandboxChild } from './sandbox-child.ts';

export interface SessionRequest {
  readonly prepared: PreparedProgram;
  /** Export that is called. */
  readonly function: string;
  readonly service: HostService;
  readonly limits: ProgramLimits;
  readonly signal: AbortSignal;
}

/** How a session ended, with what its program logged. */
export interface SessionEnd {
  readonly status: 'completed' | 'budget' | 'failed';
  readonly failure?: ProgramFailure;
  /** What the function returned, where it was called for that. */
  readonly value?: Json;
  readonly log: readonly string[];
  /** CPU seconds of the child since the program came, as it said last; absent where it never did. */
  readonly cpuSeconds?: number;
}

/** Calls that cost nothing (refused, empty, unpayable ones) before the program counts as flooding the host. */
const mostFreeCalls = 10_000;

/** One call may take this many times what the program may take for its own work, licences waited for included. */
const patience = 10;

type Ending = Omit<SessionEnd, 'log' | 'cpuSeconds'>;

/** One program in one child: carries its calls to the host, watches its limits and says how it ended. */
export class ProgramSession {
  readonly #child: SandboxChild;
  readonly #request: SessionRequest;
  readonly #log: string[] = [];
  readonly #outcome = Promise.withResolvers<Ending>();
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #free = 0;
  #over = false;
  #cpuSeconds: number | undefined;
  #countdown: Countdown | undefined;

  constructor(child: SandboxChild, request: SessionRequest) {
    this.#child = child;
    this.#request = request;
  }

  /** @throws whatever the host's service failed with, unless it is a matter of the program. */
  async run(): Promise<SessionEnd> {
    const { limits, prepared, service, signal } = this.#request;
    const cancel = (): void => this.#fail('PROGRAM_CANCELLED', 'cancelled by the caller');
    this.#countdown = new Countdown(limits.wallSeconds * 1000, () => this.#fail('PROGRAM_DEADLINE', `did not end within ${limits.wallSeconds} s of its own work`));
    signal.addEventListener('abort', cancel, { once: true });
    try {
      if (signal.aborted) cancel();
      this.#child.listen({ line: (line) => this.#receive(line), overflow: () => this.#abuse('sent a message without end'), exit: (exit) => this.#died(exit) });
      this.#child.send('program', JSON.stringify({ entry: prepared.entry, function: this.#request.function, modules: prepared.modules }));
      this.#child.send('start', JSON.stringify(service.start));
      return { ...(await this.#outcome.promise), log: this.#log, ...defined({ cpuSeconds: this.#cpuSeconds }) };
    } finally {
      this.#countdown.pause();
      signal.removeEventListener('abort', cancel);
    }
  }

  #receive(line: string): void {
    if (this.#over) return;
    const message = parseGuestMessage(line);
    switch (message?.type) {
      case 'log':
        if (this.#log.length > mostLogLines || message.text.length > longestLogLine + 1) return this.#abuse('logged more than its runtime lets through');
        this.#log.push(message.text);
        this.#request.service.log(message.text);
        return;
      case 'worked':
        this.#cpuSeconds = message.cpuSeconds;
        return;
      case 'call':
        return this.#accept(message.id, message.name, message.payload);
      case 'ended':
        // A program that returns has still made the calls before it; a killed one has not.
        if (message.reason === 'returned' || message.reason === 'threw' || message.reason === 'budget') return this.#enqueue(async () => this.#ended(message));
        return this.#ended(message);
      default:
        return this.#abuse('sent a malformed message');
    }
  }

  #accept(id: number, name: string, payload: unknown): void {
    const action = this.#request.service.accept(name, payload);
    if (action === undefined) return this.#abuse('sent a malformed message');
    this.#waiting += 1;
    if (this.#waiting > mostPendingCalls) return this.#abuse('made too many calls without waiting for their answers');
    this.#enqueue(async () => {
      const answer = await this.#hostTime(action).catch((error: unknown) => {
        if (!this.#request.signal.aborted) throw error;
        this.#fail('PROGRAM_CANCELLED', 'cancelled by the caller');
      });
      if (answer === undefined) return;
      this.#waiting -= 1;
      if (answer.free) this.#free += 1;
      if (this.#free > mostFreeCalls) return this.#abuse(`made ${this.#free} calls that cost nothing`);
      this.#child.send('reply', JSON.stringify({ id, ...answer.reply }));
    });
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

  /** What the host does, and waiting for a licence to do it, is not the program's own work; but it may not hang for ever. */
  async #hostTime<T>(work: () => Promise<T>): Promise<T> {
    const seconds = patience * this.#request.limits.wallSeconds;
    const hang = new Countdown(seconds * 1000, () => this.#fail('PROGRAM_DEADLINE', `waited ${seconds} s for the answer to one call`));
    this.#countdown?.pause();
    try {
      return await work();
    } finally {
      hang.pause();
      if (!this.#over) this.#countdown?.resume();
    }
  }

  #ended({ reason, name, message, stack, value }: EndedMessage): void {
    if (reason === 'abuse') return this.#abuse(message);
    if (reason === 'memory') return this.#fail('PROGRAM_MEMORY', this.#memoryMessage());
    // However the program dressed it up: the budget is what ended it.
    if (this.#request.service.exhausted && reason !== 'syntax') return this.#settle({ status: 'budget' });
    if (reason === 'returned') return this.#settle({ status: 'completed', ...(value === undefined ? {} : { value }) });
    if (reason === 'budget') return this.#abuse('said that the budget is gone, which it is not');
    const said = name === '' || name === 'Error' ? message : `${name}: ${message}`;
    const place = placeOf(stack) ?? placeOf(message);
    if (name === 'RangeError' && message === 'Array buffer allocation failed') return this.#fail('PROGRAM_MEMORY', this.#memoryMessage(), place);
    this.#fail(reason === 'syntax' ? 'PROGRAM_SYNTAX' : 'PROGRAM_ERROR', said, place);
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

  #fail(code: ProgramFailureCode, message: string, place?: ProgramPlace): void {
    const where = place === undefined ? {} : { ...(place.file === this.#request.prepared.entry ? {} : { file: place.file }), line: place.line };
    this.#settle({ status: 'failed', failure: { code, message: message.slice(0, longestMessage), ...where } });
  }

  #settle(ending: Ending): void {
    if (this.#over) return;
    this.#over = true;
    this.#outcome.resolve(ending);
  }
}

interface ProgramPlace {
  readonly file: string;
  readonly line: number;
}

const frame = new RegExp(`${programFolder}([\\w./-]+):(\\d+)`);

/** The topmost frame inside the program. */
function placeOf(stack: string): ProgramPlace | undefined {
  const [, file, digits] = frame.exec(stack) ?? [];
  const line = Number(digits);
  return file !== undefined && Number.isSafeInteger(line) && line > 0 ? { file, line } : undefined;
}

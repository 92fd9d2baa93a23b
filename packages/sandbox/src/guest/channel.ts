import { longestLogLine, longestMessage, mostLogLines, mostPendingCalls } from '../child/frames.ts';
import { describeThrown, textOf } from './describe-thrown.ts';

/** An answer of the host. */
export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What happens with an answer. */
export interface Pending {
  /** Sees every answer first, and makes the value that the program gets. */
  readonly take: (reply: Reply) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/* Built-ins as they were before the program could replace them. */
const { parse, stringify } = JSON;
const SafeError = Error;
const { assign } = Object;

/** An error that programs recognise by its code. */
export function codedError(code: string, message: string): Error {
  const error = new SafeError(message);
  error.name = 'EvospiceError';
  return assign(error, { code });
}

/** The way out of the isolate: lines of the program's log, its calls and its end. Nothing passes after the end. */
export class Channel {
  readonly #send: (text: string) => void;
  readonly #pending: Record<number, Pending | undefined> = Object.create(null);
  #calls = 0;
  #outstanding = 0;
  #logged = 0;
  #over = false;

  /** @param send takes one line of JSON out of the isolate */
  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  /** True when no answer is due and the program has not ended: nothing can wake it any more. */
  get idle(): boolean {
    return !this.#over && this.#outstanding === 0;
  }

  log(message: unknown): void {
    if (this.#over || this.#logged > mostLogLines) return;
    this.#logged += 1;
    const text = this.#logged > mostLogLines ? '(further lines were dropped)' : textOf(message, longestLogLine);
    this.#send(`{"type":"log","text":${stringify(text)}}`);
  }

  /** @param payload JSON text */
  call(name: string, payload: string, pending: Pending): void {
    if (this.#over) return;
    if (this.#outstanding >= mostPendingCalls) return this.end('abuse', 'made too many calls without waiting for their answers');
    this.#calls += 1;
    this.#outstanding += 1;
    this.#pending[this.#calls] = pending;
    this.#send(`{"type":"call","id":${this.#calls},"name":${stringify(name)},"payload":${payload}}`);
  }

  receive(text: string): void {
    const reply: Reply = parse(text);
    const call = this.#pending[reply.id];
    if (call === undefined) return;
    delete this.#pending[reply.id];
    this.#outstanding -= 1;
    const value = call.take(reply);
    if (reply.error === undefined) call.resolve(value);
    else call.reject(codedError(reply.error.code, reply.error.message));
  }

  /** @param value JSON text of what was returned, where that is wanted */
  returned(value?: string): void {
    this.#finish(`{"type":"ended","reason":"returned","name":"","message":"","stack":""${value === undefined ? '' : `,"value":${value}`}}`);
  }

  threw(error: unknown): void {
    const { name, message, stack } = describeThrown(error, longestMessage);
    this.#finish(`{"type":"ended","reason":"threw","name":${stringify(name)},"message":${stringify(message)},"stack":${stringify(stack)}}`);
  }

  end(reason: 'abuse' | 'budget', message: string): void {
    this.#finish(`{"type":"ended","reason":"${reason}","name":"","message":${stringify(message)},"stack":""}`);
  }

  #finish(message: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#send(message);
  }
}

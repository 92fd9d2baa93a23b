/**
 * The runtime that a program meets inside the isolate. Bundled with the toolbox into one script; nothing here runs in Node.
 * `send` lives in the closure of `createGuest` and only ever takes text. Built-ins are captured before the program
 * runs, because it may replace any of them.
 */
import type { BudgetView, Evaluation, ExtractionProblem, RandomSource, SimulateOptions, Toolbox } from '@evospice/contracts';
import { createRandom, toolbox } from '@evospice/toolbox';
import { longestLogLine, longestMessage, mostLogLines, mostPendingCalls, mostRefusals } from '../child/frames.ts';
import { hardenGlobals } from './harden-globals.ts';
import { encodeRequest, restoreEvaluations } from './encoding.ts';
import { describeThrown, textOf } from './describe-thrown.ts';

interface Start {
  readonly problem: ExtractionProblem;
  readonly seed: number;
  readonly budget: BudgetView;
}

interface Reply {
  readonly id: number;
  readonly evaluations?: readonly Evaluation[];
  readonly error?: { readonly code: string; readonly message: string };
  readonly budget: BudgetView;
}

interface Pending {
  readonly resolve: (evaluations: readonly Evaluation[]) => void;
  readonly reject: (error: Error) => void;
}

const { parse, stringify } = JSON;
const { freeze, defineProperty } = Object;
const SafePromise = Promise;
const SafeError = Error;
const safeThen = Function.prototype.call.bind(Promise.prototype.then) as (promise: Promise<unknown>, done: () => void, failed: (error: unknown) => void) => unknown;

/**
 * @param send takes one line of JSON out of the isolate
 */
export function createGuest(send: (text: string) => void) {
  const pending: Record<number, Pending | undefined> = Object.create(null);
  let calls = 0;
  let outstanding = 0;
  let refusals = 0;
  let logged = 0;
  let over = false;
  let budget: BudgetView = freeze({ allowed: 0, spent: 0, remaining: 0 });

  const codedError = (code: string, message: string): Error => {
    const error = new SafeError(message);
    error.name = 'EvospiceError';
    return Object.assign(error, { code });
  };

  const log = (message: unknown): void => {
    if (over || logged > mostLogLines) return;
    logged += 1;
    const text = logged > mostLogLines ? '(further lines were dropped)' : textOf(message, longestLogLine);
    send(`{"type":"log","text":${stringify(text)}}`);
  };

  const simulate = (candidates: unknown, options?: SimulateOptions): Promise<readonly Evaluation[]> =>
    new SafePromise((resolve, reject) => {
      if (over) return;
      if (outstanding >= mostPendingCalls) {
        over = true;
        send('{"type":"ended","reason":"abuse","name":"","message":"made too many calls of simulate without waiting for their answers","stack":""}');
        return;
      }
      // Counted by what the program has heard, not by what is on its way: the end is then the same in every run.
      if (refusals > mostRefusals) {
        over = true;
        send('{"type":"ended","reason":"budget","name":"","message":"","stack":""}');
        return;
      }
      const request = encodeRequest(candidates, options?.curves, options?.every);
      if (typeof request !== 'string') {
        reject(codedError('EXTRACTION_REQUEST', request.refused));
        return;
      }
      calls += 1;
      outstanding += 1;
      pending[calls] = { resolve, reject };
      send(`{"type":"simulate","id":${calls},${request}}`);
    });

  const finish = (message: string): void => {
    if (over) return;
    over = true;
    send(message);
  };

  const contextFor = (random: RandomSource): object => freeze({
    simulate,
    get budget() {
      return budget;
    },
    random,
    toolbox: toolbox as unknown as Toolbox,
    // Cancelling ends the whole process, so the flag never changes while the program can look.
    signal: freeze({ aborted: false, reason: undefined, throwIfAborted: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }),
    log,
  });

  const begin = async (entry: (problem: ExtractionProblem, context: object) => unknown, problem: ExtractionProblem, context: object): Promise<void> => {
    await entry(problem, context);
  };

  hardenGlobals(log);

  return {
    start(entry: (problem: ExtractionProblem, context: object) => unknown, text: string): void {
      const { problem, seed, budget: first }: Start = parse(text);
      budget = freeze(first);
      const chance = createRandom(seed).split();
      defineProperty(Math, 'random', { value: () => chance.next() });
      safeThen(
        begin(entry, problem, contextFor(createRandom(seed))),
        () => finish('{"type":"ended","reason":"returned","name":"","message":"","stack":""}'),
        (error) => {
          const { name, message, stack } = describeThrown(error, longestMessage);
          finish(`{"type":"ended","reason":"threw","name":${stringify(name)},"message":${stringify(message)},"stack":${stringify(stack)}}`);
        },
      );
    },
    receive(text: string): void {
      const reply: Reply = parse(text);
      const call = pending[reply.id];
      if (call === undefined) return;
      delete pending[reply.id];
      outstanding -= 1;
      if (reply.budget.spent > budget.spent) refusals = 0;
      else if (reply.error?.code === 'BUDGET_EXHAUSTED') refusals += 1;
      budget = freeze(reply.budget);
      if (reply.evaluations === undefined) call.reject(codedError(reply.error!.code, reply.error!.message));
      else call.resolve(restoreEvaluations(reply.evaluations));
    },
    /** True when no answer is due and the program has not ended: nothing can wake it any more. */
    idle: (): boolean => !over && outstanding === 0,
  };
}

/**
 * The runtime that a program finds inside the isolate. Bundled with the toolbox into one script; nothing here runs in Node.
 * The way out is in the closure of `createGuest` and only ever takes text. Built-ins are captured before the program
 * runs, because it may replace any of them.
 */
import type { ExtractionProblem, OptimizerContext, OptimizerLibrary, Toolbox } from '@evospice/contracts';
import { createRandom, toolbox } from '@evospice/toolbox';
import { Channel } from './channel.ts';
import { checkedOptions, type OptionSchema } from './checked-options.ts';
import { extractionArguments, type ExtractionStart } from './extraction.ts';
import { hardenGlobals } from './harden-globals.ts';
import { callArguments, returnValue, type CallStart } from './plain-call.ts';
import type { Tools } from './tools.ts';

const { parse } = JSON;
const { apply } = Reflect;
const { defineProperty } = Object;
const safeThen = Function.prototype.call.bind(Promise.prototype.then) as (
  promise: Promise<unknown>, done: (value: unknown) => void, failed: (error: unknown) => void,
) => unknown;

type Entry = (...values: unknown[]) => unknown;

async function begin(entry: Entry, values: unknown[]): Promise<unknown> {
  return apply(entry, undefined, values);
}

/** An optimizer as the bundle has it, with its options as JSON Schema. */
export interface BundledSearch {
  readonly search: (problem: ExtractionProblem, context: OptimizerContext, options: never) => Promise<void>;
  readonly options: OptionSchema;
}

/** The optimizers as a program calls them. A mistake in their options is reported before anything is simulated. */
function libraryOf(searches: Readonly<Record<string, BundledSearch>>): OptimizerLibrary {
  return Object.freeze(Object.fromEntries(Object.entries(searches).map(([name, { search, options }]) => [
    name,
    async (problem: ExtractionProblem, context: OptimizerContext, given?: Readonly<Record<string, unknown>>) =>
      search(problem, context, checkedOptions(name, options, given) as never),
  ])));
}

/**
 * @param send takes one line of JSON out of the isolate
 * @param searches optimizers of the product by name
 */
export function createGuest(send: (text: string) => void, searches: Readonly<Record<string, BundledSearch>>) {
  const channel = new Channel(send);
  const optimizers = libraryOf(searches);
  const log = (message: unknown): void => channel.log(message);
  hardenGlobals(log);
  return {
    start(entry: Entry, text: string): void {
      const start: ExtractionStart | CallStart = parse(text);
      const chance = createRandom(start.seed).split();
      defineProperty(Math, 'random', { value: () => chance.next() });
      const tools: Tools = { random: createRandom(start.seed), toolbox: toolbox as unknown as Toolbox, log };
      const values = start.kind === 'extraction' ? extractionArguments(channel, start, tools, optimizers) : callArguments(channel, start, tools);
      safeThen(
        begin(entry, values),
        (value) => {
          if (start.kind === 'extraction') return channel.returned();
          try {
            returnValue(channel, value);
          } catch (error) {
            channel.threw(error);
          }
        },
        (error) => channel.threw(error),
      );
    },
    receive: (text: string): void => channel.receive(text),
    idle: (): boolean => channel.idle,
  };
}

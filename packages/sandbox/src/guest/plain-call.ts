import { longestGuestLine } from '../child/frames.ts';
import { codedError, type Channel } from './channel.ts';
import type { Tools } from './tools.ts';

/** What a called function is started with. */
export interface CallStart {
  readonly kind: 'call';
  readonly arguments: unknown[];
  readonly seed: number;
  /** Whether the host answers calls. */
  readonly host: boolean;
}

const { stringify } = JSON;
const { freeze } = Object;
const { isFinite } = Number;
const { isView } = ArrayBuffer;
const { from } = Array;
const SafePromise = Promise;
/** Room is left for the message around it. */
const longest = longestGuestLine / 2;

/** The arguments given, and the context after them. */
export function callArguments(channel: Channel, { arguments: values, host }: CallStart, tools: Tools): unknown[] {
  const call = (name: unknown, payload?: unknown): Promise<unknown> =>
    new SafePromise((resolve, reject) => {
      const text = jsonOf(payload);
      if (typeof name !== 'string' || name.length > 200) reject(codedError('CALL_REQUEST', 'the name of a call must be a text of at most 200 characters'));
      else if (typeof text === 'string') channel.call(name, text, { take: (reply) => reply.value, resolve, reject });
      else reject(codedError('CALL_REQUEST', `the payload ${text.refused}`));
    });
  values[values.length] = freeze(host ? { ...tools, call } : { ...tools });
  return values;
}

/** Says what a function returned. */
export function returnValue(channel: Channel, value: unknown): void {
  const text = jsonOf(value);
  if (typeof text === 'string') channel.returned(text);
  else channel.threw(`what it returned ${text.refused}`);
}

/** A value as JSON text, typed arrays as arrays; or why it has none. A number that is not finite, which JSON would make null, is refused. */
function jsonOf(value: unknown): string | { readonly refused: string } {
  let bad: number | undefined;
  const text = stringify(value === undefined ? null : value, (_, one: unknown) => {
    if (typeof one === 'number' && !isFinite(one)) bad = one;
    return isView(one) ? from(one as unknown as ArrayLike<number>) : one;
  });
  if (bad !== undefined) return { refused: `holds ${bad}, which is not a finite number` };
  if (text === undefined) return { refused: 'is not JSON' };
  return text.length > longest ? { refused: `has more than ${longest} characters` } : text;
}

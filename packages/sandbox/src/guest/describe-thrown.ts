/* Built-ins as they were before the program could replace them. */
const call = Function.prototype.call;
const slice = call.bind(String.prototype.slice) as unknown as (text: string, from: number, to?: number) => string;
const indexOf = call.bind(String.prototype.indexOf) as unknown as (text: string, part: string) => number;
const SafeString = String;

/** Any value as text of bounded length; never throws. */
export function textOf(value: unknown, longest: number): string {
  try {
    const text = SafeString(value);
    return text.length > longest ? `${slice(text, 0, longest)}…` : text;
  } catch {
    return '(a value that cannot be shown)';
  }
}

/** What was thrown, whatever it is: errors, other values, objects whose getters throw, messages of megabytes. */
export function describeThrown(thrown: unknown, longest: number): { readonly name: string; readonly message: string; readonly stack: string } {
  const read = (field: string): string => {
    try {
      const value = (thrown as Record<string, unknown>)[field];
      return typeof value === 'string' ? value : '';
    } catch {
      return '';
    }
  };
  if ((typeof thrown !== 'object' && typeof thrown !== 'function') || thrown === null) {
    return { name: '', message: `threw ${textOf(thrown, longest)}`, stack: '' };
  }
  const stack = read('stack');
  const frames = indexOf(stack, '\n    at ');
  const message = read('message');
  return {
    name: textOf(read('name'), 100),
    message: message === '' ? textOf(thrown, longest) : textOf(message, longest),
    // The message is before the frames and may itself look like one.
    stack: frames === -1 ? '' : slice(slice(stack, frames), 0, longest),
  };
}

import { defined } from '@evospice/contracts';
import type { ZodError, ZodType, core } from 'zod';
import { nearest } from '../errors/nearest.ts';
import { knownKeys } from './known-keys.ts';

/** One thing wrong with a configuration or options value. */
export interface OptionProblem {
  /** Dotted path from the top, `(top level)` for the whole. */
  readonly path: string;
  readonly keys: readonly (string | number)[];
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** Nearest right spelling, if any is near. */
  readonly suggestion?: string;
}

const nothing = 'nothing';

type Issue = core.$ZodIssue;
type Keys = readonly (string | number)[];

/** Reads a schema's refusal of `input` as problems, each with path, found, expected and the nearest spelling. */
export function problemsOf(error: ZodError, input: unknown, schema: ZodType): readonly OptionProblem[] {
  const all = error.issues.flatMap((issue) => problemsOfIssue(issue, input, schema, []));
  return all.filter((problem) => !all.some((other) => explains(other, problem)));
}

/** A misspelt key is found twice: the right one is missing, and the wrong one is unknown. The second says more. */
function explains(other: OptionProblem, { keys, found }: OptionProblem): boolean {
  if (other.suggestion === undefined || found !== nothing || other.suggestion !== String(keys.at(-1))) return false;
  return other.message.startsWith('unknown key') && pathText(other.keys.slice(0, -1)) === pathText(keys.slice(0, -1));
}

function problemsOfIssue(issue: Issue, input: unknown, schema: ZodType, prefix: Keys): OptionProblem[] {
  const keys = [...prefix, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const found = show(valueAt(input, keys));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = knownKeys(schema, keys);
        const suggestion = nearest(key, known);
        const expected = known.length === 0 ? 'no such key' : `one of ${known.join(', ')}`;
        return problem([...keys, key], `unknown key "${key}"`, show(valueAt(input, [...keys, key])), expected, suggestion);
      });
    case 'invalid_value': {
      const values = issue.values.map(String);
      const value = valueAt(input, keys);
      const suggestion = typeof value === 'string' ? nearest(value, values) : undefined;
      return [problem(keys, `${found} is not allowed`, found, `one of ${values.join(', ')}`, suggestion)];
    }
    case 'invalid_union': {
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const kinds = branches.map(otherKind);
      if (branches.length > 0 && kinds.every((kind) => kind !== undefined)) {
        const expected = [...new Set(kinds)].join(' or ');
        return [problem(keys, valueAt(input, keys) === undefined ? 'is missing' : `is ${found}`, found, expected)];
      }
      // The branch that got furthest is the one that was meant; of several, the one that knows more of the keys.
      const best = branches.toSorted((a, b) => strangeKeys(a) - strangeKeys(b) || depth(b) - depth(a)).find((branch) => otherKind(branch) === undefined);
      if (best !== undefined) return best.flatMap((inner) => problemsOfIssue(inner, input, schema, keys));
      return [problem(keys, issue.message, found, 'one of the allowed forms')];
    }
    case 'invalid_type': {
      const missing = valueAt(input, keys) === undefined;
      return [problem(keys, missing ? 'is missing' : `is ${found}`, found, issue.expected)];
    }
    case 'custom': {
      const { expected, suggestion } = (issue.params ?? {}) as { expected?: string; suggestion?: string };
      return [problem(keys, issue.message, found, expected ?? issue.message, suggestion)];
    }
    default:
      return [problem(keys, issue.message, found, issue.message.replace(/^.*?expected /i, ''))];
  }
}

/** What a branch of a union expects where the value is of another kind altogether. */
function otherKind(branch: readonly Issue[]): string | undefined {
  const whole = branch.find((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  return whole?.code === 'invalid_type' ? whole.expected : undefined;
}

/** How many keys of the value itself a branch does not know. */
function strangeKeys(branch: readonly Issue[]): number {
  return branch.reduce((count, issue) => count + (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.length : 0), 0);
}

function depth(branch: readonly Issue[]): number {
  const lengths = branch.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' || issue.code === 'custom' ? 1 : 0));
  return Math.max(...lengths);
}

function problem(keys: Keys, message: string, found: string, expected: string, suggestion?: string): OptionProblem {
  return defined({ path: pathText(keys), keys, message, found, expected, suggestion });
}

function pathText(keys: Keys): string {
  if (keys.length === 0) return '(top level)';
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

function valueAt(input: unknown, keys: Keys): unknown {
  const member = (value: unknown, key: string | number): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
  return keys.reduce<unknown>(member, input);
}

function show(value: unknown): string {
  if (value === undefined) return nothing;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

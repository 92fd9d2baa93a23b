import type { ZodError, ZodType, core } from 'zod';
import { nearest } from '../errors/nearest.ts';

/** One thing wrong with a configuration or options value. */
export interface Problem {
  /** Dotted path from the top, `(top level)` for the whole. */
  readonly path: string;
  readonly keys: readonly (string | number)[];
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** Nearest right spelling, if any is near. */
  readonly suggestion?: string;
}

type Issue = core.$ZodIssue;
type Keys = readonly (string | number)[];

/** Reads a schema's refusal of `input` as problems, each with path, found, expected and the nearest spelling. */
export function problemsOf(error: ZodError, input: unknown, schema: ZodType): readonly Problem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, input, schema, []));
}

function problemsOfIssue(issue: Issue, input: unknown, schema: ZodType, prefix: Keys): Problem[] {
  const keys = [...prefix, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const found = show(valueAt(input, keys));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysOfSchema(schemaAt(schema, keys));
        const suggestion = nearest(key, known);
        return problem([...keys, key], `unknown key "${key}"`, show(valueAt(input, [...keys, key])), known.length === 0 ? 'no such key' : `one of ${known.join(', ')}`, suggestion);
      });
    case 'invalid_value': {
      const values = issue.values.map(String);
      const value = valueAt(input, keys);
      return [problem(keys, `${found} is not allowed`, found, `one of ${values.join(', ')}`, typeof value === 'string' ? nearest(value, values) : undefined)];
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

function problem(keys: Keys, message: string, found: string, expected: string, suggestion?: string): Problem {
  return { path: pathText(keys), keys, message, found, expected, ...(suggestion === undefined ? {} : { suggestion }) };
}

function pathText(keys: Keys): string {
  if (keys.length === 0) return '(top level)';
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

function valueAt(input: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), input);
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The part of a schema that describes `keys`, as far as it can be followed; undefined where it cannot. */
function schemaAt(schema: ZodType, keys: Keys): ZodType | undefined {
  return keys.reduce<ZodType | undefined>((current, key) => {
    const definition = unwrapped(current);
    if (definition?.type === 'object') return definition.shape?.[String(key)];
    if (definition?.type === 'array') return definition.element;
    if (definition?.type === 'record') return definition.valueType;
    if (definition?.type === 'union') return definition.options?.map((option) => schemaAt(option, [key])).find((found) => found !== undefined);
    return undefined;
  }, schema);
}

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, ZodType>;
  readonly element?: ZodType;
  readonly valueType?: ZodType;
  readonly innerType?: ZodType;
  readonly in?: ZodType;
  readonly out?: ZodType;
  readonly options?: readonly ZodType[];
}

function unwrapped(schema: ZodType | undefined): Definition | undefined {
  let definition = (schema as { def?: Definition } | undefined)?.def;
  while (definition !== undefined) {
    const inner = definition.innerType ?? (definition.type === 'pipe' ? described(definition) : undefined);
    if (inner === undefined) return definition;
    definition = (inner as unknown as { def: Definition }).def;
  }
  return undefined;
}

/** The side of a pipe that says something of the value's form: a transform says nothing. */
function described({ in: before, out: after }: Definition): ZodType | undefined {
  return (after as { def?: Definition } | undefined)?.def?.type === 'transform' ? before : (after ?? before);
}

function keysOfSchema(schema: ZodType | undefined): string[] {
  const definition = unwrapped(schema);
  if (definition?.type === 'object') return Object.keys(definition.shape ?? {});
  if (definition?.type === 'union') return [...new Set((definition.options ?? []).flatMap((option) => keysOfSchema(option)))];
  return [];
}

import { EvospiceError } from '@evospice/contracts';

/** The part of JSON Schema that options of optimizers are described by. */
export interface OptionSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly OptionSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: OptionSchema;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: OptionSchema;
  readonly additionalProperties?: boolean | OptionSchema;
  readonly default?: unknown;
}

/** Every keyword that `checkedOptions` looks at, and those that say nothing about values. A schema with another one is not understood. */
export const knownKeywords: ReadonlySet<string> = new Set([
  'type', 'const', 'enum', 'anyOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'minItems', 'maxItems',
  'items', 'properties', 'required', 'propertyNames', 'additionalProperties', 'default', 'description', '$schema',
]);

/**
 * Options with their defaults filled in, as the optimizer's own schema would return them: that one cannot be taken into an isolate.
 * @param what the optimizer, for the message
 * @throws EvospiceError `EXTENSION_OPTIONS` naming the first option that is wrong.
 */
export function checkedOptions(what: string, schema: OptionSchema, given: unknown): Record<string, unknown> {
  return checked(`options of ${what}`, schema, given ?? {}) as Record<string, unknown>;
}

function checked(path: string, schema: OptionSchema, value: unknown): unknown {
  if (value === undefined && 'default' in schema) return schema.default;
  if (schema.anyOf !== undefined) return oneOf(path, schema.anyOf, value);
  if (schema.enum !== undefined && !schema.enum.includes(value)) refuse(path, value, `one of ${schema.enum.join(', ')}`);
  if ('const' in schema && value !== schema.const) refuse(path, value, String(schema.const));
  switch (schema.type) {
    case 'number':
    case 'integer': return checkedNumber(path, schema, value);
    case 'boolean': return typeof value === 'boolean' ? value : refuse(path, value, 'true or false');
    case 'string': return typeof value === 'string' && value.length >= (schema.minLength ?? 0) ? value : refuse(path, value, 'a text');
    case 'array': return checkedArray(path, schema, value);
    case 'object': return checkedObject(path, schema, value);
    default: return value;
  }
}

function oneOf(path: string, schemas: readonly OptionSchema[], value: unknown): unknown {
  let last: unknown;
  for (const schema of schemas) {
    try {
      return checked(path, schema, value);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function checkedNumber(path: string, schema: OptionSchema, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(path, value, 'a number');
  if (schema.type === 'integer' && !Number.isSafeInteger(value)) refuse(path, value, 'a whole number');
  if (value < (schema.minimum ?? value)) refuse(path, value, `at least ${schema.minimum}`);
  if (value > (schema.maximum ?? value)) refuse(path, value, `at most ${schema.maximum}`);
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) refuse(path, value, `above ${schema.exclusiveMinimum}`);
  if (schema.exclusiveMaximum !== undefined && value >= schema.exclusiveMaximum) refuse(path, value, `below ${schema.exclusiveMaximum}`);
  if (schema.multipleOf !== undefined && value % schema.multipleOf !== 0) refuse(path, value, `a multiple of ${schema.multipleOf}`);
  return value;
}

function checkedArray(path: string, { items = {}, minItems = 0, maxItems = Infinity }: OptionSchema, value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return refuse(path, value, `a list of ${minItems} to ${maxItems}`);
  return value.map((item, index) => checked(`${path}[${index}]`, items, item));
}

function checkedObject(path: string, { properties = {}, required = [], propertyNames, additionalProperties = true }: OptionSchema, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path, value, 'an object');
  const given = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    if (given[name] === undefined && !('default' in schema)) {
      if (required.includes(name)) refuse(`${path}: ${name}`, undefined, 'a value');
      continue;
    }
    result[name] = checked(`${path}: ${name}`, schema, given[name]);
  }
  for (const name of Object.keys(given)) {
    if (name in properties) continue;
    if (additionalProperties === false) refuse(`${path}: ${name}`, name, `one of ${Object.keys(properties).join(', ')}`);
    if (propertyNames !== undefined) checked(`${path}: ${name}`, propertyNames, name);
    result[name] = checked(`${path}: ${name}`, additionalProperties === true ? {} : (additionalProperties as OptionSchema), given[name]);
  }
  return result;
}

function refuse(path: string, received: unknown, expected: string): never {
  throw new EvospiceError('EXTENSION_OPTIONS', `${path} is ${String(received)}, expected ${expected}`, { received, expected });
}

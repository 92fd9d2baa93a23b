import { z, type ZodType } from 'zod';

/** What of a JSON Schema says which keys there may be. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The keys that a schema knows of the value at `path`, of all the forms the value may have; none where that is not an object. */
export function knownKeys(schema: ZodType, path: readonly (string | number)[]): readonly string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const place = path.reduce<readonly JsonSchema[]>((forms, key) => forms.flatMap((form) => formsOf(memberOf(form, key), root)), formsOf(root, root));
  return [...new Set(place.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** A schema as the forms it allows, references followed. */
function formsOf(schema: JsonSchema | undefined, root: JsonSchema): readonly JsonSchema[] {
  if (schema === undefined) return [];
  const { anyOf = [], oneOf = [], allOf = [], $ref } = schema;
  const referred = $ref === undefined ? undefined : $ref === '#' ? root : root.$defs?.[$ref.replace('#/$defs/', '')];
  return [schema, ...[...anyOf, ...oneOf, ...allOf, ...(referred === undefined ? [] : [referred])].flatMap((form) => formsOf(form, root))];
}

function memberOf({ properties, additionalProperties, items, prefixItems }: JsonSchema, key: string | number): JsonSchema | undefined {
  const member = typeof key === 'number' ? (prefixItems?.[key] ?? items) : (properties?.[key] ?? additionalProperties);
  return typeof member === 'object' ? member : undefined;
}

import type { Contribution, ExtensionPointName, ExtensionRegistry, ResolvedSelection, SelectionSchemaMaker } from '@evospice/contracts';
import { z, type ZodRawShape, type ZodType } from 'zod';
import { nearest } from '../errors/nearest.ts';
import { pointInWords } from '../errors/words.ts';
import { problemsOf } from './problems.ts';

/**
 * Makes schemas of choices among the loaded implementations of an extension point: they take a name, or `{ name, options }` with the
 * further keys asked for. What comes back always has a name, and options as their schema returns them, with every default at every depth.
 * A schema does not throw: a name that nothing has, or options that do not fit, are issues at their place, with what was expected and the
 * nearest spelling under `params`, for `validateConfiguration`.
 * @param registry looked up whenever a schema is used, so that plugins may be loaded in between
 */
export const selectionSchema = (registry: ExtensionRegistry): SelectionSchemaMaker => ((point: ExtensionPointName, extra: ZodRawShape = {}, key = 'name') => {
  const extras = z.strictObject(extra);
  const long = z.strictObject({ [key]: z.string(), options: z.unknown().optional(), ...extra });
  return z.union([z.string(), long]).transform((selection, context): object => {
    const short = typeof selection === 'string';
    const given: Readonly<Record<string, unknown>> = short ? { [key]: selection, ...extras.parse({}) } : selection;
    const name = given[key] as string;
    const known = registry.list(point).map(({ contribution }) => contribution);
    const found = known.find((contribution) => contribution.name === name);
    if (found === undefined) {
      const names = known.map((contribution) => contribution.name);
      context.addIssue({
        code: 'custom', path: short ? [] : [key], message: `there is no ${pointInWords(point)} called "${name}"`,
        params: { expected: names.length === 0 ? `a plugin that contributes one` : `one of ${names.join(', ')}`, suggestion: nearest(name, names) },
      });
      return z.NEVER;
    }
    const options = given['options'] ?? {};
    const schema = registry.optionsOf(found);
    const parsed = schema.safeParse(options);
    if (parsed.success) return { ...given, options: parsed.data };
    for (const { keys, message, expected, suggestion } of problemsOf(parsed.error, options, schema)) {
      context.addIssue({ code: 'custom', path: short ? [] : ['options', ...keys], message, params: { expected, suggestion } });
    }
    return z.NEVER;
  });
}) as SelectionSchemaMaker;

/** A choice of an implementation and where it was made. */
export interface Choice extends ResolvedSelection {
  readonly point: ExtensionPointName;
}

/** The choices that are made right inside the options of another, each once, in order; options are those that `resolve` gave. */
export function choicesWithin(registry: ExtensionRegistry, point: ExtensionPointName, { name, options }: ResolvedSelection): readonly Choice[] {
  const { contribution } = registry.find(point, name);
  if (typeof contribution.options !== 'function') return [];
  const found = new Map<string, Choice>();
  const select = selectionSchema(registry);
  const noting = ((inner: ExtensionPointName, extra: ZodRawShape = {}, key = 'name') => select(inner, extra, key).transform((chosen) => {
    const choice: Choice = { point: inner, name: (chosen as Readonly<Record<string, string>>)[key]!, options: chosen.options };
    found.set(JSON.stringify(choice), choice);
    return chosen;
  })) as unknown as SelectionSchemaMaker;
  contribution.options(noting).parse(options);
  return [...found.values()];
}

/** Makes schemas of choices where nothing is loaded: any name and any options are taken as written. */
export const anySelection = ((_: ExtensionPointName, extra: ZodRawShape = {}, key = 'name') => {
  const long = z.strictObject({ [key]: z.string(), options: z.unknown().prefault({}), ...extra });
  return z.union([z.string().transform((name) => long.parse({ [key]: name })), long]);
}) as unknown as SelectionSchemaMaker;

/** Makes schemas of choices for editors: schemas whose JSON form lists the names and each one's options, also of choices inside options. */
export function selectionEditorSchema(registry: ExtensionRegistry): SelectionSchemaMaker {
  // One schema for each contribution, looked at when it is needed: an implementation may choose among others of its own kind.
  const schemas = new Map<Contribution, ZodType>();
  const optionsOf = (contribution: Contribution): ZodType => {
    const made = schemas.get(contribution);
    if (made !== undefined) return made;
    const { options } = contribution;
    const schema = typeof options === 'function' ? z.lazy(() => options(select)) : options;
    schemas.set(contribution, schema);
    return schema;
  };
  const select = ((point: ExtensionPointName, extra: ZodRawShape = {}, key = 'name') => {
    const known = registry.list(point).map(({ contribution }) => contribution);
    if (known.length === 0) return z.never();
    const detailed = known.map((contribution) =>
      z.strictObject({ [key]: z.literal(contribution.name), options: optionsOf(contribution).optional(), ...extra }).describe(contribution.summary),
    );
    return z.union([z.enum(known.map(({ name }) => name)), ...detailed]);
  }) as SelectionSchemaMaker;
  return select;
}


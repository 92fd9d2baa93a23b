import { z, type ZodRawShape, type ZodType } from 'zod';
import type { ExtensionPointName } from '@evospice/contracts';
import { nearest } from '../errors/nearest.ts';
import type { ExtensionRegistry, Selection } from '../plugins/registry.ts';
import { problemsOf } from './problems.ts';

/** A selection as validated: always with a name; options as written (their schema has accepted them). */
export type ResolvedSelection = Exclude<Selection, string>;

/**
 * Makes the schema of a choice among the implementations of an extension point.
 * `extra` are further keys of the long form, such as a weight; all of them must have defaults.
 */
export type SelectionSchemaMaker = <E extends ZodRawShape = Record<never, never>>(
  point: ExtensionPointName,
  extra?: E,
) => ZodType<ResolvedSelection & z.output<z.ZodObject<E>>>;

/**
 * Schema of a choice among the loaded implementations of an extension point: a name, or
 * `{ name, options }`. Names and options are checked against what is registered at the time of the call.
 */
export const selectionSchema = (registry: ExtensionRegistry): SelectionSchemaMaker => (point, extra) => {
  const extras = z.strictObject(extra ?? {});
  const shape = z.union([z.string(), z.strictObject({ name: z.string(), options: z.unknown().optional(), ...extras.shape })]);
  return shape
    .superRefine((selection, context) => {
      const name = typeof selection === 'string' ? selection : selection.name;
      const known = registry.list(point).map(({ contribution }) => contribution);
      const found = known.find((contribution) => contribution.name === name);
      const path = typeof selection === 'string' ? [] : ['name'];
      if (found === undefined) {
        const names = known.map((contribution) => contribution.name);
        const suggestion = nearest(name, names);
        context.addIssue({
          code: 'custom', path, message: `there is no ${point} called "${name}"`,
          params: { expected: names.length === 0 ? `a plugin that contributes a ${point}` : `one of ${names.join(', ')}`, suggestion },
        });
        return;
      }
      const options = typeof selection === 'string' ? {} : (selection.options ?? {});
      const parsed = found.options.safeParse(options);
      if (parsed.success) return;
      for (const problem of problemsOf(parsed.error, options, found.options)) {
        context.addIssue({
          code: 'custom',
          path: typeof selection === 'string' ? [] : ['options', ...problem.keys],
          message: problem.message,
          params: { expected: problem.expected, suggestion: problem.suggestion },
        });
      }
    })
    .transform((selection) => (typeof selection === 'string' ? { ...extras.parse({}), name: selection } : selection)) as never;
};

/** The same for editors: a schema whose JSON form lists the names and each one's options. */
export const selectionEditorSchema = (registry: ExtensionRegistry): SelectionSchemaMaker => (point, extra) => {
  const known = registry.list(point).map(({ contribution }) => contribution);
  if (known.length === 0) return z.never() as never;
  const detailed = known.map((contribution) =>
    z.strictObject({ name: z.literal(contribution.name), options: contribution.options.optional(), ...extra }).describe(contribution.summary),
  );
  return z.union([z.enum(known.map((contribution) => contribution.name)), ...detailed]) as never;
};

import type { Contribution, OptionsSchema, SelectionSchemaMaker } from '@evospice/contracts';
import { z, type ZodRawShape, type ZodType } from 'zod';

/** The options schema of a contribution, for tests without a registry: choices of other implementations are taken as written. */
export function optionsOf(contribution: Contribution | undefined): ZodType {
  if (contribution === undefined) throw new Error('the plugin has no such contribution');
  return schemaOf(contribution.options);
}

/** The same for a schema by itself. */
export function schemaOf<S extends ZodType>(options: OptionsSchema<S>): S {
  return typeof options === 'function' ? options(asWritten) : options;
}

const asWritten = ((_: string, extra: ZodRawShape = {}, key = 'name') => {
  const long = z.strictObject({ [key]: z.string(), options: z.unknown().prefault({}), ...extra });
  return z.union([z.string().transform((name) => long.parse({ [key]: name })), long]);
}) as unknown as SelectionSchemaMaker;

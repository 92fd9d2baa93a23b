import type { Contribution, OptionsSchema } from '@evospice/contracts';
import { anySelection } from '@evospice/kernel';
import type { ZodType } from 'zod';

/** The options schema of a contribution, for tests without a registry: choices of other implementations are taken as written. */
export function optionsOf(contribution: Contribution | undefined): ZodType {
  if (contribution === undefined) throw new Error('the plugin has no such contribution');
  return schemaOf(contribution.options);
}

/** The same for a schema by itself. */
export function schemaOf<S extends ZodType>(options: OptionsSchema<S>): S {
  return typeof options === 'function' ? options(anySelection) : options;
}

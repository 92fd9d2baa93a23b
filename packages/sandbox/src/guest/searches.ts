import { EvospiceError, type RegisteredContribution } from '@evospice/contracts';
import { z, type ZodType } from 'zod';
import { knownKeywords, type OptionSchema } from './checked-options.ts';

/** One optimizer that programs may call in the isolate. */
export interface GuestSearch {
  readonly name: string;
  /** URL of the module whose export `searches` has it. */
  readonly module: string;
  readonly options: OptionSchema;
}

/**
 * The optimizers among contributions that say where a sandbox finds them, with their options as JSON Schema.
 * @param optionsOf the options of a contribution
 * @throws EvospiceError `SANDBOX_BUNDLE` for options that cannot be checked inside the isolate.
 */
export function guestSearches(
  contributions: readonly RegisteredContribution[], optionsOf: (contribution: RegisteredContribution['contribution']) => ZodType,
): readonly GuestSearch[] {
  return contributions.flatMap(({ contribution, location }) => {
    const { name, searches } = contribution;
    if (searches === undefined) return [];
    const options = z.toJSONSchema(optionsOf(contribution), { io: 'input' }) as OptionSchema;
    const unknown = keywordsOf(options).find((keyword) => !knownKeywords.has(keyword));
    if (unknown === undefined) return [{ name, module: searches, options }];
    throw new EvospiceError('SANDBOX_BUNDLE', `options of the optimizer ${name} cannot be checked in the sandbox`, {
      received: unknown, expected: `options that JSON Schema states with ${[...knownKeywords].join(', ')}`, file: location,
      remedy: 'state the options more simply, or leave the module of searches out',
    });
  });
}

function keywordsOf(schema: OptionSchema | boolean): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const inner = [
    ...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? []),
    ...[schema.items, schema.additionalProperties, schema.propertyNames].filter((part) => part !== undefined),
  ];
  return [...Object.keys(schema), ...inner.flatMap(keywordsOf)];
}

import type { ZodRawShape, ZodType, output } from 'zod';
import type { ExtensionPointName } from './extension-points.ts';

/** A choice of an implementation as people write it: its name, or its name with options. */
export type Selection = string | { readonly name: string; readonly options?: unknown };

/** A choice as validated: the options have passed their schema and hold every default, those of choices inside them too. */
export interface ResolvedSelection {
  readonly name: string;
  readonly options: unknown;
}

/** Values of an object schema of this shape. */
type ShapeOutput<E extends ZodRawShape> = { readonly [K in keyof E]: output<E[K]> };

/**
 * Makes the schema of a choice among the implementations of an extension point: a name, or `{ name, options }`.
 * Both are checked against what is loaded when the schema is used.
 */
export interface SelectionSchemaMaker {
  /** @param extra further keys of the long form, such as a weight; all of them must have defaults or be optional */
  <E extends ZodRawShape = Record<never, never>>(point: ExtensionPointName, extra?: E): ZodType<ResolvedSelection & ShapeOutput<E>>;
  /** @param key what the long form calls the name, such as `{ optimizer, options }` */
  <K extends string, E extends ZodRawShape = Record<never, never>>(
    point: ExtensionPointName, extra: E, key: K,
  ): ZodType<Readonly<Record<K, string>> & { readonly options: unknown } & ShapeOutput<E>>;
}

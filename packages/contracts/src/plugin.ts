import type { ZodType, output } from 'zod';
import type { ExtensionPoint, ExtensionPointName, ExtensionPoints } from './extension-points.ts';
import type { SelectionSchemaMaker } from './selection.ts';

/** Names a service in the container: a symbol, or a class. */
// oxlint-disable-next-line typescript/no-explicit-any -- any constructor may name a service
export type ServiceToken<T = unknown> = symbol | (abstract new (...args: any[]) => T);

/** Bindings of a plugin's own services: an inversify `ContainerModule`. */
export interface ServiceModule {
  readonly id: number;
  load(options: never): unknown;
}

/** Version of the contracts in this package; a plugin states the one it was written for. */
export const CONTRACT_VERSION = 2;

/**
 * Schema of options. Must accept `{}` unless it has required options, and must accept what it returns and return the same
 * again, as resolved options are stored and validated anew. Options that choose an implementation of another extension
 * point are made with `select`, so that the choice is checked before the start and comes back with its own defaults.
 */
export type OptionsSchema<S extends ZodType = ZodType> = S | ((select: SelectionSchemaMaker) => S);

/** One implementation that a plugin offers. */
export interface Contribution<P extends ExtensionPointName = ExtensionPointName> {
  readonly point: P;
  /** What configuration calls it: lower case, dashes. */
  readonly name: string;
  /** One line for `evospice plugins list`. */
  readonly summary: string;
  readonly options: OptionsSchema;
  /** Tokens of the services that `create` gets after the options. */
  readonly inject: readonly ServiceToken[];
  /**
   * Of an optimizer that programs in a sandbox may call as well: URL of a module without Node dependencies whose export `searches`
   * has it under its name, as a function of problem, context and validated options.
   */
  readonly searches?: string;
  /** Makes one instance for validated options. */
  // oxlint-disable-next-line typescript/no-explicit-any -- options and services are typed where the contribution is written
  create(options: any, ...services: any[]): ExtensionPoints[P];
}

export interface Plugin {
  readonly name: string;
  readonly version: string;
  /** Contract version it was written for. */
  readonly contract: number;
  readonly contributions: readonly Contribution[];
  /** Extension points that this plugin declares, for itself and for others. */
  readonly points?: readonly ExtensionPoint[];
  /** Bindings of the plugin's own services. */
  readonly module?: ServiceModule;
}

/** Describes one contribution, with the options typed by their schema. */
export function contribute<P extends ExtensionPointName, S extends ZodType, Services extends readonly unknown[] = []>(contribution: {
  readonly point: P;
  readonly name: string;
  readonly summary: string;
  readonly options: OptionsSchema<S>;
  readonly inject?: { readonly [K in keyof Services]: ServiceToken<Services[K]> };
  create(options: output<S>, ...services: Services): ExtensionPoints[P];
}): Contribution<P> {
  return { inject: [], ...contribution } as unknown as Contribution<P>;
}

/** Describes a plugin; a plugin module's default export. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

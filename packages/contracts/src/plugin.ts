import type { ZodType, output } from 'zod';
import type { ExtensionPointName, ExtensionPoints } from './extension-points.ts';

/** Names a service in the container: a symbol, or a class. */
// oxlint-disable-next-line typescript/no-explicit-any -- any constructor may name a service
export type ServiceToken<T = unknown> = symbol | (abstract new (...args: any[]) => T);

/** Bindings of a plugin's own services: an inversify `ContainerModule`. */
export interface ServiceModule {
  readonly id: number;
  load(options: never): unknown;
}

/** Version of the contracts in this package; a plugin states the one it was written for. */
export const CONTRACT_VERSION = 1;

/** One implementation that a plugin offers. */
export interface Contribution<P extends ExtensionPointName = ExtensionPointName> {
  readonly point: P;
  /** What configuration calls it: lower case, dashes. */
  readonly name: string;
  /** One line for `evospice plugins list`. */
  readonly summary: string;
  /** Schema of its options; must accept `{}` unless it has required options. */
  readonly options: ZodType;
  /** Tokens of the services that `create` gets after the options. */
  readonly inject: readonly ServiceToken[];
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
  /** Bindings of the plugin's own services. */
  readonly module?: ServiceModule;
}

/** Describes one contribution, with the options typed by their schema. */
export function contribute<P extends ExtensionPointName, S extends ZodType, Services extends readonly unknown[] = []>(contribution: {
  readonly point: P;
  readonly name: string;
  readonly summary: string;
  readonly options: S;
  readonly inject?: { readonly [K in keyof Services]: ServiceToken<Services[K]> };
  create(options: output<S>, ...services: Services): ExtensionPoints[P];
}): Contribution<P> {
  return { inject: [], ...contribution } as unknown as Contribution<P>;
}

/** Describes a plugin; a plugin module's default export. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

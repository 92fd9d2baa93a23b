import type { ZodType } from 'zod';
import type { ExtensionPoint, ExtensionPointName, ExtensionPoints } from './extension-points.ts';
import type { Contribution, Plugin } from './plugin.ts';
import type { ResolvedSelection, Selection } from './selection.ts';

export interface RegisteredContribution {
  readonly contribution: Contribution;
  readonly plugin: Plugin;
  /** Where the plugin was loaded from. */
  readonly location: string;
}

/** Knows every extension point and every loaded contribution, and makes instances of them. */
export interface ExtensionRegistry {
  /** Every extension point, in order of declaration. */
  points(): readonly ExtensionPoint[];
  /** Contributions in order of registration. */
  list(point?: ExtensionPointName): readonly RegisteredContribution[];
  /** @throws EvospiceError `EXTENSION_UNKNOWN` with the nearest right spelling */
  find(point: ExtensionPointName, name: string): RegisteredContribution;
  /** Schema of a contribution's options, with the choices inside them. */
  optionsOf(contribution: Contribution): ZodType;
  /**
   * The choice with every default of its options filled in.
   * @throws EvospiceError `EXTENSION_UNKNOWN`, `EXTENSION_OPTIONS`
   */
  resolve(point: ExtensionPointName, selection: Selection): ResolvedSelection;
  /** A new instance. @throws EvospiceError `EXTENSION_UNKNOWN`, `EXTENSION_OPTIONS` */
  create<P extends ExtensionPointName>(point: P, selection: Selection): ExtensionPoints[P];
}
export const ExtensionRegistry = Symbol.for('evospice.ExtensionRegistry');

import type { ExtensionRegistry, Plugin } from '@evospice/contracts';
import { createKernel } from '@evospice/kernel';

/**
 * A registry of these plugins and nothing else, to make what they bring as the product does: options are checked, and every
 * default is filled in. Its clock is at 0, and what is logged goes nowhere.
 * @throws EvospiceError `PLUGIN_CONTRACT`, `PLUGIN_DUPLICATE`, `PLUGIN_POINT`
 */
export function registryOf(...plugins: readonly Plugin[]): ExtensionRegistry {
  const silent = (): void => undefined;
  const given = plugins.map((plugin) => ({ plugin, location: 'given' }));
  return createKernel({ clock: { now: () => 0 }, logger: { debug: silent, info: silent, warn: silent }, plugins: given }).registry;
}

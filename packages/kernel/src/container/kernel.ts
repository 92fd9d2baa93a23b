import { Container } from 'inversify';
import { Clock, ConfigurationFolder, EvospiceError, ExtensionRegistry, Logger, PastRuns, RunFolder, type Plugin } from '@evospice/contracts';
import { loadPlugin } from '../plugins/loader.ts';
import { ContainerRegistry } from '../plugins/registry.ts';

export interface KernelOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Plugins that are there without being asked for, with the place each came from. */
  readonly plugins?: readonly { readonly plugin: Plugin; readonly location: string }[];
}

/** A container with the services every contribution may ask for, and a registry of what is loaded. */
export interface Kernel {
  readonly container: Container;
  readonly registry: ContainerRegistry;
  /** Files of the plugins that `load` has loaded, in order, for another process to load the same. */
  readonly loaded: readonly string[];
  /**
   * Loads plugins by package name or path; one that is loaded already, from the same file, is left as it is.
   * Those before the one that fails stay loaded.
   * @param from file or folder that relative paths and package names are looked up from
   * @throws EvospiceError `PLUGIN_MISSING`, `PLUGIN_LOAD` or `PLUGIN_SHAPE` for what cannot be loaded; `PLUGIN_CONTRACT`,
   *   `PLUGIN_DUPLICATE` or `PLUGIN_POINT` for what cannot be registered beside the others
   */
  load(specifiers: readonly string[], from: string): Promise<void>;
}

/** A registry of these plugins and nothing else, for contributions that need no services of the container. */
export function createRegistry(plugins: readonly Plugin[]): ContainerRegistry {
  const container = new Container({ defaultScope: 'Singleton' });
  const registry = new ContainerRegistry(container);
  container.bind<ConfigurationFolder>(ConfigurationFolder).toConstantValue({ path: process.cwd() });
  container.bind<RunFolder>(RunFolder).toConstantValue({ path: undefined });
  container.bind<PastRuns>(PastRuns).toConstantValue({ memories: noPastRuns });
  container.bind<ExtensionRegistry>(ExtensionRegistry).toConstantValue(registry);
  for (const plugin of plugins) registry.register(plugin, 'given');
  return registry;
}

/**
 * A new container with the given services and plugins; kernels share nothing. Files of a configuration are looked up from the
 * current folder until `ConfigurationFolder` says otherwise.
 * @throws EvospiceError `PLUGIN_CONTRACT`, `PLUGIN_DUPLICATE`, `PLUGIN_POINT` for the plugins given
 */
export function createKernel(options: KernelOptions): Kernel {
  const container = new Container({ defaultScope: 'Singleton' });
  const registry = new ContainerRegistry(container);
  container.bind<Clock>(Clock).toConstantValue(options.clock);
  container.bind<Logger>(Logger).toConstantValue(options.logger);
  container.bind<ConfigurationFolder>(ConfigurationFolder).toConstantValue({ path: process.cwd() });
  container.bind<RunFolder>(RunFolder).toConstantValue({ path: undefined });
  container.bind<PastRuns>(PastRuns).toConstantValue({ memories: noPastRuns });
  container.bind<ExtensionRegistry>(ExtensionRegistry).toConstantValue(registry);
  for (const { plugin, location } of options.plugins ?? []) registry.register(plugin, location);
  const loaded: string[] = [];
  return {
    container,
    registry,
    loaded,
    async load(specifiers, from) {
      for (const specifier of specifiers) {
        const { plugin, location } = await loadPlugin(specifier, from);
        if (loaded.includes(location)) continue;
        registry.register(plugin, location);
        loaded.push(location);
      }
    },
  };
}

function noPastRuns(folder: string): Promise<never> {
  return Promise.reject(new EvospiceError('RUN_MISSING', `the run in ${folder} cannot be read from here`, { received: folder, expected: 'a program that opens stored runs, as the command line does' }));
}

import type { ExtensionRegistry, OptimizerLibrary } from '@evospice/contracts';

/** The optimizers of the product and of loaded plugins as functions, for optimizers that are not in a sandbox. */
export function optimizerLibrary(registry: ExtensionRegistry): OptimizerLibrary {
  return Object.fromEntries(registry.list('Optimizer').map(({ contribution: { name } }) => [
    name,
    async (problem, context, options = {}) => registry.create('Optimizer', { name, options }).optimize(problem, context),
  ]));
}

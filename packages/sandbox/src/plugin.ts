import { CONTRACT_VERSION, contribute, definePlugin, ExtensionRegistry } from '@evospice/contracts';
import { z } from 'zod';
import { guestSearches, type GuestSearch } from './guest/searches.ts';
import { IsolateProgramRunner } from './isolate-program-runner.ts';

const options = z.strictObject({
  warm: z.int().min(0).max(64).default(1).describe('Sandboxes kept ready, about 65 MB each; 0 starts each when it is wanted'),
  isolation: z.enum(['auto', 'bubblewrap', 'process']).default('auto')
    .describe('auto: the strongest that works here; bubblewrap: refuse to run without it; process: never use it'),
});

/** The optimizers that programs may call; looked up anew only when a plugin has been loaded since. */
function searchesOf(registry: ExtensionRegistry): () => readonly GuestSearch[] {
  let known: { readonly count: number; readonly searches: readonly GuestSearch[] } | undefined;
  return () => {
    const contributions = registry.list('Optimizer');
    if (known?.count !== contributions.length) {
      known = { count: contributions.length, searches: guestSearches(contributions, (contribution) => registry.optionsOf(contribution)) };
    }
    return known.searches;
  };
}

/** Contributes the program runner `isolate`. */
export const sandboxPlugin = definePlugin({
  name: '@evospice/sandbox',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'ProgramRunner',
      name: 'isolate',
      summary: 'Runs programs in an isolate of a confined child process',
      options,
      inject: [ExtensionRegistry],
      create: (chosen, registry: ExtensionRegistry) => new IsolateProgramRunner({ ...chosen, searches: searchesOf(registry) }),
    }),
  ],
});

import { contribute, ExtensionRegistry, Logger, type Contribution } from '@evospice/contracts';
import type { ZodType, output } from 'zod';
import { registryCardWriter } from '../card/card-writer.ts';
import { ExternalSimulator } from '../session/external-simulator.ts';
import type { SimulatorAdapter } from './adapter.ts';
import type { CommandOptions } from './command-options.ts';

/** Contribution of a command-line simulator; cards are converted by whichever dialects are loaded when a testbench is opened. */
export function simulatorContribution<S extends ZodType<CommandOptions>>(simulator: {
  readonly name: string;
  readonly summary: string;
  readonly options: S;
  adapter(options: output<S>): SimulatorAdapter;
}): Contribution<'Simulator'> {
  return contribute<'Simulator', S, [ExtensionRegistry, Logger]>({
    point: 'Simulator', name: simulator.name, summary: simulator.summary, options: simulator.options,
    inject: [ExtensionRegistry, Logger],
    create(options, registry, logger) {
      const adapter = simulator.adapter(options);
      return new ExternalSimulator(adapter, options, { writeCard: registryCardWriter(registry, adapter.dialect, options.cardDialect), logger });
    },
  });
}

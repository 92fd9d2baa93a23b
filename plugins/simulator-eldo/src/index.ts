import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { simulatorContribution } from '@evospice/external-simulator';
import { z } from 'zod';
import { EldoDialect } from './dialect/eldo-dialect.ts';
import { eldoAdapter } from './eldo-adapter.ts';
import { eldoOptions } from './options.ts';

/** Eldo: the simulator and its model cards. */
export default definePlugin({
  name: '@evospice/plugin-simulator-eldo',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'eldo', summary: 'Eldo, run as a command', options: eldoOptions, adapter: eldoAdapter }),
    contribute({ point: 'CardDialect', name: 'eldo', summary: 'Model cards of Eldo', options: z.strictObject({}), create: () => new EldoDialect() }),
  ],
});

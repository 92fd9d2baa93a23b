import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { HspiceDialect } from './hspice-dialect.ts';

export { HspiceDialect } from './hspice-dialect.ts';

export default definePlugin({
  name: '@evospice/plugin-dialect-hspice',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'CardDialect', name: 'hspice', summary: 'Model cards of HSPICE', options: z.strictObject({}), create: () => new HspiceDialect() }),
  ],
});

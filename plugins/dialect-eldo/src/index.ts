import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { EldoDialect } from './eldo-dialect.ts';

export { EldoDialect } from './eldo-dialect.ts';

export default definePlugin({
  name: '@evospice/plugin-dialect-eldo',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'CardDialect', name: 'eldo', summary: 'Model cards of Eldo', options: z.strictObject({}), create: () => new EldoDialect() }),
  ],
});

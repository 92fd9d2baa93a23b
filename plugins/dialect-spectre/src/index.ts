import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { SpectreDialect } from './spectre-dialect.ts';

export { SpectreDialect } from './spectre-dialect.ts';

export default definePlugin({
  name: '@evospice/plugin-dialect-spectre',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'CardDialect', name: 'spectre', summary: 'Model cards of Spectre', options: z.strictObject({}), create: () => new SpectreDialect() }),
  ],
});

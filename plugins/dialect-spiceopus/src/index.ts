import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { SpiceOpusDialect } from './spiceopus-dialect.ts';

export { SpiceOpusDialect } from './spiceopus-dialect.ts';

export default definePlugin({
  name: '@evospice/plugin-dialect-spiceopus',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'CardDialect', name: 'spiceopus', summary: 'Model cards of SPICE OPUS', options: z.strictObject({}), create: () => new SpiceOpusDialect() }),
  ],
});

import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { XyceDialect } from './xyce-dialect.ts';

export { XyceDialect } from './xyce-dialect.ts';

export default definePlugin({
  name: '@evospice/plugin-dialect-xyce',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'CardDialect', name: 'xyce', summary: 'Model cards of Xyce', options: z.strictObject({}), create: () => new XyceDialect() }),
  ],
});

import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { TouchstoneReader } from './touchstone-reader.ts';

export default definePlugin({
  name: '@evospice/plugin-reader-touchstone',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'DatasetReader', name: 'touchstone', summary: 'Touchstone files of network analysers (.s1p, .s2p, .ts)', options: z.strictObject({}), create: () => new TouchstoneReader() }),
  ],
});

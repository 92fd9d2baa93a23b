import { createRegistry } from '@evospice/kernel';
import { devicePlugin } from '../plugin.ts';

/** The readers and dialects of this package. */
export const deviceRegistry = createRegistry([devicePlugin]);

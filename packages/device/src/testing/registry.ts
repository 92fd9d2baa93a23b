import { createRegistry } from '@evospice/kernel';
import { readersPlugin } from '@evospice/readers';
import { devicePlugin } from '../plugin.ts';

/** The dialects of this package, and the readers that need no library. */
export const deviceRegistry = createRegistry([devicePlugin, readersPlugin]);

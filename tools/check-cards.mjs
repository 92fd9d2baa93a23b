// Counts what physics rules find in cards that nobody doubts: `npm run check-cards -- [OPTIONS]`, see tools/check-cards/main.ts.
import { join } from 'node:path';
import { root, run } from './setup.mjs';

process.exit(run('node', ['--conditions=@evospice/source', join(root, 'tools', 'check-cards', 'main.ts'), ...process.argv.slice(2)]));

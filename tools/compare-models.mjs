// How far the compact models are from ngspice: `npm run compare-models -- [FAMILY …] [OPTIONS]`, see tools/compare-models/main.ts.
import { join } from 'node:path';
import { root, run } from './setup.mjs';

process.exit(run('node', ['--conditions=@evospice/source', join(root, 'tools', 'compare-models', 'main.ts'), ...process.argv.slice(2)]));

// Learns what `priorJacobian` of the toolbox knows: `npm run learn-priors -- [OPTIONS]`, see tools/learn-priors/main.ts.
import { join } from 'node:path';
import { root, run } from './setup.mjs';

process.exit(run('node', ['--conditions=@evospice/source', join(root, 'tools', 'learn-priors', 'main.ts'), ...process.argv.slice(2)]));

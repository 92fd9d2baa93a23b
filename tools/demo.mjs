// `npm run demo`: set-up, then an evolution on measured devices if they are there, on generated ones otherwise.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, setup } from './setup.mjs';

setup();
const { findTasks } = await import('../packages/device/dist/index.js');
const { location, searched, tasks } = await findTasks();
const measured = location !== null && ['p04', 'p05', 'p07', 'p10', 'p14', 'p15'].every((id) => tasks.some((task) => task.id.startsWith(id)));
console.error(measured ? `measured devices from ${location}` : `no measured devices in ${searched.join(', ')}: generated ones are used`);
const out = join(root, 'runs', 'demo');
if (existsSync(out)) rmSync(out, { recursive: true });
process.exit(run('evospice', ['evolve', join('examples', measured ? 'demo.yaml' : 'demo-generated.yaml'), '--out', out]));

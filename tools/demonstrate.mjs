// The demonstration: an evolution on measured devices if they are there, on generated ones otherwise.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';
import { findTasks } from '../packages/device/dist/index.js';

const needed = ['p04', 'p05', 'p07', 'p10', 'p14', 'p15'];
const { location, searched, tasks } = await findTasks();
const measured = location !== null && needed.every((id) => tasks.some((task) => task.id.startsWith(`${id}-`)));
console.error(measured ? `measured devices from ${location}` : `the demonstration's measured devices are not in ${searched.join(', ')}: generated ones are used.\n`
  + 'Public measured devices come with `npx evospice data fetch`; `npx evospice data` says from where.');

const out = join(root, 'runs', 'demo');
rmSync(out, { recursive: true, force: true });
process.exit(run('evospice', ['evolve', join('examples', measured ? 'demo.yaml' : 'demo-generated.yaml'), '--out', out]));

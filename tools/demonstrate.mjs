// The demonstration: the champion against classical optimizers, then an evolution, on measured devices if they are there, on generated ones otherwise.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';
import { findTasks } from '../packages/device/dist/index.js';

const [comparison, evolution] = ['demo-champion', 'demo'].map((name) => join(root, 'runs', name));
for (const folder of [comparison, evolution]) rmSync(folder, { recursive: true, force: true });

console.error('1 of 2: the champion against classical optimizers');
const status = run('evospice', ['demo', '--out', comparison]);
if (status !== 0) process.exit(status);

const needed = ['p04', 'p05', 'p07', 'p10', 'p14', 'p15'];
const { location, searched, tasks } = await findTasks();
const measured = location !== null && needed.every((id) => tasks.some((task) => task.id.startsWith(`${id}-`)));
console.error(`\n2 of 2: an evolution of programs on ${measured ? `measured devices from ${location}` : `generated devices, as measured ones are not in ${searched.join(', ')}.\n`
  + 'Public measured devices come with `npx evospice data fetch`; `npx evospice data` says from where.'}`);
process.exit(run('evospice', ['evolve', join('examples', measured ? 'demo.yaml' : 'demo-generated.yaml'), '--out', evolution]));

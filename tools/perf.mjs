// Measurements of speed: `npm run perf -- NAME [OPTIONS]`; without a name it lists them. Each ends with one line of JSON.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const folder = join(root, 'tools', 'perf');
const ending = '.ts';
const names = readdirSync(folder).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length)).sort();
const [name, ...options] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`${name === undefined ? '' : `there is no measurement "${name}"\n`}usage: npm run perf -- NAME [OPTIONS]; measurements: ${names.join(', ')}`);
  process.exit(name === undefined ? 0 : 2);
}
// Processes of its own that a measurement starts are to load what is installed: taking the types away would count as their start.
const built = ['overhead'];
process.exit(run('node', [...(built.includes(name) ? [] : ['--conditions=@evospice/source']), join(folder, `${name}${ending}`), ...options]));

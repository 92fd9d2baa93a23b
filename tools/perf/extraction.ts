// The measured devices extracted with the ready flows, each with that of its model family, beside plain lm, on one budget: training and validation errors, and what physics rules
// find in the result. The flow is to be at least as good as lm on validation, without a violation. About half an hour on two cores.
// Options: --budget 400, --seed 1, --devices p01,p05 (all that ngspice can run), --control lm, --flow auto, --out runs/extraction (results of each extraction), --resume (takes the
// results that lie there), --write (the table into docs/flows.md).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { betweenMarkers } from '../between-markers.ts';
import { compared, extractionTable, type Extracted } from './extraction/compared.ts';
import { count, nameList, table } from './shared/table.ts';
import { root } from '../setup.mjs';

/** Those with tunables and a model that ngspice has; programs and flows are made on the first, and kept away from the second. */
const development = ['p01', 'p04', 'p05', 'p08', 'p10', 'p11', 'p12', 'p14'];
const heldOut = ['p02', 'p03', 'p06', 'p07', 'p09', 'p15'];

const { values: options } = parseArgs({
  options: {
    budget: { type: 'string', default: '400' }, seed: { type: 'string', default: '1' }, devices: { type: 'string' }, control: { type: 'string', default: 'lm' }, flow: { type: 'string', default: 'auto' },
    out: { type: 'string', default: 'runs/extraction' }, resume: { type: 'boolean', default: false }, write: { type: 'boolean', default: false },
  },
});
const devices = nameList(options.devices) ?? [...development, ...heldOut].sort();
const out = resolve(root, options.out);
mkdirSync(out, { recursive: true });

const tasks = devices.map((device) => compared(
  device, heldOut.includes(device),
  extracted(device, 'flow', ['--flow', options.flow]),
  extracted(device, options.control, ['--optimizer', options.control]),
));
const { header, rows } = extractionTable(tasks, options.control);
console.error(table(header, rows));
if (options.write) {
  const page = join(root, 'docs', 'flows.md');
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  writeFileSync(page, betweenMarkers(readFileSync(page, 'utf8'), ['<!-- extraction -->', '<!-- end of extraction -->'], `${lines.join('\n')}\n`));
}
const good = tasks.filter(({ atLeastAsGood }) => atLeastAsGood).length;
const strictly = tasks.filter(({ notAbove }) => notAbove).length;
console.error(`\nthe flow's error is not above that of ${options.control} on ${strictly} of ${tasks.length}, on ${good} with a tolerance of 0.1 %`);
console.log(JSON.stringify({ atLeastAsGood: good, of: tasks.length, tasks: Object.fromEntries(tasks.map((task) => [task.device, task])) }));

/** What `evospice extract` says, and what `evospice check` finds in its card; of results that lie there already what they say. */
function extracted(device: string, name: string, args: readonly string[]): Extracted {
  const file = join(out, `${device}-${name}.json`);
  if (options.resume && existsSync(file)) {
    console.error(`${device} with ${name}: taken from ${file}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Extracted;
  }
  const found = extractedOnce(device, name, args);
  // Rules take longer than simulations on large tasks; they are asked at every candidate only where the result breaks one.
  const again = name === 'flow' && found.counts.violation > 0;
  const result = again ? extractedOnce(device, name, [...args, '--rule', 'card', '--rule', 'curve', '--constraint', 'violations < 1']) : found;
  writeFileSync(file, JSON.stringify({ ...result, constrained: again }));
  const { final: { train, validate }, counts } = result;
  console.error(`${device} with ${name}: ${(100 * (train.relativeRms ?? Number.NaN)).toPrecision(4)} %, validation ${(100 * (validate?.relativeRms ?? Number.NaN)).toPrecision(4)} %, ${counts.violation} violations${again ? ', constrained' : ''}`);
  return { ...result, constrained: again };
}

function extractedOnce(device: string, name: string, args: readonly string[]): Extracted {
  const folder = join(out, `${device}-${name}`);
  const { start, final, budget, log, card } = evospice<Omit<Extracted, 'counts'> & { readonly card: string }>(
    ['extract', device, ...args, '--budget', String(count('budget', options.budget)), '--seed', String(count('seed', options.seed)), '--out', folder], [0],
  );
  // The exit code says how bad the worst finding is.
  const { counts } = evospice<Pick<Extracted, 'counts'>>(['check', card, '--task', device], [0, 1, 3]);
  return { start, final, budget, log, counts };
}

function evospice<T>(args: readonly string[], wanted: readonly number[]): T {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'packages', 'cli', 'bin', 'evospice.mjs'), ...args, '--json'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
  if (status === null || !wanted.includes(status)) throw new Error(`evospice ${args.join(' ')} ended with ${status}: ${stdout.slice(0, 500)}`);
  return JSON.parse(stdout) as T;
}

// How many simulations an optimizer takes to come near what another one ends at, on the measured devices: what `evospice try` measures, by device, and apart for
// the devices that programs were made on and those that were kept away from them. The control is measured once per version. About 10 minutes on two cores.
// Options: --optimizer NAME or FILE (champion), such as space-mapping, --control lm, --seeds 3, --budget 400, --devices p01,p05 (all that are public),
// --hide-models all or FAMILIES (what is left without the physics of the device).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { comparisonOf, type Trial } from './fewest/comparison.ts';
import { count, nameList, short, table } from './shared/table.ts';
import { root } from '../setup.mjs';

/** Programs are made on the first, and kept away from the second. */
const training = ['p01', 'p04', 'p05', 'p08', 'p10', 'p11', 'p12', 'p14'];
const validation = ['p02', 'p03', 'p06', 'p07', 'p09', 'p15'];

const { values: options } = parseArgs({
  options: {
    optimizer: { type: 'string', default: 'champion' },
    control: { type: 'string', default: 'lm' }, seeds: { type: 'string', default: '3' }, budget: { type: 'string', default: '400' }, devices: { type: 'string' }, 'hide-models': { type: 'string' },
  },
});
const devices = nameList(options.devices) ?? [...training, ...validation].sort();
const trial = measure();
const groups = [['training', training], ['validation', validation]] as const;
const whole = comparisonOf(trial);
const { budget, control, subject } = trial;

const units = (value: number | null): string => (value === null ? `> ${budget}` : short(value));
const percent = (value: number): string => `${(100 * value).toPrecision(4)} %`;
const ofGroup = (task: string): string => groups.find(([, tasks]) => tasks.some((name) => task.startsWith(name)))?.[0] ?? 'other';
const looks = [60, 100, budget].filter((at, index, all) => at <= budget && all.indexOf(at) === index);
console.error(`simulations and errors, ${control} / ${subject}: medians over ${options.seeds} seeds`);
console.error(table(
  ['device', '', ...whole.factors.map((factor) => `to ${factor} x ${control}`), ...looks.map((at) => `error at ${at}`)],
  whole.devices.map(({ task, times, errors }) => [
    task, ofGroup(task),
    ...times.map(({ own, other, ratio }) => (ratio === null ? 'met by the start' : `${units(other)} / ${units(own)} = ${own === null ? '< ' : ''}${short(Number(ratio.toPrecision(3)))}`)),
    ...looks.map((at) => (errors[at] === undefined ? '-' : errors[at].map(percent).reverse().join(' / '))),
  ]),
));
for (const [name, tasks] of [...groups, ['all', devices]] as const) {
  const part = comparisonOf(trial, (task) => tasks.some((one) => task.startsWith(one)));
  if (part.devices.length === 0) continue;
  const ratios = part.factors.map((factor) => `${short(Number((part.ratio[factor] ?? Number.NaN).toPrecision(3)))} to ${factor}`).join(', ');
  const lower = Object.entries(part.lower).map(([at, [own, other]]) => `${at}: ${own}, ${other}`).join('; ');
  console.error(`\n${name}, ${part.devices.length} devices: ${ratios} (geometric mean of how many times fewer)\n  lower error by more than 0.1 % (${subject}, ${control}) at ${lower}`);
  for (const [factor, lost] of Object.entries(part.lost)) if (lost.length > 0) console.error(`  more simulations than ${control} to ${factor} on ${lost.join(', ')}`);
}
console.error(`\n${subject}: its median error at ${budget} is below that of ${control}, or above it by no more than 0.1 %, on ${whole.lowerOrEqual} of ${whole.devices.length} devices; hidden models: ${options['hide-models'] ?? 'none'}`);
console.log(JSON.stringify({ ratio: whole.ratio, lower: whole.lower, ownSeconds: whole.ownSeconds }));

/** What `evospice try` says, from the built command. */
function measure(): Trial {
  const args = [
    'try', options.optimizer, '--tasks', ...devices, '--seeds', String(count('seeds', options.seeds)), '--budget', String(count('budget', options.budget)), '--control', options.control,
    '--control-budget', options.budget, '--quiet', '--json', ...(options['hide-models'] === undefined ? [] : ['--hide-models', options['hide-models']]),
  ];
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'packages', 'cli', 'bin', 'evospice.mjs'), ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 });
  const document = (stdout === '' ? {} : JSON.parse(stdout)) as Partial<Trial>;
  if (document.controlTimes === undefined) throw new Error(`evospice ${args.join(' ')} gave no result (exit code ${status})`);
  if (status !== 0) console.error('some runs failed: what they had found until then counts');
  return document as Trial;
}

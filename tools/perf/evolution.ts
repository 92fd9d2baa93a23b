// What evolution without a language model is worth on measured devices: evolution, best-of-N and random search over syntax trees with as many case
// runs, and lm, on devices that no program was chosen by. Hours on two cores; an interrupted measurement goes on where it was.
// Options: --seeds 1-5, --evaluations N (case runs of each arm), --out FOLDER, --report-only (of the runs that are finished).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { armsOf, type ArmResult } from './evolution/arms.ts';
import { comparisons, type ArmComparison } from './evolution/comparisons.ts';
import { count, numberList, table } from './shared/table.ts';
import { root } from '../setup.mjs';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-5' }, evaluations: { type: 'string', default: '256' },
    out: { type: 'string', default: join(root, 'runs', 'perf-evolution') }, 'report-only': { type: 'boolean', default: false },
  },
});
/** The built command. */
const evospice = join(root, 'packages', 'cli', 'bin', 'evospice.mjs');
const evaluations = count('evaluations', options.evaluations);
const results: ArmResult[] = [];
for (const seed of numberList(options.seeds)) {
  const folder = join(options.out, `seed-${seed}`);
  if (!options['report-only']) evolve(seed, folder);
  results.push(...(await armsOf(join(folder, 'run'), seed)));
}

/** Runs the evolution with its controls, or goes on with it. What is finished is not run again. */
function evolve(seed: number, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const configuration = readFileSync(join(import.meta.dirname, 'evolution', 'evolve.yaml'), 'utf8').replace(/^seed: 1$/mu, `seed: ${seed}`).replace(/evaluations: \d+/u, `evaluations: ${evaluations}`);
  const file = join(folder, 'evolve.yaml');
  writeFileSync(file, configuration);
  const run = join(folder, 'run');
  const command = (resume: readonly string[]): number | null =>
    spawnSync(process.execPath, [evospice, 'evolve', file, '--out', run, ...resume], { stdio: ['ignore', 2, 2] }).status;
  const isThere = spawnSync(process.execPath, [evospice, 'status', run], { stdio: 'ignore' }).status === 0;
  if (command(isThere ? ['--resume'] : []) !== 0) throw new Error(`the evolution in ${run} did not finish; repeat the command to go on with it`);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const ratio = (value: number): string => value.toFixed(3);
console.error(table(
  ['seed', 'arm', 'programs', 'case runs', 'score', 'on validation', 'error / lm (geometric mean)'],
  results.map(({ seed, arm, programs, evaluations: made, score, validation, cases }) =>
    [String(seed), arm, String(programs), String(made), score.toFixed(4), validation?.toFixed(4) ?? 'failed', ratio(geometricMean(cases.map(({ errorToControl }) => errorToControl)))]),
));
const found = comparisons(results);
console.error(`\n${table(
  ['evolution against', 'pairs', 'error ratio', '95 % interval over seeds', 'lower', 'Wilcoxon p (pairs)', 'Wilcoxon p (seeds)', 'score difference', '95 % interval'],
  found.map(({ arm, pairs, ratio: of, interval, lower, pValue, pValueOfSeeds, score, scoreInterval }) =>
    [arm, String(pairs), ratio(of), interval.map(ratio).join(' to '), percent(lower), pValue.toPrecision(2), pValueOfSeeds.toPrecision(2), score.toFixed(4), scoreInterval.map((value) => value.toFixed(4)).join(' to ')]),
)}`);
console.log(JSON.stringify({ seeds: new Set(results.map(({ seed }) => seed)).size, evaluations, against: Object.fromEntries(found.map(({ arm, ...figures }: ArmComparison) => [arm, figures])) }));

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

// Expected running time (ERT) on the noiseless BBOB functions to targets from 10 to 1e-7, in evaluations over dimension.
// Options: --functions 1-24, --dimensions 2,5,10,20, --optimizers NAME,.., --seeds N (instances 1 to 15, then again with other
// seeds), --budget-multiplier N (evaluations over dimension), --limit S (CPU seconds for one optimizer on one function and dimension).
import { parseArgs } from 'node:util';
import { bbobTitles } from '@evospice/test-functions';
import { runningTimes, targets, type RunningTime } from './bbob/running-time.ts';
import { cpuMs } from './shared/measure.ts';
import { optimizerNames } from './shared/optimizers.ts';
import { count, nameList, numberList, short, table } from './shared/table.ts';

const { values: given } = parseArgs({
  options: {
    functions: { type: 'string', default: '1,2,5,6,8,10,12,15,17,21' }, dimensions: { type: 'string', default: '2,5,10,20' },
    optimizers: { type: 'string', default: 'cma-es,de,psade,nelder-mead,lbfgsb,random' }, seeds: { type: 'string', default: '15' },
    'budget-multiplier': { type: 'string', default: '1000' }, limit: { type: 'string', default: '60' },
  },
});
const seeds = count('seeds', given.seeds);
const multiplier = count('budget-multiplier', given['budget-multiplier']);
const names = nameList(given.optimizers) ?? [];
const unknown = names.find((name) => !optimizerNames().includes(name));
if (unknown !== undefined) throw new Error(`there is no optimizer "${unknown}": ${optimizerNames().join(', ')}`);
const began = performance.now();
const result: Record<string, Record<number, Record<string, readonly RunningTime[] | null>>> = {};
const failures: Record<string, string> = {};

const shown = (times: readonly RunningTime[] | null | undefined, dimension: number): readonly string[] => times == null
  ? ['failed']
  : times.map(({ ert, successes }) => `${ert === null ? '-' : short(Number((ert / dimension).toPrecision(3)))}${successes === seeds ? '' : ` (${successes})`}`);

console.log(`ERT / dimension to each target f - f_opt; ${seeds} runs, (successes) where not all reached it; ${multiplier} evaluations a dimension.`);
for (const number of numberList(given.functions)) {
  const title = `f${number} ${bbobTitles[number - 1]}`;
  const rows: (readonly string[])[] = [];
  result[`f${number}`] = {};
  for (const dimension of numberList(given.dimensions)) {
    const cells: Record<string, readonly RunningTime[] | null> = {};
    for (const name of names) {
      try {
        cells[name] = await runningTimes(name, number, dimension, seeds, multiplier * dimension, 1000 * Number(given.limit));
      } catch (error) {
        cells[name] = null;
        failures[`${name} on f${number} in ${dimension}`] = error instanceof Error ? error.message : String(error);
      }
      rows.push([`${dimension}-D ${name}`, ...shown(cells[name], dimension)]);
    }
    result[`f${number}`]![dimension] = cells;
    console.error(`${title}, ${dimension}-D: ${Math.round((performance.now() - began) / 1000)} s`);
  }
  console.log(`\n${title}\n\n${table(['', ...targets.map((target) => target.toExponential(0))], rows)}`);
}
const seconds = Math.round((performance.now() - began) / 1000);
const cpuSeconds = Math.round(cpuMs() / 1000);
console.log(`\n${seconds} s, of which ${cpuSeconds} s CPU time`);
console.log(JSON.stringify({ seeds, budgetMultiplier: multiplier, targets, ert: result, failures, seconds, cpuSeconds }));

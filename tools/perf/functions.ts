// Median evaluations of every optimizer to f - f* <= 1e-6 on smooth functions of 10 variables, simple regret of the model-based
// ones at 40 and 60 evaluations, and the constrained case of SPICE OPUS. Options: --only NAME,.. (optimizers), --seeds N, --part NAME,..
// (convergence, few, acceptance, genetic, weak, devices: needs the build), --limit S (CPU seconds for one optimizer on one function).
import { parseArgs } from 'node:util';
import { acceptance, opusGenetic } from './functions/acceptance.ts';
import { dimension, entries, functionNames, measureCell, modelBased, type Cell } from './functions/convergence.ts';
import { devices, extractionError } from './functions/devices.ts';
import { fewBudgets, fewFunctions, regretReferences, regrets } from './functions/few-evaluations.ts';
import { weakSpots, type WeakSpot } from './functions/weak-spots.ts';
import { cpuMs } from './shared/measure.ts';
import { optimizerNames } from './shared/optimizers.ts';
import { count, nameList, short, table } from './shared/table.ts';

const { values: given } = parseArgs({
  options: { only: { type: 'string' }, seeds: { type: 'string', default: '15' }, part: { type: 'string' }, limit: { type: 'string', default: '30' } },
});
const seeds = count('seeds', given.seeds);
const only = nameList(given.only);
const parts = nameList(given.part);
const unknown = only?.find((name) => !optimizerNames().includes(name));
if (unknown !== undefined) throw new Error(`there is no optimizer "${unknown}": ${optimizerNames().join(', ')}`);
const wanted = (part: string): boolean => parts?.includes(part) ?? true;
const chosen = (name: string): boolean => only?.includes(name) ?? true;
const note = (text: string): void => { console.error(text); };
const began = performance.now();
const failures: Record<string, string> = {};

/** The measurement, or null and a note of what the optimizer threw: one that fails must not hide the others. */
async function attempt<T>(label: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    failures[label] = error instanceof Error ? error.message : String(error);
    note(`${label} failed: ${failures[label]}`);
    return null;
  }
}

function shown(cell: Cell | null): readonly string[] {
  if (cell === null) return ['failed', '', '', ''];
  const { median, successes, best, reference, referenceSuccesses, ratio, outOfTime } = cell;
  const of = `${successes}/${seeds}${outOfTime > 0 ? ` (${outOfTime} out of time)` : ''}`;
  const figure = reference === null ? '' : `${reference}${referenceSuccesses === 15 ? '' : ` (${referenceSuccesses}/15)`}`;
  return [median === null ? `f ${short(best)}` : short(median), of, figure, ratio === null ? '' : ratio.toFixed(2)];
}

async function convergence(): Promise<object> {
  const result: Record<string, Record<string, Cell | null>> = {};
  for (const entry of entries(only)) {
    const cells: Record<string, Cell | null> = {};
    for (const name of functionNames) cells[name] = await attempt(`${entry.label} on ${name}`, () => measureCell(entry, name, seeds, 1000 * Number(given.limit)));
    result[entry.label] = cells;
    note(`${entry.label}: ${functionNames.map((name) => shown(cells[name] ?? null).slice(0, 2).join(' ')).join(', ')}`);
  }
  console.log(`\nMedian evaluations to f - f* <= 1e-6 over the runs that got there, ${dimension} variables, ${seeds} seeds, minimum and start`);
  console.log('drawn anew for each; 50,000 evaluations (psade 200,000); "f" is the median end where none got there; then the figure of a public');
  console.log('implementation and the ratio to it. Costs are one number: lm, dogleg and chain, made for residuals, see one.\n');
  console.log(table(['optimizer', ...functionNames.flatMap((name) => [name, 'reached', 'public', 'ratio'])], Object.entries(result).map(([label, cells]) =>
    [label, ...functionNames.flatMap((name) => shown(cells[name] ?? null))])));
  return result;
}

async function few(): Promise<object> {
  const result: Record<string, Record<string, { readonly regrets: readonly number[] | null; readonly references: readonly (number | null)[] }>> = {};
  const cells = (row: (typeof result)[string], name: string): readonly string[] =>
    fewBudgets.flatMap((_, index) => [short(row[name]?.regrets?.[index] ?? Number.NaN), short(row[name]?.references[index] ?? Number.NaN)]);
  for (const optimizer of [...modelBased, 'cma-es', 'random'].filter((name) => optimizerNames().includes(name) && chosen(name))) {
    const row: (typeof result)[string] = {};
    for (const [index, name] of fewFunctions.entries()) {
      row[name] = { regrets: await attempt(`${optimizer} on ${name}`, () => regrets(optimizer, name, seeds)), references: regretReferences[optimizer]?.[index] ?? [] };
    }
    result[optimizer] = row;
    note(`${optimizer}: ${fewFunctions.map((name) => cells(row, name).join(' ')).join(', ')}`);
  }
  console.log(`\nMedian f - f* after ${fewBudgets.join(' and ')} evaluations, ${seeds} seeds, random starts, each beside the figure of a public implementation\n`);
  console.log(table(['optimizer', ...fewFunctions.flatMap((name) => fewBudgets.flatMap((budget) => [`${name} ${budget}`, 'public']))], Object.entries(result).map(([optimizer, row]) =>
    [optimizer, ...fewFunctions.flatMap((name) => cells(row, name))])));
  return result;
}

async function constrained(): Promise<object> {
  const result: Record<string, Awaited<ReturnType<typeof acceptance>> | null> = {};
  for (const optimizer of optimizerNames().filter(chosen)) {
    result[optimizer] = await attempt(`${optimizer} on spice-opus-case`, () => acceptance(optimizer, seeds, modelBased.includes(optimizer) ? 100 : 2000));
  }
  console.log('\nThe constrained case of SPICE OPUS from (10, 10), 2,000 evaluations (bayesian and tpe 100); its manual reports a value close to 0.5 near (2, 2)\n');
  console.log(table(['optimizer', 'least value', 'reached f* + 1e-3', 'evaluations'], Object.entries(result).map(([optimizer, found]) =>
    [optimizer, ...(found === null ? ['failed'] : [short(found.value), String(found.successes), short(found.median ?? Number.NaN)])])));
  return result;
}

async function genetic(): Promise<object> {
  const value = await attempt('genetic on sphere', () => opusGenetic(seeds));
  console.log(`\nGenetic algorithm with the defaults of SPICE OPUS on the sphere: median f ${short(value ?? Number.NaN)} (public implementation: near 1.8)\n`);
  return { median: value, reference: 1.8 };
}

async function weak(): Promise<readonly WeakSpot[] | null> {
  const found = await attempt('weak spots', () => weakSpots(seeds, chosen));
  console.log('\nWhere plain implementations get, and one of these did not: a steep valley x^2 + 1e6 y^2 without restarts, many wells, genetic operators as published,');
  console.log('a plateau, and a series resistance that ends where it has no effect; then the evaluations of a plain implementation and the ratio to them\n');
  console.log(table(['', 'reached', 'evaluations', 'median end', 'plain', 'ratio'], (found ?? []).map(({ label, successes, runs, median, best, reference }) =>
    [label, `${successes}/${runs}`, short(median ?? Number.NaN), short(best), ...(reference === undefined ? [] : [short(reference), ((median ?? Number.NaN) / reference).toFixed(2)])])));
  return found;
}

/** Levenberg-Marquardt and the dogleg on measured devices, where those are there. */
async function measuredDevices(): Promise<object> {
  const result: Record<string, Record<string, number | null>> = {};
  for (const device of devices) {
    const row: Record<string, number | null> = {};
    for (const optimizer of ['lm', 'dogleg'].filter(chosen)) row[optimizer] = await attempt(`${optimizer} on ${device}`, async () => extractionError(device, optimizer));
    result[device] = row;
  }
  console.log('\nRelative error on measured devices after 400 simulations, seed 1; "-" where a device is not there\n');
  console.log(table(['device', 'lm', 'dogleg'], Object.entries(result).map(([device, { lm, dogleg }]) => [device, short(lm ?? Number.NaN), short(dogleg ?? Number.NaN)])));
  return result;
}

const result = {
  seeds,
  ...(wanted('convergence') ? { convergence: await convergence() } : {}),
  ...(wanted('few') ? { regrets: await few() } : {}),
  ...(wanted('acceptance') ? { acceptance: await constrained() } : {}),
  ...(wanted('weak') ? { weakSpots: await weak() } : {}),
  ...(wanted('devices') ? { devices: await measuredDevices() } : {}),
  ...(wanted('genetic') && chosen('genetic') ? { opusGenetic: await genetic() } : {}),
};
const seconds = Math.round((performance.now() - began) / 1000);
const cpuSeconds = Math.round(cpuMs() / 1000);
console.log(`\n${seconds} s, of which ${cpuSeconds} s CPU time`);
console.log(JSON.stringify({ ...result, failures, seconds, cpuSeconds }, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value)));

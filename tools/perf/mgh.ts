// The problems of Moré, Garbow and Hillstrom: descents of Levenberg-Marquardt and of the dogleg from 1, 10 and 100 times the
// start, and optimizers as extraction runs them. Options: --seeds N (15), --only NAME,.. (optimizers), --part descents,optimizers,
// --units N (budget of an optimizer in n + 1 evaluations; 100), --limit S (CPU seconds for one optimizer; 25).
import { parseArgs } from 'node:util';
import { mghProblems, optimizeFunction } from '@evospice/test-functions';
import { descend, methodNames, type Descent } from './mgh/descents.ts';
import { cpuMs, middle } from './shared/measure.ts';
import { makeOptimizer, optimizerNames } from './shared/optimizers.ts';
import { count, nameList, short, table } from './shared/table.ts';

const { values: given } = parseArgs({
  options: {
    seeds: { type: 'string', default: '15' }, only: { type: 'string' }, part: { type: 'string' }, units: { type: 'string', default: '100' }, limit: { type: 'string', default: '25' },
  },
});
const seeds = count('seeds', given.seeds);
const units = count('units', given.units);
const tau = 1e-5;
const wanted = (part: string): boolean => nameList(given.part)?.includes(part) ?? true;
const selection = nameList(given.only) ?? ['lm', 'dogleg', 'lbfgsb', 'dfp', 'newton', 'nelder-mead', 'powell', 'hooke-jeeves', 'complex', 'cma-es', 'de', 'psade', 'pso'];
/** Options under which an optimizer takes residuals computed to the last digit, and goes on to the last digit. */
const exactly: Readonly<Record<string, object>> = { lm: { tolerance: 1e-6, xtol: 1e-12 }, dogleg: { tolerance: 1e-6, xtol: 1e-12 } };

interface Tally {
  solved: number;
  local: number;
  of: number;
}

async function descents(): Promise<Record<string, Record<string, Tally>>> {
  const scales = [1, 10, 100];
  const tallies: Record<string, Record<string, Tally>> = {};
  const rows: string[][] = [];
  const shown = (found: Descent): string => `${found.end === 'least' ? '' : `${found.end === 'local' ? 'local' : found.end === 'no start' ? 'no start' : short(found.value)} `}${found.evaluations}`;
  for (const problem of mghProblems) {
    for (const scale of scales) {
      const row = [scale === 1 ? problem.name : '', String(scale), scale === 1 ? problem.minima.map(({ value, computed }) => `${short(value)}${computed === true ? '*' : ''}`).join(', ') : ''];
      for (const name of methodNames) {
        const found = await descend(problem, scale, name);
        if (found === undefined) continue;
        const tally = ((tallies[name] ??= {})[`x${scale}`] ??= { solved: 0, local: 0, of: 0 });
        tally.of++;
        if (found.end === 'least') tally.solved++;
        if (found.end === 'local') tally.local++;
        row.push(shown(found));
      }
      if (row.length > 3) rows.push(row);
    }
  }
  console.log('Evaluations of one descent without bounds to machine precision, those of differences included. A bare number: it ended on the');
  console.log('least known value (to 1e-5 of it, or 1e-10); "local": on another known one; else the value that it ended at. "*": computed here, not published.\n');
  console.log(table(['problem', 'start x', 'known minima', ...methodNames], rows));
  return tallies;
}

interface Standing {
  /** Problems that the median run solved. */
  readonly solved: number;
  readonly of: number;
  /** Share of all runs that solved theirs. */
  readonly share: number;
  /** Median over the solved problems of the median run, in n + 1 evaluations. */
  readonly units: number | null;
  readonly outOfTime: boolean;
}

async function optimizers(): Promise<Record<string, Standing>> {
  const standings: Record<string, Standing> = {};
  const columns: Record<string, string[]> = {};
  for (const name of selection.filter((one) => optimizerNames().includes(one))) {
    const began = cpuMs();
    const cells: string[] = [];
    const medians: number[] = [];
    let outOfTime = false;
    let hits = 0;
    for (const problem of mghProblems) {
      const budget = units * (problem.dimension + 1);
      const targets = [tau * (problem.evaluate(problem.start) - problem.minimum.value)];
      const reached: number[] = [];
      for (let seed = 1; seed <= seeds; seed++) {
        if (cpuMs() - began > 1000 * Number(given.limit)) {
          outOfTime = true;
          break;
        }
        const run = await optimizeFunction(makeOptimizer(name, exactly[name] as Record<string, unknown> | undefined), problem, { budget, seed, targets, shown: 'residuals' });
        if (run.failure !== undefined) console.error(`${name} on ${problem.name}, seed ${seed}: ${String(run.failure)}`);
        const [first = null] = run.reached;
        if (first !== null) hits++;
        reached.push(first ?? Number.POSITIVE_INFINITY);
      }
      const median = reached.length < seeds ? Number.POSITIVE_INFINITY : middle(reached);
      if (Number.isFinite(median)) medians.push(median / (problem.dimension + 1));
      cells.push(Number.isFinite(median) ? short(median) : reached.length < seeds ? '?' : '-');
    }
    columns[name] = cells;
    standings[name] = {
      solved: medians.length, of: mghProblems.length, share: Number((hits / (seeds * mghProblems.length)).toFixed(3)),
      units: medians.length === 0 ? null : Number(middle(medians).toPrecision(3)), outOfTime,
    };
    console.error(`${name}: ${medians.length} of ${mghProblems.length}, ${((cpuMs() - began) / 1000).toFixed(1)} s`);
  }
  const names = Object.keys(columns);
  console.log(`\nMedian evaluations over ${seeds} seeds to f - f* <= ${tau} (f(x0) - f*) (Moré & Wild 2009), f* the least known value, from the start in a`);
  console.log(`box around the origin; ${units} (n + 1) evaluations; "-": the median run did not get there; "?": not measured in ${given.limit} s. lm and dogleg see the residuals (with tolerance 1e-6, xtol 1e-12 instead of their defaults), others their rms.\n`);
  console.log(table(['problem', ...names], mghProblems.map((problem, index) => [problem.name, ...names.map((name) => columns[name]![index]!)])));
  console.log('');
  console.log(table(['optimizer', 'solved', 'runs solved', 'median n + 1'], names.map((name) => {
    const { solved, of, share, units: each } = standings[name]!;
    return [name, `${solved}/${of}`, `${(100 * share).toFixed(0)} %`, each === null ? '-' : String(each)];
  })));
  return standings;
}

console.log(JSON.stringify({
  ...(wanted('descents') ? { descents: await descents() } : {}),
  ...(wanted('optimizers') ? { tau, seeds, optimizers: await optimizers() } : {}),
}));

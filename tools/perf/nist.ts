// Certified digits of Levenberg-Marquardt on the NIST StRD nonlinear regression sets that this machine has, from both
// starts, with exact Jacobians and with forward differences. Options: --factor N (first trust radius; 10), --digits N (6).
import { parseArgs } from 'node:util';
import { findDatasets } from '@evospice/test-functions';
import { fit, type Fit } from './nist/fit.ts';
import { minpackForward } from './nist/minpack-forward.ts';

const { values: options } = parseArgs({ options: { factor: { type: 'string', default: '10' }, digits: { type: 'string', default: '6' } } });
const factor = Number(options.factor);
const wanted = Number(options.digits);

const { location, searched, problems } = await findDatasets();
if (location === null) {
  console.error(`no files of the NIST StRD found in ${searched.join(', ')}; set EVOSPICE_NIST to their folder`);
  process.exit(1);
}

const fits: Fit[] = [];
console.error(`${problems.length} of the 27 sets, factor ${factor}; digits: least log relative error of the parameters, 11 at most\n`);
console.error(['set'.padEnd(10), 'level'.padEnd(8), 'start', ' exact', 'calls', 'Jacob.', 'ended by'.padEnd(18), 'forward', 'calls', 'ended by'.padEnd(18), 'lmdif'].join(' '));
for (const problem of problems) {
  for (const start of [1, 2]) {
    const exact = await fit(problem, start, 'exact', { factor });
    const forward = await fit(problem, start, 'forward', { factor });
    fits.push(exact, forward);
    console.error([
      problem.name.padEnd(10), problem.level.padEnd(8), String(start).padStart(5), exact.digits.toFixed(1).padStart(6), String(exact.evaluations).padStart(5),
      String(exact.jacobians).padStart(6), exact.reason.padEnd(18), forward.digits.toFixed(1).padStart(7), String(forward.evaluations).padStart(5),
      forward.reason.padEnd(18), (minpackForward[problem.name]?.[start - 1]?.toFixed(1) ?? '-').padStart(5),
    ].join(' '));
  }
}

const tally = (digits: readonly number[]): { solved: number; of: number } => ({ solved: digits.filter((value) => value >= wanted).length, of: digits.length });
const digitsOf = (derivatives: Fit['derivatives']): number[] => fits.filter((one) => one.derivatives === derivatives).map(({ digits }) => digits);
const counts = { exact: tally(digitsOf('exact')), forward: tally(digitsOf('forward')), forwardMinpack: tally(problems.flatMap(({ name }) => minpackForward[name] ?? [])) };
console.error(`\n${wanted} digits or more: exact ${counts.exact.solved} of ${counts.exact.of}, forward ${counts.forward.solved} of ${counts.forward.of}, MINPACK's lmdif ${counts.forwardMinpack.solved} of ${counts.forwardMinpack.of}`);
console.log(JSON.stringify(counts));

// Simulations to near the control's final error, from the raw evaluations by their definition.
import { errorAt, FLOOR, hitTime } from './check-curves.mjs';
import { geometricMean, quantile } from './numerics.mjs';

const FACTORS = [2, 1.25, 1.05];
const floored = (error, start) => Math.max(error, FLOOR * start);
const medianAt = (runs, budget) => floored(quantile(runs.map((run) => errorAt(run, budget)), 0.5), runs[0].startError);
/** The least budget by which half of the runs had hit the target. */
const halfBy = (runs, target) => {
  const hits = runs.map((run) => hitTime(run, target));
  return Math.min(Infinity, ...hits.filter((own) => 2 * hits.filter((hit) => hit <= own).length >= hits.length));
};

export function checkControlTimes(differences, { controlTimes, statistics, tasks, entries, budget }, of) {
  const { control, factors, times, overall, lower } = controlTimes;
  differences.same('controlTimes control', control, statistics.control);
  differences.same('controlTimes factors', JSON.stringify(factors), JSON.stringify(FACTORS));
  const expected = tasks.flatMap(({ task }) => FACTORS.flatMap((factor) => {
    const reference = of(control, task);
    const target = reference.length === 0 ? Infinity : factor * medianAt(reference, Infinity);
    if (!(target < (reference[0]?.startError ?? 0))) return [];
    return entries.filter((entry) => of(entry, task).length > 0).map((entry) => {
      const hit = halfBy(of(entry, task), target);
      return { entry, task, factor, target, hit, ratio: Math.min(budget, halfBy(reference, target)) / Math.min(budget, hit) };
    });
  }));
  differences.same('controlTimes rows', times.length, expected.length);
  for (const [i, row] of expected.entries()) {
    const stated = times[i];
    const path = `controlTimes ${row.entry} ${row.task} ${row.factor}`;
    differences.same(`${path} is of`, [stated?.entry, stated?.task].join(), [row.entry, row.task].join());
    if (stated === undefined) continue;
    differences.same(`${path} factor`, stated.factor, row.factor);
    differences.same(`${path} target`, stated.target, row.target, 1e-9, 0);
    differences.same(`${path} simulations`, stated.simulations, row.hit < Infinity ? row.hit : null);
    differences.same(`${path} ratio`, stated.ratio, row.ratio);
    const runs = of(row.entry, row.task);
    differences.same(`${path} runs`, stated.runs, runs.length);
    differences.same(`${path} successes`, stated.successes, runs.filter((run) => hitTime(run, row.target) < Infinity).length);
  }
  checkSummaries(differences, overall, expected, entries.filter((entry) => entry !== control));
  checkLower(differences, lower, { entries: entries.filter((entry) => entry !== control), control, tasks, budget }, of);
}

function checkSummaries(differences, overall, expected, others) {
  const groups = others.flatMap((entry) => FACTORS.map((factor) => expected.filter((row) => row.entry === entry && row.factor === factor))).filter((rows) => rows.length > 0);
  differences.same('controlTimes overall rows', overall.length, groups.length);
  for (const [i, rows] of groups.entries()) {
    const path = `controlTimes overall ${rows[0].entry} ${rows[0].factor}`;
    const stated = overall[i] ?? {};
    differences.same(`${path} is of`, stated.entry, rows[0].entry);
    differences.same(`${path} factor`, stated.factor, rows[0].factor);
    differences.same(`${path} tasks`, stated.tasks, rows.length);
    differences.same(`${path} ratio`, stated.ratio, geometricMean(rows.map(({ ratio }) => ratio)));
    differences.same(`${path} lost`, stated.lost, rows.filter(({ ratio }) => ratio < 1).map(({ task }) => task));
    differences.same(`${path} missed`, stated.missed, rows.filter(({ hit }) => hit === Infinity).map(({ task }) => task));
  }
}

function checkLower(differences, lower, { entries, control, tasks, budget }, of) {
  const expected = entries.flatMap((entry) => [60, 100].filter((units) => units < budget).concat(budget).flatMap((units) => {
    const shared = tasks.map(({ task }) => task).filter((task) => of(entry, task).length > 0 && of(control, task).length > 0);
    const ratios = shared.map((task) => medianAt(of(entry, task), units) / medianAt(of(control, task), units));
    return shared.length === 0 ? [] : [{ entry, budget: units, tasks: shared.length, entryLower: ratios.filter((ratio) => ratio < 0.999).length, controlLower: ratios.filter((ratio) => 1 / ratio < 0.999).length }];
  }));
  differences.same('controlTimes lower rows', lower.length, expected.length);
  for (const [i, row] of expected.entries()) for (const [name, value] of Object.entries(row)) differences.same(`controlTimes lower ${row.entry} ${row.budget} ${name}`, lower[i]?.[name], value);
}

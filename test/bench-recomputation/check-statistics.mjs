// Summaries over tasks and tests, each from the raw evaluations by its definition.
import { area, errorAt, FLOOR } from './check-curves.mjs';
import { chanceOfLower, fTail, geometricMean, holm, mean, quantile, rangeCumulative, ranks, resampledGeometricMeans, wilcoxon } from './numerics.mjs';

const median = (values) => quantile(values, 0.5);
const floored = (error, start) => Math.max(error, FLOOR * start);
const finalOf = (run) => floored(errorAt(run, Infinity), run.startError);
const medianOf = (runs) => floored(median(runs.map((run) => errorAt(run, Infinity))), runs[0].startError);

/** Seeds that some entry has on the task and this one has not. */
function missingSeeds(of, entry, task) {
  const own = new Set(of(entry, task).map((run) => run.seed));
  return [...new Set(of(null, task).map((run) => run.seed))].filter((seed) => !own.has(seed)).sort((a, b) => a - b);
}

const complete = (of, entry, task) => missingSeeds(of, entry, task).length === 0;

export function checkCounts(differences, analysis, runs, of) {
  differences.same('runs', analysis.runs, runs.length);
  differences.same('entries', [...analysis.entries].sort(), [...new Set(runs.map((run) => run.entry))].sort());
  differences.same('tasks', analysis.tasks.map((fact) => fact.task).sort(), [...new Set(runs.map((run) => run.task))].sort());
  differences.same('seeds', analysis.seeds, [...new Set(runs.map((run) => run.seed))].sort((a, b) => a - b));
  const failed = runs.filter((run) => run.end === 'failed').map((run) => JSON.stringify([run.entry, run.task, run.seed]));
  differences.same('failures', analysis.failures.map(({ entry, task, seed }) => JSON.stringify([entry, task, seed])).sort(), failed.sort());
  const gaps = analysis.tasks.flatMap(({ task }) => analysis.entries.map((entry) => ({ entry, task, seeds: missingSeeds(of, entry, task) })).filter(({ seeds }) => seeds.length > 0));
  differences.same('gaps', analysis.gaps.map(({ entry, task, seeds }) => ({ entry, task, seeds })), gaps);
  for (const { entry, wall, own } of analysis.times) {
    const timed = of(entry, null).filter((run) => run.wallSeconds !== null);
    differences.same(`times ${entry} wall`, wall, median(timed.map((run) => run.wallSeconds)));
    differences.same(`times ${entry} own`, own, median(timed.map((run) => run.ownSeconds)));
  }
}

export function checkOverall(differences, { overall, tasks, entries }, of) {
  const present = (task) => entries.filter((entry) => of(entry, task).length > 0);
  for (const row of overall) {
    const own = tasks.map((fact) => fact.task).filter((task) => of(row.entry, task).length > 0);
    const path = `overall ${row.entry}`;
    const ratios = own.map((task) => geometricMean(of(row.entry, task).map((run) => finalOf(run) / run.startError)));
    differences.same(`${path} ratioToStart`, row.ratioToStart, geometricMean(ratios));
    const items = own.length > 1 ? ratios : of(row.entry, own[0]).map((run) => finalOf(run) / run.startError);
    differences.interval(`${path} interval`, row.interval, resampledGeometricMeans(items));
    const places = own.map((task) => ranks(present(task).map((entry) => medianOf(of(entry, task))))[present(task).indexOf(row.entry)]);
    differences.same(`${path} meanRank`, row.meanRank, mean(places));
    differences.same(`${path} anytimeArea`, row.anytimeArea, geometricMean(own.map((task) => median(of(row.entry, task).map(area)))));
    differences.same(`${path} wins`, row.wins, own.filter((task) => present(task).every((entry) => medianOf(of(row.entry, task)) <= medianOf(of(entry, task)))).length);
  }
}

export function checkFriedman(differences, { statistics, tasks, entries }, of) {
  const { friedman } = statistics;
  if (friedman === null) {
    const full = entries.length > 1 && tasks.length > 1 && tasks.every(({ task }) => entries.every((entry) => complete(of, entry, task)));
    differences.same('friedman is left out', full, false);
    return;
  }
  const names = entries.filter((entry) => friedman.meanRanks.some((row) => row.entry === entry));
  const shared = tasks.map((fact) => fact.task).filter((task) => names.every((entry) => complete(of, entry, task)));
  const [n, k] = [shared.length, names.length];
  differences.same('friedman tasks', friedman.tasks, n);
  differences.same('friedman degrees', friedman.degrees, [k - 1, (k - 1) * (n - 1)]);
  const table = shared.map((task) => ranks(names.map((entry) => medianOf(of(entry, task)))));
  const means = names.map((_, column) => mean(table.map((row) => row[column])));
  for (const { entry, rank } of friedman.meanRanks) differences.same(`friedman mean rank of ${entry}`, rank, means[names.indexOf(entry)]);
  differences.same('friedman order', friedman.meanRanks.every(({ rank }, i) => i === 0 || friedman.meanRanks[i - 1].rank <= rank), true);
  // As an analysis of variance of the ranks: F is the mean square of entries over that of the residuals (Conover 1999).
  const middle = (k + 1) / 2;
  const total = table.flat().reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  const between = n * means.reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  const residual = total - between;
  differences.same('friedman chiSquared', friedman.chiSquared, total === 0 ? 0 : (n * (k - 1) * between) / total);
  if (residual > 1e-9 * total) {
    const statistic = (between / (k - 1)) / (residual / ((k - 1) * (n - 1)));
    differences.same('friedman statistic', friedman.statistic, statistic);
    differences.same('friedman pValue', friedman.pValue, fTail(statistic, k - 1, (k - 1) * (n - 1)), 1e-8, 0);
  } else if (total > 0) {
    differences.same('friedman statistic', friedman.statistic, null);
    differences.same('friedman pValue', friedman.pValue, Array.from({ length: k }, (_, i) => i + 1).reduce((product, i) => product / i ** (n - 1), 1), 1e-9, 0);
  }
  const q = friedman.criticalDifference / Math.sqrt((k * (k + 1)) / (6 * n)) * Math.SQRT2;
  differences.same('range distribution at the critical difference', rangeCumulative(q, k), 0.95, 1e-7);
  checkGroups(differences, friedman);
}

/** A group is a pair less than the difference apart, with all between, that no wider such pair contains. */
function checkGroups(differences, { meanRanks, criticalDifference, groups }) {
  const pairs = meanRanks.flatMap((first, i) => meanRanks.map((last, j) => [i, j]).filter(([, j]) => j > i && meanRanks[j].rank - first.rank < criticalDifference));
  const widest = pairs.filter(([i, j]) => !pairs.some(([a, b]) => a <= i && b >= j && (a < i || b > j)));
  differences.same('friedman groups', groups, widest.map(([i, j]) => meanRanks.slice(i, j + 1).map(({ entry }) => entry)));
}

export function checkComparisons(differences, { statistics, tasks, entries }, of) {
  const { control } = statistics;
  differences.same('control is an entry', entries.includes(control), true);
  const others = entries.filter((entry) => entry !== control);
  const shared = (entry) => tasks.map((fact) => fact.task).filter((task) => complete(of, entry, task) && complete(of, control, task));
  compare(differences, 'againstControl', statistics.againstControl, others.filter((entry) => shared(entry).length > 0).map((entry) => ({
    entry,
    pairs: shared(entry).map((task) => [medianOf(of(entry, task)), medianOf(of(control, task))]),
    a12: mean(shared(entry).map((task) => chanceOfLower(of(control, task).map(finalOf), of(entry, task).map(finalOf)))),
  })));
  for (const { task } of tasks) {
    const own = bySeed(of(control, task));
    compare(differences, `withinTasks ${task}`, statistics.withinTasks.filter((row) => row.task === task), others.filter((entry) => shared(entry).includes(task)).map((entry) => {
      const theirs = bySeed(of(entry, task));
      const pairs = theirs.map((error, i) => [error, own[i]]);
      const alike = new Set(theirs).size === 1 && new Set(own).size === 1;
      return { entry, pairs: alike ? pairs.slice(0, 1) : pairs, a12: chanceOfLower(own, theirs) };
    }));
  }
}

const bySeed = (runs) => [...runs].sort((a, b) => a.seed - b.seed).map(finalOf);

function compare(differences, where, stated, expected) {
  differences.same(`${where} entries`, stated.map((row) => row.entry), expected.map((row) => row.entry));
  const tests = expected.map(({ pairs }) => wilcoxon(pairs.map(([a, b]) => Math.log(a / b))));
  const adjusted = holm(tests.map((test) => test.pValue));
  for (const [i, { entry, pairs, a12 }] of expected.entries()) {
    const row = stated.find((one) => one.entry === entry);
    if (row === undefined) continue;
    const path = `${where} ${entry}`;
    const ratios = pairs.map(([a, b]) => a / b);
    differences.same(`${path} pairs`, row.pairs, pairs.length);
    differences.same(`${path} statistic`, row.statistic, tests[i].statistic);
    differences.same(`${path} pValue`, row.pValue, tests[i].pValue, 1e-9, 0);
    differences.same(`${path} adjustedPValue`, row.adjustedPValue, adjusted[i], 1e-9, 0);
    differences.same(`${path} a12`, row.a12, a12);
    differences.same(`${path} ratio`, row.ratio, geometricMean(ratios));
    if (pairs.length < 2) differences.same(`${path} interval`, row.interval, null);
    else differences.interval(`${path} interval`, row.interval, resampledGeometricMeans(ratios));
  }
}

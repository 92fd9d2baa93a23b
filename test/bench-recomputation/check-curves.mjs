// Results, running times and curves, each from the raw evaluations by its definition.
import { quartiles, resampled } from './numerics.mjs';

export const FLOOR = 1e-8;

/** Best error after `budget` units: the least of all full evaluations until then, and of the start. */
export function errorAt(run, budget) {
  let least = run.startError;
  for (const { spent, error } of run.points) if (error !== null && spent <= budget && error < least) least = error;
  return least;
}

/** Budget units until an evaluation met the target: 0 if the start does, Infinity if none does. */
export const hitTime = (run, target) => (run.startError <= target ? 0 : run.points.find((point) => point.error !== null && point.error <= target)?.spent ?? Infinity);

const spentBy = (run) => run.points.at(-1)?.spent ?? 0;

/** Evaluation after evaluation: its cost times the best ratio before it, then the rest of the budget at the last. */
export function area(run) {
  let [sum, before, best] = [0, 0, run.startError];
  for (const { spent, error } of run.points) {
    sum += (spent - before) * (best / run.startError);
    before = spent;
    if (error !== null) best = Math.min(best, error);
  }
  return (sum + (run.budget - before) * (best / run.startError)) / run.budget;
}

/** Bookkeeping: what runs.csv says of a trajectory, and whether its best error is the least error so far. */
export function checkRuns(differences, runs) {
  for (const run of runs) {
    const path = `runs ${run.entry} ${run.task} ${run.seed}`;
    differences.same(`${path} finalError`, run.finalError, errorAt(run, Infinity));
    differences.same(`${path} spent`, run.spent, spentBy(run));
    differences.same(`${path} evaluations`, run.evaluations, run.points.length);
    differences.same(`${path} within budget`, spentBy(run) <= run.budget, true);
    let [best, before, faults] = [null, 0, 0];
    for (const point of run.points) {
      if (point.error !== null) best = Math.min(point.error, best ?? Infinity);
      if (point.best !== best || point.spent < before) faults += 1;
      before = point.spent;
    }
    differences.same(`${path} evaluations whose best is not the least so far`, faults, 0);
  }
}

export function checkTasks(differences, { tasks, targets }, of) {
  const spaced = /^(\d+) targets a task, evenly spaced/.exec(targets.description);
  if (spaced !== null) differences.same('targets count', targets.count, Number(spaced[1]));
  for (const fact of tasks) {
    const runs = of(null, fact.task);
    const path = `tasks ${fact.task}`;
    const start = Math.max(...runs.map((run) => run.startError));
    const best = Math.min(...runs.map((run) => errorAt(run, Infinity)));
    differences.same(`${path} startError`, fact.startError, start);
    differences.same(`${path} best`, fact.best, best);
    differences.same(`${path} parameters`, fact.parameters, runs[0].parameters);
    if (spaced === null) continue;
    const lowest = Math.max(best, FLOOR * start);
    const count = lowest < start ? targets.count : 0;
    differences.same(`${path} number of targets`, fact.targets.length, count);
    for (let i = 1; i <= count; i += 1) differences.same(`${path} targets[${i - 1}]`, fact.targets[i - 1], Math.exp(Math.log(start) + (i / targets.count) * (Math.log(lowest) - Math.log(start))));
  }
}

export function checkResults(differences, { results }, of) {
  for (const row of results) {
    const runs = of(row.entry, row.task);
    const path = `results ${row.entry} ${row.task}`;
    const finals = runs.map((run) => errorAt(run, Infinity));
    const validated = runs.filter((run) => run.finalValidate !== null);
    differences.same(`${path} seeds`, row.seeds, runs.length);
    differences.same(`${path} best`, row.best, Math.min(...finals));
    differences.quartiles(`${path} error`, row.error, quartiles(finals));
    differences.quartiles(`${path} train`, row.train, quartiles(runs.map((run) => run.finalTrain)));
    // A table does not tell a task without validation curves from one on which every simulation of them failed.
    if (row.validate !== null) differences.quartiles(`${path} validate`, row.validate, quartiles(runs.map((run) => run.finalValidate)));
    else differences.same(`${path} validate`, null, validated.length === 0 ? null : 'values');
    differences.quartiles(`${path} anytimeArea`, row.anytimeArea, quartiles(runs.map(area)));
  }
}

/** Error that a label such as `1.25 x best` or `0.1 x start` names. */
function namedTarget(label, { startError, best }) {
  const [factor, , what] = label.split(' ');
  return Number(factor) * (what === 'start' ? startError : Math.max(best, FLOOR * startError));
}

export function checkRunningTimes(differences, { expectedRunningTimes, tasks }, of) {
  const asked = tasks.flatMap((fact) => ['0.5 x start', '0.1 x start', '2 x best', '1.25 x best', '1.05 x best'].filter((label) => namedTarget(label, fact) < fact.startError)
    .flatMap((label) => [...new Set(of(null, fact.task).map((run) => run.entry))].map((entry) => JSON.stringify([fact.task, label, entry]))));
  differences.same('expectedRunningTimes rows', expectedRunningTimes.map(({ task, label, entry }) => JSON.stringify([task, label, entry])).sort(), asked.sort());
  for (const row of expectedRunningTimes) {
    const runs = of(row.entry, row.task);
    const path = `expectedRunningTimes ${row.entry} ${row.task} ${row.label}`;
    differences.same(`${path} target`, row.target, namedTarget(row.label, tasks.find((fact) => fact.task === row.task)));
    const outcomes = runs.map((run) => ({ hit: hitTime(run, row.target), spent: spentBy(run) }));
    const ratio = (indices) => {
      let [sum, successes] = [0, 0];
      for (const i of indices) {
        sum += Math.min(outcomes[i].hit, outcomes[i].spent);
        if (outcomes[i].hit < Infinity) successes += 1;
      }
      return successes === 0 ? Infinity : sum / successes;
    };
    const value = ratio(outcomes.keys());
    differences.same(`${path} value`, row.value, value < Infinity ? value : null);
    differences.same(`${path} successes`, row.successes, outcomes.filter(({ hit }) => hit < Infinity).length);
    differences.same(`${path} runs`, row.runs, runs.length);
    differences.interval(`${path} interval`, row.interval, resampled(runs.length, ratio));
  }
}

/** Points of a step curve against the times they count: right at every step, and no step left out. */
function checkSteps(differences, path, points, times, from, to) {
  const counted = (x) => times.filter((time) => time <= x).length / Math.max(1, times.length);
  differences.same(`${path} begins`, points[0]?.[0], from);
  differences.same(`${path} ends`, points.at(-1)?.[0], to);
  for (const [x, share] of points) differences.same(`${path} at ${x}`, share, counted(x + 1e-12 * Math.abs(x)));
  const missing = [...new Set(times)].filter((time) => time > from && time <= to * (1 - 1e-12) && !points.some(([x]) => Math.abs(x - time) <= 1e-9 * time));
  differences.same(`${path} steps left out`, missing.slice(0, 5), []);
}

export function checkEcdf(differences, { ecdf, tasks, budget, overall }, of) {
  for (const { entry, task, points } of ecdf) {
    const times = tasks.filter((fact) => task === null || fact.task === task).flatMap((fact) => of(entry, fact.task).flatMap((run) => fact.targets.map((target) => hitTime(run, target))));
    checkSteps(differences, `ecdf ${entry} ${task ?? 'all'}`, points, times, 0, budget);
    if (task !== null) continue;
    // Each triple adds the share of the log axis that is left when it is reached.
    const left = (time) => (time > budget ? 0 : budget > 1 ? 1 - Math.log(Math.max(1, time)) / Math.log(budget) : 1);
    const stated = overall.find((row) => row.entry === entry).ecdfArea;
    differences.same(`overall ${entry} ecdfArea`, stated, times.length === 0 ? 0 : times.reduce((sum, time) => sum + left(time), 0) / times.length);
  }
}

export function checkProfiles(differences, { dataProfiles, performanceProfiles, tasks, budget, entries }, of) {
  const time = (run, tau) => {
    const { startError, best } = tasks.find((fact) => fact.task === run.task);
    const needed = (1 - tau) * (startError - best);
    if (startError - run.startError >= needed) return 0;
    // The package compares f with fL + tau (f0 - fL): the same but for the last digit.
    return run.points.find((point) => point.error !== null && startError - point.error >= needed - 1e-13 * startError)?.spent ?? Infinity;
  };
  // A curve for each entry at each of the three precisions of the paper.
  const asked = [0.1, 1e-3, 1e-5].flatMap((tau) => entries.map((entry) => ({ entry, tau })));
  for (const [name, curves] of Object.entries({ dataProfiles, performanceProfiles })) differences.same(name, curves.map(({ entry, tau }) => ({ entry, tau })), asked);
  const end = Math.max(...tasks.map((fact) => budget / (fact.parameters + 1)));
  for (const { entry, tau, points } of dataProfiles) {
    checkSteps(differences, `dataProfiles ${entry} ${tau}`, points, of(entry, null).map((run) => time(run, tau) / (run.parameters + 1)), 0, end);
  }
  for (const tau of new Set(performanceProfiles.map((curve) => curve.tau))) {
    const ratios = new Map(entries.map((entry) => [entry, of(entry, null).map((run) => {
      const rivals = of(null, run.task).filter((other) => other.seed === run.seed).map((other) => time(other, tau));
      const own = time(run, tau);
      return own === Infinity ? Infinity : own === Math.min(...rivals) ? 1 : own / Math.min(...rivals);
    })]));
    const last = Math.max(2, ...[...ratios.values()].flat().filter(Number.isFinite));
    for (const { entry, points } of performanceProfiles.filter((curve) => curve.tau === tau)) checkSteps(differences, `performanceProfiles ${entry} ${tau}`, points, ratios.get(entry), 1, last);
  }
}

export function checkBands(differences, { convergence, fixedBudgets, budget: full }, of) {
  // Which budgets are looked at is a choice, but one for all curves and up to the full one.
  const fixed = (entry, task) => fixedBudgets.filter((row) => row.entry === entry && row.task === task).map((row) => row.budget);
  for (const { entry, task, points } of convergence) {
    const path = `budgets of ${entry} ${task}`;
    differences.same(`${path} in convergence`, points.map((point) => point.budget), convergence[0].points.map((point) => point.budget));
    differences.same(`${path} in fixedBudgets`, fixed(entry, task), fixed(convergence[0].entry, convergence[0].task));
    differences.same(`${path}, the last`, [points.at(-1).budget, fixed(entry, task).at(-1)], [full, full]);
  }
  for (const { entry, task, points } of convergence) {
    for (const point of points) differences.quartiles(`convergence ${entry} ${task} at ${point.budget}`, point, quartiles(of(entry, task).map((run) => errorAt(run, point.budget))));
  }
  for (const { entry, task, budget, error } of fixedBudgets) differences.quartiles(`fixedBudgets ${entry} ${task} at ${budget}`, error, quartiles(of(entry, task).map((run) => errorAt(run, budget))));
}

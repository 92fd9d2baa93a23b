// Computes a benchmark's statements again from its raw evaluations and compares them with analysis.json.
// Shares no code with the packages: it reads runs.csv and trajectories.csv.gz and follows the definitions.
// Usage: node test/bench-recomputation/recompute.mjs FOLDER…   (what `evospice bench --out FOLDER` wrote)
// Exit code: 0 everything agrees, 1 something differs (each on a line), 2 some folder that cannot be read.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBands, checkEcdf, checkProfiles, checkResults, checkRunningTimes, checkRuns, checkTasks } from './check-curves.mjs';
import { checkControlTimes } from './check-control-times.mjs';
import { checkComparisons, checkCounts, checkFriedman, checkOverall } from './check-statistics.mjs';
import { Differences } from './differences.mjs';
import { readBenchmark } from './folder.mjs';

/** @returns {{ checked: number, differences: string[] }} how many numbers were compared, and those that differ */
export function recompute(folder) {
  const parts = readBenchmark(folder).map(({ folder: place, analysis, runs }) => recomputeAnalysis(analysis, runs, `${place}, budget ${analysis.budget}`));
  return { checked: parts.reduce((sum, part) => sum + part.checked, 0), differences: parts.flatMap((part) => part.found) };
}

/** One analysis against its runs as `readBenchmark` gives them. */
export function recomputeAnalysis(analysis, runs, where) {
  const differences = new Differences(where);
  const of = index(runs);
  checkCounts(differences, analysis, runs, of);
  checkRuns(differences, runs);
  for (const check of [checkTasks, checkResults, checkRunningTimes, checkEcdf, checkProfiles, checkBands, checkOverall, checkFriedman, checkComparisons, checkControlTimes]) check(differences, analysis, of);
  return differences;
}

/** Runs by entry, task or both; null stands for any. */
function index(runs) {
  const known = new Map();
  return (entry, task) => {
    const key = JSON.stringify([entry, task]);
    if (!known.has(key)) known.set(key, runs.filter((run) => (entry === null || run.entry === entry) && (task === null || run.task === task)));
    return known.get(key);
  };
}

function main(folders) {
  if (folders.length === 0) { console.error('usage: node test/bench-recomputation/recompute.mjs FOLDER…'); return 2; }
  let worst = 0;
  for (const folder of folders) {
    try {
      const { checked, differences } = recompute(resolve(folder));
      for (const difference of differences) console.log(difference);
      console.log(`${folder}: ${checked} numbers compared, ${differences.length} differ`);
      if (differences.length > 0) worst = Math.max(worst, 1);
    } catch (error) {
      console.error(`${folder}: ${error.message}`);
      worst = 2;
    }
  }
  return worst;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));

// Reads what a benchmark wrote: analysis.json and the raw tables. Knows nothing of how either was made.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Rows of a CSV text as objects of strings. Fields may be quoted, with doubled quotes and line breaks inside. */
export function parseCsv(text) {
  const lines = [];
  let line = [];
  let field = '';
  let quoted = false;
  const endField = () => { line.push(field); field = ''; };
  const endLine = () => { endField(); lines.push(line); line = []; };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += '"'; i += 1; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') endField();
    else if (c === '\n') endLine();
    else if (c !== '\r') field += c;
  }
  if (field !== '' || line.length > 0) endLine();
  const [heading, ...rows] = lines;
  return rows.map((row) => Object.fromEntries(heading.map((name, index) => [name, row[index]])));
}

const number = (text) => (text === '' || text === undefined ? null : Number(text));

/** Runs with their evaluations, in the order of runs.csv. */
function readRuns(folder) {
  const runs = new Map();
  for (const row of parseCsv(readFileSync(join(folder, 'runs.csv'), 'utf8'))) {
    const numbers = ['budget', 'seed', 'parameters', 'startError', 'finalError', 'finalTrain', 'finalValidate', 'spent', 'evaluations', 'wallSeconds', 'ownSeconds'];
    const run = { ...row, ...Object.fromEntries(numbers.map((name) => [name, number(row[name])])), points: [] };
    runs.set(JSON.stringify([run.budget, run.entry, run.task, run.seed]), run);
  }
  for (const row of parseCsv(gunzipSync(readFileSync(join(folder, 'trajectories.csv.gz'))).toString())) {
    const run = runs.get(JSON.stringify([Number(row.budget), row.entry, row.task, Number(row.seed)]));
    if (run === undefined) throw new Error(`trajectories.csv.gz has a run that runs.csv lacks: ${row.entry} on ${row.task} with seed ${row.seed}`);
    run.points.push({ spent: Number(row.spent), error: number(row.error), best: number(row.best), failure: row.failure });
  }
  return [...runs.values()];
}

/**
 * The analyses of a folder, each with the runs of its budget; those in subfolders named `budget-…` follow.
 * analysis.json holds one analysis, a list of them, or such a list as `analyses`.
 */
export function readBenchmark(folder) {
  const document = JSON.parse(readFileSync(join(folder, 'analysis.json'), 'utf8'));
  const runs = readRuns(folder);
  const analyses = Array.isArray(document) ? document : document.analyses ?? [document];
  const here = analyses.map((analysis) => ({ folder, analysis, runs: runs.filter((run) => run.budget === analysis.budget) }));
  const below = readdirSync(folder).filter((name) => name.startsWith('budget-') && existsSync(join(folder, name, 'analysis.json'))).sort();
  return [...here, ...below.flatMap((name) => readBenchmark(join(folder, name)))];
}

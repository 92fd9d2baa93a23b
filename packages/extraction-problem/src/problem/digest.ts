import { counted, faultOf, type OptimizerRun, type Outcome } from '@evospice/contracts';
import { errorSteps, finalRatio, type ErrorStep, type WorstCurve } from '@evospice/extraction';
import { findingsOf, runOf, worstCurvesOf } from './extraction-outcome.ts';

/** Tasks told one by one. */
const TOLD_TASKS = 3;
/** Kinds of findings told one by one. */
const TOLD_FINDINGS = 4;
/** An error within this factor of the final one has stalled. */
const STALLED = 1.01;
/** One that comes that near only after this share of the budget was still falling. */
const FALLING = 0.9;
/** Shares of the budget at which the error is told. */
const SHARES = [0.1, 0.25, 0.5, 1] as const;
/** Budget left unused from which on it is told, as a share. */
const UNUSED = 0.05;

/** A run on a task, as the digest sees it. */
interface Told {
  readonly run: OptimizerRun;
  readonly steps: readonly ErrorStep[];
  readonly final: number;
  readonly worst: readonly WorstCurve[];
}

/**
 * What a program's extractions showed beyond scores, most useful first: how the error came down over the budget, where it stalled, which curves stay
 * bad, simulations that failed, budget left unused. Errors are told as a share of the starting card's.
 */
export function extractionDigest(outcomes: readonly Outcome[]): readonly string[] {
  const told = outcomes.map((outcome): Told => {
    const run = runOf(outcome);
    const steps = errorSteps(run);
    return { run, steps, final: finalRatio(steps), worst: worstCurvesOf(outcome) };
  });
  if (told.length === 0) return [];
  // The worst run of each task stands for it; the task that is fitted worst comes first.
  const byFinal = told.toSorted((a, b) => b.final - a.final);
  const worst = byFinal.filter(({ run }, index) => byFinal.findIndex((other) => other.run.task === run.task) === index).slice(0, TOLD_TASKS);
  return [courseOf(told), ...worst.map(stallOf), ...worst.flatMap(curvesOf), ...failuresOf(told), ...findingLines(outcomes), ...unusedOf(told)];
}

function courseOf(told: readonly Told[]): string {
  const course = SHARES.map((share) => `${number(median(told.map(({ run, steps }) => ratioAt(steps, share * run.allowed))))} after ${percent(share)}`);
  return `Best error as a share of the starting card's, median over ${counted(told.length, 'extraction')}: ${course.join(', ')} of the budget.`;
}

function stallOf({ run, steps, final }: Told): string {
  const { spent } = steps.find(({ ratio }) => ratio <= final * STALLED) ?? { spent: 0 };
  if (spent === 0) return `${nameOf(run)}: the error never improved on the starting card.`;
  const until = `${number(spent)} of ${number(run.allowed)} budget units`;
  if (spent > FALLING * run.allowed) return `${nameOf(run)}: the error was still falling at the end: it came within 1 % of its final ${number(final)} after ${until}.`;
  return `${nameOf(run)}: the error came within 1 % of its final ${number(final)} after ${until} and stalled there.`;
}

function curvesOf({ run, worst }: Told): readonly string[] {
  if (worst.length === 0) return [];
  return [`${nameOf(run)}: curves that stay worst: ${worst.map(({ curve, kind, error, share }) => `${curve} (${kind}, error ${number(error)}, ${percent(share)} of the squared error)`).join(', ')}.`];
}

function failuresOf(told: readonly Told[]): readonly string[] {
  const points = told.flatMap(({ run }) => run.trajectory);
  const codes = points.flatMap(({ failure }) => (failure !== undefined && faultOf(failure) === 'program' ? [failure] : []));
  if (codes.length === 0) return [];
  const counts = [...new Set(codes)].map((code) => ({ code, times: codes.filter((one) => one === code).length })).toSorted((a, b) => b.times - a.times);
  return [`${percent(codes.length / points.length)} of the simulations failed: ${counts.map(({ code, times }) => `${code} ${times} times`).join(', ')}.`];
}

/** What physics rules found in the resulting cards, the gravest first. */
function findingLines(outcomes: readonly Outcome[]): readonly string[] {
  const found = outcomes.flatMap((outcome) => (findingsOf(outcome) ?? []).filter(({ severity }) => severity !== 'note').map((finding) => ({ ...finding, task: outcome.case })));
  const byRule = Map.groupBy(found.toSorted((a, b) => Number(b.severity === 'violation') - Number(a.severity === 'violation')), ({ rule, severity, parameter }) => `${severity} ${rule} ${parameter ?? ''}`);
  const lines = [...byRule.values()].slice(0, TOLD_FINDINGS).map((own) => `${own[0]!.severity} of ${own[0]!.rule} in ${own.length} of ${counted(outcomes.length, 'result')}, such as on ${own[0]!.task}: ${own[0]!.message}`);
  return lines.length === 0 ? [] : [`Physics rules found in the resulting cards: ${lines.join('; ')}.`];
}

function unusedOf(told: readonly Told[]): readonly string[] {
  const unused = told.map(({ run }) => ({ run, share: Math.max(0, 1 - (run.trajectory.at(-1)?.spent ?? 0) / run.allowed) })).filter(({ share }) => share > UNUSED);
  const [most] = unused.toSorted((a, b) => b.share - a.share);
  return most === undefined ? [] : [`It ended with budget left in ${unused.length} of ${counted(told.length, 'extraction')}, at most ${percent(most.share)} on ${nameOf(most.run)}.`];
}

function ratioAt(steps: readonly ErrorStep[], spent: number): number {
  return steps.findLast((step) => step.spent <= spent)?.ratio ?? 1;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

function nameOf({ task, seed }: OptimizerRun): string {
  return `${task} (seed ${seed})`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

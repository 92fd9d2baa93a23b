import { errorAt, finalError, trackOf, type BenchRun, type ControlTimes } from '@evospice/bench';
import { defined } from '@evospice/contracts';
import { controlTimesText, decades, percent, plainNumber, textTable } from '@evospice/report';
import { median } from '@evospice/toolbox';
import type { Trial } from '../compose/trial/trial.ts';

export interface TrialOutcome {
  readonly trial: Pick<Trial, 'subject' | 'control' | 'tasks'>;
  /** Task after task, seed after seed. */
  readonly runs: readonly BenchRun[];
  readonly controls: readonly BenchRun[];
  readonly seeds: readonly number[];
  readonly budget: number;
  readonly controlBudget: number;
  readonly metric: 'relative' | 'log';
  readonly times: ControlTimes;
}

/** Simulations after which errors are looked at, besides the whole budget. */
const LOOKS: readonly number[] = [10, 20, 40, 60, 100];

/** What one run came to. */
export function runLine(run: BenchRun, metric: 'relative' | 'log'): string {
  const spent = run.run.trajectory.at(-1)?.spent ?? 0;
  const own = run.seconds === undefined ? '' : `, ${plainNumber(run.seconds.own, 3)} s of its own`;
  return `  ${errorText(run.run.startError, metric)} to ${errorText(finalError(run), metric)} in ${plainNumber(spent, 4)} simulations${own}`;
}

/** Why a run failed: file, line, message and code. */
export function failureLine({ failure }: BenchRun): string {
  return failure?.message.split('\n')[0] ?? '';
}

/** Errors after some simulations, then how many it takes to near the control's error. */
export function trialText(outcome: TrialOutcome): string {
  const { trial: { subject, control, tasks }, runs, controls, metric, times, budget } = outcome;
  const looks = looksOf(outcome);
  const sides = [[subject, runs, budget], [control, controls, outcome.controlBudget]] as const;
  const rows = tasks.flatMap(({ id }) => sides.map(([name, all, allowed]) => {
    const own = all.filter(({ task }) => task === id);
    return [
      id, name, errorText(medianOf(own, ({ run }) => run.startError), metric),
      ...looks.map((units) => (units > allowed ? '-' : errorText(medianOf(own, (run) => errorAt(trackOf(run), units)), metric))),
    ];
  }));
  const failures = runs.filter(({ failure }) => failure !== undefined);
  const own = runs.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds.own]));
  return [
    `error after so many simulations${outcome.seeds.length > 1 ? `, median over ${outcome.seeds.length} seeds` : ''}`,
    textTable({ head: ['task', 'optimizer', 'start', ...looks.map(String)], rows, right: looks.map((_, index) => index + 3).concat(2), keep: 2 }),
    controlTimesText({ budget, controlBudget: outcome.controlBudget, entries: [control, subject], tasks: tasks.map(({ id }) => ({ task: id, metric })), controlTimes: times }),
    ...(own.length === 0 ? [] : [`own compute: median ${plainNumber(median(own), 3)} s, longest ${plainNumber(Math.max(...own), 3)} s`]),
    ...failures.map((run) => `failed on ${run.task}, seed ${run.seed}: ${failureLine(run)}`),
  ].filter((part) => part !== '').join('\n');
}

/** The same as data; errors by simulations, `null` where the budget ends before. */
export function trialDocument(outcome: TrialOutcome): unknown {
  const { trial: { subject, control }, runs, controls, seeds, metric, times, budget, controlBudget } = outcome;
  const looks = looksOf(outcome);
  const documentOf = (run: BenchRun): unknown => {
    const track = trackOf(run);
    return {
      task: run.task, seed: run.seed, start: track.startError,
      errors: Object.fromEntries(looks.map((units) => [units, units > track.allowed ? null : errorAt(track, units)])),
      final: track.final, spent: track.spent, end: run.end, parameters: run.parameters, ...defined({ seconds: run.seconds, failure: run.failure }),
    };
  };
  return { subject, control, metric, budget, controlBudget, seeds, runs: runs.map(documentOf), controls: controls.map(documentOf), controlTimes: times };
}

function looksOf({ budget }: TrialOutcome): readonly number[] {
  return [...new Set([...LOOKS.filter((units) => units < budget), budget])];
}

function medianOf(runs: readonly BenchRun[], value: (run: BenchRun) => number): number {
  return median(runs.map(value));
}

function errorText(error: number, metric: 'relative' | 'log'): string {
  return metric === 'relative' ? percent(error) : decades(error);
}

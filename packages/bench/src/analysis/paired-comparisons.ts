import { mean } from '@evospice/toolbox';
import type { Bootstrap } from '../statistics/bootstrap.ts';
import { chanceOfLower } from '../statistics/effect-size.ts';
import { holmAdjusted } from '../statistics/holm.ts';
import { wilcoxonSignedRank } from '../statistics/wilcoxon.ts';
import type { PairedComparison } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { medianError } from './entry-results.ts';
import { floored } from './targets.ts';

/** Logarithms of the entry's error over the control's, and the effect size beside them. */
interface Pairs {
  readonly entry: string;
  readonly differences: readonly number[];
  readonly a12: number;
}

/** Control against each other entry over the tasks both have in full. Entries without any such task are left out. */
export function againstControl(grid: BenchGrid, control: string, bootstrap: Bootstrap): readonly PairedComparison[] {
  return compared(others(grid, control).flatMap((entry) => {
    const tasks = sharedTasks(grid, control, entry);
    if (tasks.length === 0) return [];
    return [{
      entry,
      differences: tasks.map((task) => Math.log(medianError(grid, entry, task) / medianError(grid, control, task))),
      a12: mean(tasks.map((task) => chanceOfLower(finals(grid, control, task), finals(grid, entry, task)))),
    }];
  }), bootstrap);
}

/** The same over the seeds of one task, Holm-adjusted among its entries. */
export function withinTask(grid: BenchGrid, control: string, task: string, bootstrap: Bootstrap): readonly (PairedComparison & { readonly task: string })[] {
  const own = finals(grid, control, task);
  const pairs = others(grid, control).filter((entry) => sharedTasks(grid, control, entry).includes(task)).map((entry): Pairs => {
    const errors = finals(grid, entry, task);
    const differences = errors.map((error, index) => Math.log(error / own[index]!));
    return { entry, differences: constant(own) && constant(errors) ? differences.slice(0, 1) : differences, a12: chanceOfLower(own, errors) };
  });
  return compared(pairs, bootstrap).map((comparison) => ({ task, ...comparison }));
}

/** Tasks on which both have a run with every seed. */
export function sharedTasks(grid: BenchGrid, control: string, entry: string): readonly string[] {
  return grid.tasks.filter((task) => grid.complete(control, task) && grid.complete(entry, task));
}

function compared(all: readonly Pairs[], bootstrap: Bootstrap): readonly PairedComparison[] {
  const tests = all.map(({ differences }) => wilcoxonSignedRank(differences));
  const adjusted = holmAdjusted(tests.map((test) => test.pValue));
  return all.map(({ entry, differences, a12 }, index) => ({
    entry,
    pairs: differences.length,
    statistic: tests[index]!.statistic,
    pValue: tests[index]!.pValue,
    adjustedPValue: adjusted[index]!,
    a12,
    ratio: Math.exp(mean(differences)),
    interval: differences.length < 2 ? null : bootstrap.geometricMeanInterval(differences),
  }));
}

const others = (grid: BenchGrid, control: string): readonly string[] => grid.entries.filter((entry) => entry !== control);

/** Final errors, seeds ascending, not below the floor. */
const finals = (grid: BenchGrid, entry: string, task: string): readonly number[] => grid.of(entry, task).map(({ final, startError }) => floored(final, startError));

/** The same whatever the seed: a deterministic optimizer, whose repetitions are not new evidence. */
const constant = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

import { countFindings } from '@evospice/contracts';
import { trajectoryRows } from '@evospice/extraction';
import type { BenchRun } from '../bench-run.ts';
import { finalError } from '../summarize.ts';
import type { TableRow } from './bench-tables.ts';

function findingColumns(findings: NonNullable<BenchRun['findings']>): TableRow {
  const { violation: violations, warning: warnings } = countFindings(findings);
  return { violations, warnings };
}

/** One line a run. Errors without a split are in the metric that was minimised; the others are relative RMS. */
export function runRow(bench: BenchRun): TableRow {
  const { entry, task, seed, simulator, run, start, final, parameters, end, seconds, failure, findings } = bench;
  return {
    budget: run.allowed, entry, task, seed, simulator,
    parameters: Object.keys(parameters).length,
    startError: run.startError, finalError: finalError(bench),
    startTrain: start.train.relativeRms, startValidate: start.validate?.relativeRms ?? null,
    finalTrain: final.train.relativeRms, finalValidate: final.validate?.relativeRms ?? null,
    end, failure: failure?.code ?? '',
    spent: run.trajectory.at(-1)?.spent ?? 0,
    evaluations: run.trajectory.length,
    failedEvaluations: run.trajectory.filter((point) => point.failure !== undefined).length,
    wallSeconds: seconds?.wall ?? null, ownSeconds: seconds?.own ?? null,
    // Of physics rules, where the suite asks any.
    ...(findings === undefined ? {} : findingColumns(findings)),
  };
}

/** One line an evaluation: the raw data of everything else. */
export function evaluationRows({ entry, task, seed, run }: BenchRun): readonly TableRow[] {
  return trajectoryRows(run.trajectory).map((row) => ({ budget: run.allowed, entry, task, seed, ...row }));
}

import type { EngineRequest, EngineRun, RunAnswer } from './engine.ts';
import { readRawPlots } from './raw-file.ts';

/** Printed after each run, so that the log can be cut. */
const RUN_MARK = 'evospice-run-end';

/** Name of the raw file that a run writes. A file of its own, because a run that fails may write none. */
export function rawFileOf(run: number): string {
  return `r${run}.raw`;
}

/** Script of a request for an engine whose results come in raw files. */
export function scriptOf(request: EngineRequest): readonly string[] {
  const { commands = [], runs = [] } = request;
  if (runs.length === 0) return commands;
  return [
    ...commands, `echo ${RUN_MARK}`,
    ...runs.flatMap((run, index) => [...run.commands, `write ${rawFileOf(index)}`, 'destroy all', `echo ${RUN_MARK}`]),
  ];
}

/**
 * Takes an answer apart.
 * @param log everything printed
 * @param raw contents of a run's file; undefined when it wrote none
 */
export function readAnswer(request: EngineRequest, log: string, raw: (run: number) => Uint8Array | undefined): { readonly log: string; readonly runs: readonly RunAnswer[] } {
  const { runs = [] } = request;
  if (runs.length === 0) return { log, runs: [] };
  const [before = '', ...logs] = log.split(`${RUN_MARK}\n`);
  return { log: before, runs: runs.map((run, index) => ({ log: logs[index] ?? '', ...resultOf(run, raw(index)) })) };
}

function resultOf(run: EngineRun, bytes: Uint8Array | undefined): Pick<RunAnswer, 'vectors' | 'reached'> {
  const none = { vectors: undefined, reached: 0 };
  const [plot] = bytes === undefined ? [] : readRawPlots(bytes);
  if (plot === undefined) return none;
  const columns: number[] = [];
  for (const name of run.vectors) {
    const column = plot.columns.get(name);
    // Another plot: ngspice writes its constants when an analysis left nothing.
    if (column === undefined) return none;
    columns.push(column);
  }
  if (plot.points !== run.rows) return { vectors: undefined, reached: plot.points };
  return { vectors: columns.map((column) => (run.part === 'real' ? plot.real(column) : plot.imaginary(column))), reached: run.rows };
}
